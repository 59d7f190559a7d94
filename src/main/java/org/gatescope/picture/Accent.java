package org.gatescope.picture;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

/**
 * A letter with a mark over it, as in c̃, which no font has as one sign: the two are set apart, as fonts place the mark where it
 * is wrong or not at all.
 *
 * @param letter without its mark
 * @param mark   a sign of its own
 */
record Accent(String letter, String mark) {
    private static final Map<String, String> MARKS = Map.of(
            "\u0301", "´", "\u0302", "ˆ", "\u0303", "˜", "\u0304", "¯", "\u0306", "˘", "\u0307", "˙", "\u0308", "¨",
            "\u030C", "ˇ");
    private static final String HIGH = "bdfhklt";

    /** Empty for what is no letter with a mark, or is one sign. */
    static Optional<Accent> of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        int letters = composed.codePointCount(0, composed.length());
        String mark = letters == 2 ? MARKS.get(composed.substring(composed.length() - 1)) : null;
        return Optional.ofNullable(mark).map(known -> new Accent(composed.substring(0, composed.length() - 1), known));
    }

    /** Whether the mark must go higher than over an x. */
    boolean isHigh() {
        return HIGH.contains(letter) || Character.isUpperCase(letter.codePointAt(0));
    }
}
