package org.gatescope.picture.network;

import org.gatescope.picture.lane.TimeAxis;

/**
 * The steps that are drawn in full, and where: on the columns of the time axis, or where those are too narrow on wider ones
 * of its own, about the playhead.
 *
 * @param from   the first step
 * @param to     the step after the last one
 * @param column width of a step, in pixels
 * @param origin where the column of step 0 begins, or would
 * @param isLens true for columns of its own
 */
public record VisibleSteps(int from, int to, double column, double origin, boolean isLens) {
    /** A cell needs as much, in pixels. */
    static final double LEAST_COLUMN = 44;

    /** In a close-up cells have at least as much. */
    static final double LENS_COLUMN = 64;

    /** @param focus the step to be about, perhaps between two while it moves */
    public static VisibleSteps of(TimeAxis axis, double focus) {
        return axis.column() >= LEAST_COLUMN || axis.steps() == 0
                ? new VisibleSteps(axis.firstVisible(), axis.endVisible(), axis.column(), -axis.offset(), false)
                : lens(axis, focus);
    }

    /** As many steps as there is room for, as near above their columns as the room allows. */
    private static VisibleSteps lens(TimeAxis axis, double focus) {
        int room = Math.max(1, (int) (axis.width() / LENS_COLUMN));
        int count = Math.min(axis.steps(), room % 2 == 0 ? room - 1 : room); // odd: as many on either side
        double half = (count - 1) / 2.0;
        double middle = Math.clamp(focus, half, Math.max(half, axis.steps() - 1 - half));
        double column = Math.max(LENS_COLUMN, axis.width() / count);
        double width = count * column;
        double above = (middle + 0.5) * axis.column() - axis.offset();
        double centre = Math.clamp(above, width / 2, Math.max(width / 2, axis.width() - width / 2));
        double origin = centre - (middle + 0.5) * column;
        int from = (int) Math.ceil(middle - half - 1e-9);
        int to = Math.min(axis.steps(), (int) Math.floor(middle + half + 1e-9) + 1);
        return new VisibleSteps(from, to, column, origin, true);
    }

    double left(int t) {
        return origin + t * column;
    }

    double centre(int t) {
        return origin + (t + 0.5) * column;
    }

    boolean shows(int t) {
        return t >= from && t < to;
    }
}
