package org.gatescope.ui.words;

import java.util.Locale;
import org.gatescope.session.Phase;
import org.gatescope.text.Texts;

/** How far playing has come, in words that all panels share. */
public final class PlayWords {
    private static final Texts TEXTS = Texts.of(PlayWords.class);

    private PlayWords() {}

    /** {@code forward}, {@code loss} or {@code backward}. */
    public static String phase(Phase phase) {
        return TEXTS.get("phase." + phase.name().toLowerCase(Locale.ROOT));
    }

    /** For a number that is to be predicted. */
    public static String hidden() {
        return TEXTS.get("hidden");
    }

    /** For a number that playing has not reached. */
    public static String notYet() {
        return TEXTS.get("not-yet");
    }
}
