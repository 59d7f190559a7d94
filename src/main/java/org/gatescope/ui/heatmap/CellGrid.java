package org.gatescope.ui.heatmap;

import org.gatescope.ui.paint.Box;
import org.gatescope.ui.timeline.TimeAxis;

/**
 * Where the squares of a lane lie.
 *
 * @param units  H
 * @param height of all rows together, in pixels
 */
record CellGrid(TimeAxis axis, int units, double height) {
    /** Room between time steps, in pixels. */
    double gap() {
        double column = axis.column();
        return column >= 40 ? 4 : column >= 14 ? 2 : column >= 6 ? 1 : 0;
    }

    double rowTop(int unit) {
        return Math.rint(unit * height / Math.max(1, units));
    }

    double rowHeight() {
        return height / Math.max(1, units);
    }

    /** All squares of a step. */
    Box column(int t) {
        double left = axis.left(t) + Math.floor(gap() / 2);
        return new Box(left, 0, Math.max(1, axis.right(t) - axis.left(t) - gap()), height);
    }

    Box cell(int t, int unit) {
        Box column = column(t);
        return new Box(column.x(), rowTop(unit), column.width(), rowTop(unit + 1) - rowTop(unit));
    }

    /** The unit whose row holds y, the nearest one beyond the ends. */
    int unitAt(double y) {
        return Math.clamp((long) Math.floor(y * units / height), 0, Math.max(0, units - 1));
    }

    /** The rows of pixels: one a unit, or where there is not so much room, one a pixel. */
    int rows() {
        return Math.max(1, Math.min(units, (int) height));
    }

    /** The first unit of a row of pixels; that of {@link #rows()} is H. */
    int firstUnit(int row) {
        return (int) ((long) row * units / rows());
    }

    /** The step after the last one that shares its pixels with t. */
    int endOfPixel(int t) {
        return axis.column() >= 1 ? t + 1 : Math.max(t + 1, axis.firstFrom(axis.left(t) + 1));
    }
}
