package org.gatescope.ui.grid;

import org.gatescope.picture.Raster;

/**
 * A large matrix as a small image. A pixel has the colour of the value of largest
 * magnitude among its cells, so that a single outlier is not averaged away; NaN counts as largest.
 */
final class GridOverview {
    private GridOverview() {}

    /** @param most pixels along a side at most */
    static Raster of(GridContent content, int most) {
        int width = Math.min(most, content.columns());
        int height = Math.min(most, content.rows());
        return Raster.of(width, height, (x, y) -> {
            int from = first(y, height, content.rows());
            int to = first(y + 1, height, content.rows());
            int left = first(x, width, content.columns());
            int right = first(x + 1, width, content.columns());
            return strongest(content, from, to, left, right);
        });
    }

    private static int first(int pixel, int pixels, int cells) {
        return (int) ((long) pixel * cells / pixels);
    }

    private static int strongest(GridContent content, int top, int bottom, int left, int right) {
        int strongRow = top;
        int strongColumn = left;
        double most = -1;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                double size = Math.abs(content.value(row, column));
                if (!(size <= most)) {
                    most = Double.isNaN(size) ? Double.POSITIVE_INFINITY : size;
                    strongRow = row;
                    strongColumn = column;
                }
            }
        }
        return content.tint(strongRow, strongColumn);
    }
}
