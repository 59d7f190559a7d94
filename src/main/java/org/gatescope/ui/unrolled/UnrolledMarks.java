package org.gatescope.ui.unrolled;

import java.util.List;
import java.util.Map;
import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.unrolled.UnrolledView.Scene;
import org.jspecify.annotations.Nullable;

/**
 * What is marked on the unrolled network.
 *
 * @param lit    what the opened number is made from, by step
 * @param cursor where the keys are; null while they are elsewhere
 * @param path   steps that a gradient goes through; null for none
 */
record UnrolledMarks(Map<Integer, List<Lit>> lit, @Nullable UnrolledHit cursor, Selection.@Nullable Path path) {
    /** A unit of one of a row's numbers at a step. */
    record Lit(String part, String quantity, int step, int unit) {}

    static final UnrolledMarks NONE = new UnrolledMarks(Map.of(), null, null);

    /** The playhead's column through all rows, as in the lanes. */
    void drawBelow(Pen pen, UnrolledLayout layout, Scene scene) {
        int t = scene.current();
        if (layout.stretch().shows(t) && layout.rolled() == 0) {
            double width = layout.stretch().column();
            double left = layout.centre(t) - width / 2;
            double bottom = layout.stretch().isLens() ? layout.bandTop() - UnrolledLayout.WEDGE : layout.height();
            pen.fill(new Box(left, 0, width, bottom), scene.colours().tones().highlight());
        }
        if (layout.stretch().isLens() && layout.rolled() == 0) {
            for (double[] line : layout.wedge()) {
                pen.path(scene.colours().tones().border(), 1, line);
            }
        }
    }

    /** On either side of the playhead's thin column. */
    private static void drawInBand(Pen pen, UnrolledLayout layout, Scene scene) {
        int t = scene.current();
        if (layout.stretch().isLens() && t >= 0 && t < layout.axis().steps()) {
            double height = layout.height() - layout.bandTop();
            double left = layout.axis().left(t) - 1;
            double right = Math.max(left + 2, layout.axis().right(t));
            pen.fill(new Box(left, layout.bandTop(), 1, height), scene.colours().gradient());
            pen.fill(
                    new Box(right, layout.bandTop(), 1, height), scene.colours().gradient());
        }
    }

    void drawAbove(Pen pen, UnrolledLayout layout, Scene scene) {
        drawInBand(pen, layout, scene);
        for (int t = layout.stretch().from(); t < layout.stretch().to(); t++) {
            for (Lit mark : lit.getOrDefault(t, List.of())) {
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
    private static void light(Pen pen, UnrolledLayout layout, Selection.Path path, Scene scene) {
        int from = Math.min(path.earlier(), path.later());
        int to = Math.min(Math.max(path.earlier(), path.later()), layout.axis().steps() - 1);
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
                    new Box(left, layout.bandTop(), width, layout.height() - layout.bandTop()),
                    scene.colours().tones().warning());
        }
    }

    private static void light(Pen pen, UnrolledLayout layout, Lit mark, Scene scene) {
        for (int row = 0; row < layout.rows().size(); row++) {
            RowNumbers numbers = scene.numbers().get(row);
            if (mark.part().equals(numbers.row().part())) {
                light(pen, layout, row, numbers, mark, scene);
            }
        }
    }

    private static void light(Pen pen, UnrolledLayout layout, int row, RowNumbers numbers, Lit mark, Scene scene) {
        for (int i = 0;
                layout.kind(row) == NetworkRow.Kind.LAYER && i < numbers.shown().size();
                i++) {
            RowNumbers.Shown shown = numbers.shown().get(i);
            int units = shown.content().units();
            if (shown.quantity().name().equals(mark.quantity()) && mark.unit() < units) {
                Box column = CellDrawing.column(
                        layout.box(row, mark.step()), i, numbers.shown().size());
                double top = column.y() + mark.unit() * column.height() / units;
                double height = Math.max(3, column.height() / units);
                Box square = new Box(column.x() - 1, top - 0.5, column.width() + 2, height);
                pen.roundFrame(square, 1, scene.colours().tones().selection(), 1.5);
            }
        }
    }
}
