package org.gatescope.ui.lane;

import java.util.Arrays;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Scale;
import org.gatescope.ui.axis.TimeAxis;
import org.gatescope.ui.paint.Pixels;

/**
 * Colours the pixels of a lane, just as many as the screen shows: images that need no scaling are drawn ten times as fast.
 * Every number that has room is looked at once.
 */
record CellPixels(LaneContent content, CellGrid grid, Scale scale, Palette palette) {
    void fill(Pixels pixels) {
        pixels.require((int) Math.ceil(grid.axis().width()), Math.max(1, (int) Math.rint(grid.height())));
        int rows = content.units() == 0 ? 0 : grid.rows();
        for (int row = 0; row < rows; row++) {
            int top = grid.topOfRow(row) * pixels.stride();
            int end = grid.topOfRow(row + 1) * pixels.stride();
            Arrays.fill(pixels.argb(), top, top + pixels.width(), 0);
            row(row, pixels.argb(), top, pixels.width());
            for (int copy = top + pixels.stride(); copy < end; copy += pixels.stride()) {
                System.arraycopy(pixels.argb(), top, pixels.argb(), copy, pixels.width());
            }
        }
        pixels.written();
    }

    /** The first of some steps that has numbers; the end of them for none. */
    static int firstThere(LaneContent content, int fromStep, int toStep) {
        int t = fromStep;
        while (t < toStep && !content.has(t)) {
            t++;
        }
        return t;
    }

    /**
     * The number of largest magnitude, so that a spike among many never vanishes; NaN is larger than all.
     *
     * @param fromStep a step that has numbers
     */
    static double strongest(LaneContent content, int fromStep, int toStep, int fromUnit, int toUnit) {
        double strongest = content.value(fromStep, fromUnit);
        for (int t = fromStep; t < toStep; t = firstThere(content, t + 1, toStep)) {
            for (int unit = fromUnit; unit < toUnit; unit++) {
                double value = content.value(t, unit);
                if (!(Math.abs(value) <= Math.abs(strongest)) && !Double.isNaN(strongest)) {
                    strongest = value;
                }
            }
        }
        return strongest;
    }

    private void row(int row, int[] argb, int start, int width) {
        TimeAxis axis = grid.axis();
        int fromUnit = grid.firstUnit(row);
        int toUnit = grid.firstUnit(row + 1);
        int end = Math.min(axis.endVisible(), content.steps());
        int next;
        for (int t = axis.firstVisible(); t < end; t = next) {
            next = Math.min(content.steps(), grid.endOfPixel(t));
            int there = firstThere(content, t, next);
            if (there == next) {
                continue;
            }
            double value = strongest(content, there, next, fromUnit, toUnit);
            int from = Math.max(0, (int) grid.columnLeft(t));
            int to = Math.min(width, (int) grid.columnRight(t));
            Arrays.fill(argb, start + from, start + Math.max(from, to), palette.argb(scale.index(value)));
        }
    }
}
