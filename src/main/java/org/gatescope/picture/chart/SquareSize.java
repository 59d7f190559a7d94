package org.gatescope.picture.chart;

/** Squares in a row are as large as there is room for, up to a size beyond which they would look like a wall. */
final class SquareSize {
    private SquareSize() {}

    /** In pixels, as room and the largest size are. */
    static double of(int squares, double room, double largest) {
        return Math.min(largest, room / Math.max(1, squares));
    }
}
