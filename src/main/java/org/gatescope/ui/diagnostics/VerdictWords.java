package org.gatescope.ui.diagnostics;

import java.util.Locale;
import java.util.stream.Collectors;
import org.gatescope.engine.diagnostics.GradientCheck;
import org.gatescope.engine.diagnostics.GradientCheck.Verdict;
import org.gatescope.engine.diagnostics.GradientCheck.Worst;
import org.gatescope.session.Session;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;
import org.gatescope.ui.words.PartWords;
import org.jspecify.annotations.Nullable;

/** What a gradient check found, in words. */
public final class VerdictWords {
    private static final Texts TEXTS = Texts.of(VerdictWords.class);

    private VerdictWords() {}

    /** What a check has found, in a sentence. */
    public static String of(GradientCheck check) {
        return TEXTS.get("verdict." + key(check.verdict()));
    }

    private static String key(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** {@code Wh.h[2,0]: 0.012 by the backward pass, 0.034 by differences}. */
    static String where(Session session, Worst worst) {
        return TEXTS.get(
                "check.where",
                PartWords.parameter(session, worst.table().name()),
                worst.entry().row(),
                worst.entry().column(),
                Numerals.rounded(worst.entry().computed(), 3),
                Numerals.rounded(worst.entry().numeric(), 3));
    }

    /** Why mistakes that are on were not seen; empty where the check sees that something is wrong, or none is on. */
    public static String mistakes(Session session, @Nullable GradientCheck check) {
        if (check == null || check.verdict() == Verdict.DIFFERS) {
            return "";
        }
        return session.mistakes().mistakes().stream()
                .map(mistake -> mistake.title() + ": " + mistake.whyUnseen())
                .collect(Collectors.joining("\n"));
    }
}
