package org.gatescope.picture.lane;

/**
 * What lies at a point of a lane: where several numbers share a pixel, the strongest of them, as it gives the colour.
 *
 * @param among how many numbers share the pixel
 */
public record PointedCell(int t, int unit, int among) {
    /** What lies at x and y, the nearest beyond the ends. */
    public static PointedCell at(LaneContent content, CellGrid grid, double x, double y) {
        int t = grid.axis().stepAt(x);
        int end = Math.min(content.steps(), grid.endOfPixel(t));
        int row = grid.rowAt(y);
        int fromUnit = grid.firstUnit(row);
        int toUnit = grid.firstUnit(row + 1);
        int there = LaneMosaic.firstThere(content, t, end);
        if (there == end) {
            return new PointedCell(t, fromUnit, 1);
        }
        double strongest = LaneMosaic.strongest(content, there, end, fromUnit, toUnit);
        for (int step = there; step < end; step = LaneMosaic.firstThere(content, step + 1, end)) {
            for (int unit = fromUnit; unit < toUnit; unit++) {
                if (Double.compare(content.value(step, unit), strongest) == 0) {
                    return new PointedCell(step, unit, (end - t) * (toUnit - fromUnit));
                }
            }
        }
        throw new IllegalStateException("numbers changed while they were read");
    }
}
