package org.gatescope.picture.network;

import java.util.List;
import java.util.Map;
import org.gatescope.cell.Expression.Name;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.jspecify.annotations.Nullable;

/**
 * What is marked on the unrolled network.
 *
 * @param lit    what the opened number is made from, by step
 * @param cursor where the keys are; null while they are elsewhere
 * @param path   steps that a gradient goes through; null for none
 */
public record UnrolledMarks(
        Map<Integer, List<OfStep>> lit,
        @Nullable UnrolledHit cursor,
        @Nullable Stretch path) {
    /** Steps of a part, from one up to and with another. */
    public record Stretch(String part, int from, int to) {}

    /** Nothing. */
    public static final UnrolledMarks NONE = new UnrolledMarks(Map.of(), null, null);

    /** The playhead's column through all rows, as in the lanes. */
    void drawBelow(Pen pen, UnrolledLayout layout, NetworkScene scene) {
        int t = scene.current();
        if (layout.stretch().isLens()) {
            closeUp(pen, layout, scene.colours().tones());
        } else if (layout.stretch().shows(t) && layout.rolled() == 0) {
            double width = layout.stretch().column();
            double left = layout.centre(t) - width / 2;
            pen.fill(
                    new Box(left, 0, width, layout.height()),
                    scene.colours().tones().highlight());
        }
    }

    /** Its frame, joined to the steps that it is of. They are steps of its own, so the playhead's column ends above it. */
    private static void closeUp(Pen pen, UnrolledLayout layout, Tones tones) {
        double[] p = layout.wedge();
        Rgb inside = tones.panel();
        pen.polygon(inside, p);
        pen.path(tones.border(), 1, p[0], p[1], p[6], p[7]);
        pen.path(tones.border(), 1, p[2], p[3], p[4], p[5]);
        pen.fill(layout.frame(), inside);
        pen.frame(layout.frame(), tones.border());
    }

    /** On either side of the playhead's thin column. */
    private static void drawInBand(Pen pen, UnrolledLayout layout, NetworkScene scene) {
        int t = scene.current();
        if (layout.stretch().isLens() && t >= 0 && t < layout.axis().steps()) {
            double height = layout.bands().bottom() + 2;
            double left = layout.axis().left(t) - 1;
            double right = Math.max(left + 2, layout.axis().right(t));
            pen.fill(new Box(left, 0, 1, height), scene.colours().gradient());
            pen.fill(new Box(right, 0, 1, height), scene.colours().gradient());
        }
    }

    void drawAbove(Pen pen, UnrolledLayout layout, NetworkScene scene) {
        drawInBand(pen, layout, scene);
        for (int t = layout.stretch().from(); t < layout.stretch().to(); t++) {
            for (OfStep mark : lit.getOrDefault(t, List.of())) {
                light(pen, layout, mark, scene);
            }
        }
        if (path != null && layout.rolled() == 0) {
            light(pen, layout, path, scene);
        }
        if (cursor != null
                && layout.stretch().shows(cursor.step())
                && cursor.row() < layout.rows().size()) {
            Box box = layout.box(cursor.row(), cursor.step()).inset(-3);
            pen.roundFrame(box, 7, scene.colours().tones().selection(), 1.5);
        }
    }

    /** A frame about the path's cells; where they are thin columns, about its stretch of the band. */
    private static void light(Pen pen, UnrolledLayout layout, Stretch path, NetworkScene scene) {
        int from = Math.min(path.from(), path.to());
        int to = Math.min(Math.max(path.from(), path.to()), layout.axis().steps() - 1);
        for (int row = 0; row < layout.rows().size(); row++) {
            if (layout.kind(row) == NetworkRow.Kind.LAYER
                    && path.part().equals(scene.numbers().get(row).row().part())) {
                for (int t = Math.max(from, layout.stretch().from());
                        t <= Math.min(to, layout.stretch().to() - 1);
                        t++) {
                    pen.roundFrame(
                            layout.box(row, t).inset(-2),
                            6,
                            scene.colours().tones().warning(),
                            1.5);
                }
            }
        }
        if (layout.stretch().isLens()) {
            double left = layout.axis().left(from);
            double width = Math.max(2, layout.axis().right(to) - left);
            pen.frame(
                    new Box(left, layout.bands().y(), width, layout.bands().height()),
                    scene.colours().tones().warning());
        }
    }

    private static void light(Pen pen, UnrolledLayout layout, OfStep mark, NetworkScene scene) {
        for (int row = 0; row < layout.rows().size(); row++) {
            RowNumbers numbers = scene.numbers().get(row);
            if (mark.part().equals(numbers.row().part())) {
                light(pen, layout, row, numbers, mark, scene);
            }
        }
    }

    private static void light(
            Pen pen, UnrolledLayout layout, int row, RowNumbers numbers, OfStep mark, NetworkScene scene) {
        for (int i = 0;
                layout.kind(row) == NetworkRow.Kind.LAYER && i < numbers.shown().size();
                i++) {
            RowNumbers.Shown shown = numbers.shown().get(i);
            int units = shown.content().units();
            if (mark.node().equals(new Name(shown.name())) && mark.column() < units) {
                Box column = CellDrawing.column(
                        layout.box(row, mark.step()), i, numbers.shown().size());
                double top = column.y() + mark.column() * column.height() / units;
                double height = Math.max(3, column.height() / units);
                Box square = new Box(column.x() - 1, top - 0.5, column.width() + 2, height);
                pen.roundFrame(square, 1, scene.colours().tones().selection(), 1.5);
            }
        }
    }
}
