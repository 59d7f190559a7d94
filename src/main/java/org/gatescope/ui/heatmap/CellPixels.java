package org.gatescope.ui.heatmap;

import java.util.Arrays;
import org.gatescope.ui.paint.Palette;
import org.gatescope.ui.paint.Pixels;
import org.gatescope.ui.paint.Scale;
import org.gatescope.ui.timeline.TimeAxis;

/** Colours the pixels of a lane: one column a pixel of the screen, one row a unit. */
final class CellPixels {
    private CellPixels() {}

    static void fill(LaneContent content, CellGrid grid, Scale scale, Palette palette, Pixels pixels) {
        int width = (int) Math.ceil(grid.axis().width());
        int rows = grid.rows();
        pixels.require(width, rows);
        for (int row = 0; row < rows; row++) {
            Arrays.fill(pixels.argb(), row * pixels.stride(), row * pixels.stride() + width, 0);
        }
        if (content.units() > 0) {
            columns(content, grid, scale, palette, pixels);
        }
        pixels.written();
    }

    /** The number of largest magnitude, so that a spike among many never vanishes; NaN is larger than all. */
    static double strongest(LaneContent content, int fromStep, int toStep, int fromUnit, int toUnit) {
        double strongest = content.value(fromStep, fromUnit);
        for (int t = fromStep; t < toStep; t++) {
            for (int unit = fromUnit; unit < toUnit; unit++) {
                double value = content.value(t, unit);
                if (!(Math.abs(value) <= Math.abs(strongest)) && !Double.isNaN(strongest)) {
                    strongest = value;
                }
            }
        }
        return strongest;
    }

    private static void columns(LaneContent content, CellGrid grid, Scale scale, Palette palette, Pixels pixels) {
        TimeAxis axis = grid.axis();
        int end = Math.min(axis.endVisible(), content.steps());
        int next;
        for (int t = axis.firstVisible(); t < end; t = next) {
            next = Math.min(content.steps(), grid.endOfPixel(t));
            int from = (int) Math.max(0, grid.column(t).x());
            int to = (int) Math.min(pixels.width(), grid.column(t).right());
            column(content, grid, scale, palette, pixels, t, next, from, to);
        }
    }

    private static void column(
            LaneContent content,
            CellGrid grid,
            Scale scale,
            Palette palette,
            Pixels pixels,
            int fromStep,
            int toStep,
            int fromX,
            int toX) {
        int[] argb = pixels.argb();
        for (int row = 0; row < pixels.height(); row++) {
            double value = strongest(content, fromStep, toStep, grid.firstUnit(row), grid.firstUnit(row + 1));
            int colour = palette.argb(scale.index(value));
            int start = row * pixels.stride();
            for (int x = fromX; x < toX; x++) {
                argb[start + x] = colour;
            }
        }
    }
}
