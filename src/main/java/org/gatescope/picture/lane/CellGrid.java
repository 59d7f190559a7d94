package org.gatescope.picture.lane;

import org.gatescope.picture.Box;

/**
 * Where the squares of a lane lie.
 *
 * @param units  H
 * @param height of all rows together, in pixels
 */
public record CellGrid(TimeAxis axis, int units, double height) {
    /** Room between time steps, in pixels. */
    public double gap() {
        double column = axis.column();
        return column >= 40 ? 4 : column >= 14 ? 2 : column >= 6 ? 1 : 0;
    }

    /** Where a unit's row begins. */
    public double rowTop(int unit) {
        return Math.rint(unit * height / Math.max(1, units));
    }

    /** Not rounded. */
    public double rowHeight() {
        return height / Math.max(1, units);
    }

    /** All squares of a step. */
    public Box column(int t) {
        return new Box(columnLeft(t), 0, columnRight(t) - columnLeft(t), height);
    }

    /** Where the squares of a step begin. */
    public double columnLeft(int t) {
        return axis.left(t) + Math.floor(gap() / 2);
    }

    /** Where they end, at least a pixel further. */
    public double columnRight(int t) {
        return Math.max(columnLeft(t) + 1, axis.right(t) - Math.ceil(gap() / 2));
    }

    /** One square. */
    public Box cell(int t, int unit) {
        Box column = column(t);
        return new Box(column.x(), rowTop(unit), column.width(), rowTop(unit + 1) - rowTop(unit));
    }

    /** The row that holds y, the nearest one beyond the ends. */
    public int rowAt(double y) {
        int guess = Math.clamp((long) Math.floor(y * rows() / Math.rint(height)), 0, rows() - 1);
        if (guess > 0 && topOfRow(guess) > Math.floor(y)) {
            return guess - 1;
        }
        return guess < rows() - 1 && topOfRow(guess + 1) <= Math.floor(y) ? guess + 1 : guess;
    }

    /** The rows that can be told apart: one a unit, or where there is not so much room, one a pixel. */
    public int rows() {
        return Math.max(1, Math.min(units, (int) height));
    }

    /** Where a row begins in whole pixels; that of {@link #rows()} is the height. */
    public int topOfRow(int row) {
        return (int) Math.rint(row * Math.rint(height) / rows());
    }

    /** The first unit of a row; that of {@link #rows()} is H. */
    public int firstUnit(int row) {
        return (int) ((long) row * units / rows());
    }

    /** The step after the last one that shares its pixels with t. */
    public int endOfPixel(int t) {
        return axis.column() >= 1 ? t + 1 : Math.max(t + 1, axis.firstFrom(axis.left(t) + 1));
    }
}
