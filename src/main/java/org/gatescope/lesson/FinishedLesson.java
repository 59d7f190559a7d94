package org.gatescope.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.gatescope.text.Texts;

/** The lessons that come along, in the order in which they are best taken. */
public enum FinishedLesson {
    ONE_NUMBER,
    SATURATION,
    SUM_OVER_TIME,
    VANISHING,
    CELL_STATE,
    FORGET_BIAS,
    TRUNCATION,
    BIDIRECTIONAL,
    NEXT_WORD,
    MISTAKE,
    JACOBIAN,
    MIN_GRU;

    private static final Texts TEXTS = Texts.of(FinishedLesson.class);

    /** In the user's language. */
    public String title() {
        return TEXTS.get("lesson." + id());
    }

    /** What it is about, in a line. */
    public String purpose() {
        return TEXTS.get("lesson." + id() + ".purpose");
    }

    /** {@code one-number}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The session file that it is. */
    public byte[] file() {
        try (InputStream in = FinishedLesson.class.getResourceAsStream(id() + ".gatescope")) {
            return Objects.requireNonNull(in, id()).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
