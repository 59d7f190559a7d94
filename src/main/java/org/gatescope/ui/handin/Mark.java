package org.gatescope.ui.handin;

import java.util.Locale;
import org.gatescope.text.Texts;

/**
 * What one answer is worth.
 *
 * @param answer   as it would be said; empty for none
 * @param sentence that the learner read then; empty where nothing was answered yet
 * @param mistake  what is said of the known mistake that it stems from; empty for none
 */
record Mark(Kind kind, String answer, String sentence, String mistake) {
    /** In the order in which a column is sorted. */
    enum Kind {
        RIGHT("✓"),
        KNOWN("≈"),
        WRONG("✗"),
        WORDS("”"),
        SHOWN("–"),
        OPEN("·"),
        /** The network does not have what was asked for any more. */
        GONE("?");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        /** Told apart without colours. */
        String sign() {
            return sign;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** In a word or two. */
        String words() {
            return Texts.of(Mark.class).get("mark." + key());
        }
    }

    static final Mark OPEN = new Mark(Kind.OPEN, "", "", "");
}
