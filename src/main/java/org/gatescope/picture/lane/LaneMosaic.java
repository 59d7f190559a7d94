package org.gatescope.picture.lane;

import java.util.stream.IntStream;
import org.gatescope.picture.Mosaic;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Raster;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Strongest;

/** Colours the squares of a lane, only those that can be told apart. Every number that has room is looked at once. */
public record LaneMosaic(LaneContent content, CellGrid grid, Scale scale, Palette palette) {
    /** The squares in view, laid out. */
    public Mosaic mosaic() {
        int[] first = firstSteps();
        int columns = Math.max(0, first.length - 1);
        int rows = content.units() == 0 ? 0 : grid.rows();
        int width = (int) Math.ceil(grid.axis().width());
        int[] left = IntStream.range(0, columns)
                .map(c -> Math.max(0, (int) grid.columnLeft(first[c])))
                .toArray();
        int[] right = IntStream.range(0, columns)
                .map(c -> Math.max(left[c], Math.min(width, (int) grid.columnRight(first[c]))))
                .toArray();
        int[] top = IntStream.rangeClosed(0, rows).map(grid::topOfRow).toArray();
        return new Mosaic(Raster.of(columns, rows, (c, row) -> colour(first[c], first[c + 1], row)), left, right, top);
    }

    /** The first step of each column of pixels in view, and as the last the step after them. */
    private int[] firstSteps() {
        TimeAxis axis = grid.axis();
        int end = Math.min(axis.endVisible(), content.steps());
        IntStream.Builder steps = IntStream.builder();
        int t = axis.firstVisible();
        while (t < end) {
            steps.add(t);
            t = Math.min(content.steps(), grid.endOfPixel(t));
        }
        return steps.add(t).build().toArray();
    }

    /** 0 where there are no numbers, or all are hidden. */
    private int colour(int fromStep, int toStep, int row) {
        int there = firstThere(content, fromStep, toStep);
        if (there == toStep) {
            return 0;
        }
        if (isHidden(there, toStep, grid.firstUnit(row), grid.firstUnit(row + 1))) {
            return 0;
        }
        double value = strongest(content, there, toStep, grid.firstUnit(row), grid.firstUnit(row + 1));
        return palette.argb(scale.index(value));
    }

    /** Whether all numbers of some steps and units are hidden. @param fromStep a step that has numbers */
    private boolean isHidden(int fromStep, int toStep, int fromUnit, int toUnit) {
        for (int t = fromStep; t < toStep; t = firstThere(content, t + 1, toStep)) {
            for (int unit = fromUnit; unit < toUnit; unit++) {
                if (!content.isHidden(t, unit)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The first of some steps that has numbers; the end of them for none. */
    public static int firstThere(LaneContent content, int fromStep, int toStep) {
        int t = fromStep;
        while (t < toStep && !content.has(t)) {
            t++;
        }
        return t;
    }

    /**
     * The number of largest magnitude of some steps and units, of those that are not hidden; NaN if all are.
     *
     * @param fromStep a step that has numbers
     */
    public static double strongest(LaneContent content, int fromStep, int toStep, int fromUnit, int toUnit) {
        double strongest = Double.NaN;
        boolean isNone = true;
        for (int t = fromStep; t < toStep; t = firstThere(content, t + 1, toStep)) {
            for (int unit = fromUnit; unit < toUnit; unit++) {
                if (!content.isHidden(t, unit)) {
                    double value = content.value(t, unit);
                    strongest = isNone ? value : Strongest.of(strongest, value);
                    isNone = false;
                }
            }
        }
        return strongest;
    }
}
