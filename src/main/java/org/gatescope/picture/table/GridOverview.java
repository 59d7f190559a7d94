package org.gatescope.picture.table;

import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.picture.Raster;
import org.gatescope.picture.Strongest;

/** A large matrix as a small image: a pixel has the colour of the strongest of its cells, so that no outlier is averaged away. */
public final class GridOverview {
    private GridOverview() {}

    /**
     * Looks at every cell.
     *
     * @param most     pixels along a side at most
     * @param progress told before each pixel
     * @throws java.util.concurrent.CancellationException if stopped
     */
    public static Raster of(TableContent content, int most, Progress progress) {
        int width = Math.min(most, content.columns());
        int height = Math.min(most, content.rows());
        return Raster.of(width, height, (x, y) -> {
            progress.report((long) y * width + x, (long) width * height);
            int top = first(y, height, content.rows());
            int left = first(x, width, content.columns());
            int rows = first(y + 1, height, content.rows()) - top;
            int columns = first(x + 1, width, content.columns()) - left;
            int place = Strongest.place(
                    0, rows * columns, cell -> content.value(top + cell / columns, left + cell % columns));
            return content.tint(top + place / columns, left + place % columns);
        });
    }

    private static int first(int pixel, int pixels, int cells) {
        return (int) ((long) pixel * cells / pixels);
    }
}
