package org.gatescope.picture.diagram;

import java.util.List;
import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.jspecify.annotations.Nullable;

/**
 * What is marked in a diagram.
 *
 * @param lit    the opened number and those that it is made from
 * @param cursor where the keys are; null while they are elsewhere
 * @param hidden what is to be predicted
 */
public record DiagramMarks(List<Unit> lit, @Nullable Unit cursor, Hiding hidden) {
    /** Nothing. */
    public static final DiagramMarks NONE = new DiagramMarks(List.of(), null);

    /** Which units are not to be seen, as they are shown now: values, or in the backward pass gradients. */
    @FunctionalInterface
    public interface Hiding {
        boolean hides(Unit unit);
    }

    /** Nothing is hidden. */
    public DiagramMarks(List<Unit> lit, @Nullable Unit cursor) {
        this(lit, cursor, unit -> false);
    }

    /** A unit of what a node puts out. */
    public record Unit(int node, int unit) {}

    void draw(Pen pen, DiagramPicture drawing) {
        for (Unit unit : lit) {
            frame(pen, drawing, unit, 1.5);
        }
        if (cursor != null) {
            frame(pen, drawing, cursor, 2.2);
        }
    }

    private static void frame(Pen pen, DiagramPicture drawing, Unit unit, double width) {
        Box strip = drawing.strip(unit.node());
        int count = drawing.numbers().get(unit.node()).value().columns();
        if (unit.unit() < count) {
            double each = strip.width() / count;
            Box box =
                    new Box(strip.x() + unit.unit() * each - 0.5, strip.y() - 1, Math.max(3, each), strip.height() + 2);
            pen.roundFrame(box, 1, drawing.colours().tones().selection(), width);
        }
    }
}
