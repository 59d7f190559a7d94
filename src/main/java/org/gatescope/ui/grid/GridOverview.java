package org.gatescope.ui.grid;

/**
 * A large matrix as a small image, one ARGB value a pixel, row by row. A pixel has the colour of the value of largest
 * magnitude among its cells, so that a single outlier is not averaged away; NaN counts as largest.
 */
@SuppressWarnings("ArrayRecordComponent")
record GridOverview(int width, int height, int[] argb) {
    static GridOverview of(GridContent content, int most) {
        int width = Math.min(most, content.columns());
        int height = Math.min(most, content.rows());
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            int from = first(y, height, content.rows());
            int to = first(y + 1, height, content.rows());
            for (int x = 0; x < width; x++) {
                int left = first(x, width, content.columns());
                int right = first(x + 1, width, content.columns());
                argb[y * width + x] = strongest(content, from, to, left, right);
            }
        }
        return new GridOverview(width, height, argb);
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
