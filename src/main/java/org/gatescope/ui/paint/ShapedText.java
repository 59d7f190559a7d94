package org.gatescope.ui.paint;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Texts whose letters are joined or carry marks, for which JavaFX asks the system's text shaper. It lays out a canvas's
 * texts on its renderer's thread while labels are laid out on its own, but the shaper on Linux (Pango, behind one font map
 * and one reused layout of JavaFX) may be used by one thread at a time: what comes of it is an exception in either, or the
 * end of the program. So these texts are drawn as outlines, which JavaFX's own thread finds.
 */
final class ShapedText {
    /** Below, JavaFX sets letter beside letter: the first combining mark. */
    private static final char FIRST = 0x300;

    private static final int FIRST_SYLLABLE = 0xac00;

    /** Their letters stand side by side, whatever is next to them. */
    private static final Set<UnicodeScript> PLAIN = EnumSet.of(
            UnicodeScript.COMMON,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO);

    private ShapedText() {}

    /** Whether a text is one; a few that JavaFX sets without the shaper are counted among them. */
    static boolean is(String text) {
        return text.chars().anyMatch(unit -> unit >= FIRST) && text.codePoints().anyMatch(ShapedText::isShaped);
    }

    private static boolean isShaped(int codePoint) {
        if (codePoint < FIRST) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT -> true;
            default -> !PLAIN.contains(UnicodeScript.of(codePoint)) && !isHangulSyllable(codePoint);
        };
    }

    private static boolean isHangulSyllable(int codePoint) {
        return codePoint >= FIRST_SYLLABLE && UnicodeScript.of(codePoint) == UnicodeScript.HANGUL;
    }
}
