package org.gatescope.picture.lane;

import org.gatescope.picture.Scale;

/**
 * The numbers of a lane: one quantity at every time step, for every unit. Read on the JavaFX thread whenever the lane is
 * drawn, so answers must come at once.
 */
public interface LaneContent {
    /** T, at least 0. */
    int steps();

    /** H, at least 0. */
    int units();

    /** The value, also where the playhead has not come yet: scales rest on all of them. */
    double value(int t, int unit);

    /** True for a number that is to be predicted: its {@link #value} is NaN, and nothing is said of it. */
    default boolean isHidden(int t, int unit) {
        return false;
    }

    /** Which unit stands in a row: what is said of it names the unit. */
    default int unit(int row) {
        return row;
    }

    /** False where there is nothing to compute: at steps at which the sequence is over, or nothing is read out. */
    default boolean has(int t) {
        return true;
    }

    /** False where 0 and 1 close and open nothing: of what is read out, and of targets. */
    default boolean canSaturate() {
        return true;
    }

    /** The largest finite magnitude of all that is there, 0 if nothing is: scales rest on it. */
    default double largest() {
        double largest = 0;
        for (int t = 0; t < steps(); t++) {
            for (int unit = 0; has(t) && unit < units(); unit++) {
                largest = Math.max(largest, Scale.finiteMagnitude(value(t, unit)));
            }
        }
        return largest;
    }

    /** The number nearest to zero if all that are finite have one sign, otherwise 0. */
    default double least() {
        double least = 0;
        for (int t = 0; t < steps(); t++) {
            for (int unit = 0; has(t) && unit < units(); unit++) {
                double value = value(t, unit);
                if (value == 0 || Math.signum(value) * Math.signum(least) < 0) {
                    return 0;
                }
                if (Double.isFinite(value) && (least == 0 || Math.abs(value) < Math.abs(least))) {
                    least = value;
                }
            }
        }
        return least;
    }

    /** The first step that is computed at the playhead. */
    int computedFrom();

    /** The step after the last one that is computed at the playhead; what lies outside is drawn as not yet there. */
    int computedTo();
}
