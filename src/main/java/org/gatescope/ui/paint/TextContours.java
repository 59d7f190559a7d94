package org.gatescope.ui.paint;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.gatescope.picture.Contour;
import org.gatescope.picture.Contour.Segment;
import org.gatescope.picture.Typeface;
import org.gatescope.ui.theme.Fonts;

/** The outlines of texts as JavaFX shows them, whatever fonts of the system it needs. On its thread; the latest are kept. */
public final class TextContours implements Contour.OfText {
    private static final int MOST = 500;

    private static final Map<Asked, Contour> KNOWN = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Contour> eldest) {
            return size() > MOST;
        }
    };

    private record Asked(String text, Typeface face, double size) {
        Contour contour() {
            Text laidOut = new Text(text);
            laidOut.setFont(Fonts.of(face, size));
            return of(laidOut);
        }
    }

    @Override
    public Contour text(String text, Typeface face, double size) {
        return KNOWN.computeIfAbsent(new Asked(text, face, size), Asked::contour);
    }

    /** What a shape covers, in the coordinates of its scene or, without one, of its topmost parent. */
    public static Contour of(Shape shape) {
        Path covered = (Path) Shape.union(shape, new Rectangle());
        return new Contour(
                covered.getElements().stream().map(TextContours::segment).toList());
    }

    private static Segment segment(PathElement element) {
        return switch (element) {
            case MoveTo to -> new Segment.Move(to.getX(), to.getY());
            case LineTo to -> new Segment.Line(to.getX(), to.getY());
            case QuadCurveTo to -> new Segment.Quadratic(to.getControlX(), to.getControlY(), to.getX(), to.getY());
            case CubicCurveTo to ->
                new Segment.Cubic(
                        to.getControlX1(),
                        to.getControlY1(),
                        to.getControlX2(),
                        to.getControlY2(),
                        to.getX(),
                        to.getY());
            case ClosePath close -> new Segment.Close();
            default -> throw new IllegalArgumentException("no outline of a text: " + element);
        };
    }
}
