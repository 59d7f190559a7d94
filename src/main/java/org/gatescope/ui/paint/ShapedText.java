package org.gatescope.ui.paint;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Texts whose letters are joined or carry marks, for which JavaFX asks the system's text shaper. It lays out a canvas's
 * texts on its renderer's thread while labels are laid out on its own, but the shaper on Linux (Pango, behind one font map
 * and one reused layout of JavaFX) may be used by one thread at a time: what comes of it is an exception in either, or the
 * end of the program. So these texts are drawn as outlines, which JavaFX's own thread finds.
 */
final class ShapedText {
    private static final int MOST = 500;
    /** Below, JavaFX sets letter beside letter: the first combining mark. */
    private static final char FIRST = 0x300;

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

    private static final int FIRST_SYLLABLE = 0xac00;

    private static final Map<Asked, List<PathElement>> KNOWN = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, List<PathElement>> eldest) {
            return size() > MOST;
        }
    };

    private record Asked(String text, Font font) {
        /** From the start of its baseline. */
        List<PathElement> outlines() {
            Text laidOut = new Text(text);
            laidOut.setFont(font);
            return List.copyOf(((Path) Shape.union(laidOut, new Rectangle())).getElements());
        }
    }

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

    /** Fills one in the context's colour, on JavaFX's thread. */
    static void fill(GraphicsContext context, String text, Font font, double x, double baseline) {
        context.save();
        context.translate(x, baseline);
        context.beginPath();
        KNOWN.computeIfAbsent(new Asked(text, font), Asked::outlines).forEach(element -> add(context, element));
        context.fill();
        context.restore();
    }

    private static void add(GraphicsContext context, PathElement element) {
        switch (element) {
            case MoveTo to -> context.moveTo(to.getX(), to.getY());
            case LineTo to -> context.lineTo(to.getX(), to.getY());
            case QuadCurveTo to -> context.quadraticCurveTo(to.getControlX(), to.getControlY(), to.getX(), to.getY());
            case CubicCurveTo to ->
                context.bezierCurveTo(
                        to.getControlX1(), to.getControlY1(), to.getControlX2(), to.getControlY2(), to.getX(), to.getY());
            case ClosePath close -> context.closePath();
            default -> throw new IllegalArgumentException("no outline of a text: " + element);
        }
    }
}
