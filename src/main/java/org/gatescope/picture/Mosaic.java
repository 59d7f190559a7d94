package org.gatescope.picture;

import java.util.function.IntPredicate;

/**
 * Squares whose columns and rows have edges of their own, in whole pixels; there may be room between columns.
 * It never changes, so that what draws it may keep an image of it.
 */
public final class Mosaic {
    private final Raster colours;
    private final int[] left;
    private final int[] right;
    private final int[] top;

    /**
     * @param left  where each column begins, at least 0 and growing
     * @param right where each column ends, at most where the next begins
     * @param top   where each row begins, and as the last where the last one ends
     */
    public Mosaic(Raster colours, int[] left, int[] right, int[] top) {
        if (left.length != colours.width() || right.length != colours.width() || top.length != colours.height() + 1) {
            throw new IllegalArgumentException("a raster of " + colours.width() + " × " + colours.height() + " with "
                    + left.length + " and " + right.length + " edges of columns, " + top.length + " of rows");
        }
        this.colours = colours;
        this.left = left.clone();
        this.right = right.clone();
        this.top = top.clone();
    }

    /** One colour for each number. */
    public Raster colours() {
        return colours;
    }

    /** The left edge of a column, in pixels. */
    public int left(int column) {
        return left[column];
    }

    /** The right edge of a column, in pixels; the next column begins there or later. */
    public int right(int column) {
        return right[column];
    }

    /** Where a row begins; that of the number of rows is where the last one ends. */
    public int top(int row) {
        return top[row];
    }

    /** How many columns end at x or before. */
    public int columnsTo(double x) {
        return count(right, edge -> edge <= x);
    }

    /** How many columns begin before x. */
    public int columnsBefore(double x) {
        return count(left, edge -> edge < x);
    }

    private static int count(int[] edges, IntPredicate first) {
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (first.test(edges[middle])) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
