package org.gatescope.ui.stage;

import java.util.List;
import org.gatescope.picture.lane.LaneContent;

/**
 * A lane that has one scale with others of its name, on an axis that may be shorter or longer than it is.
 *
 * @param largest of all of them
 * @param least   of all of them, the nearest to zero if they have one sign; otherwise 0
 * @param axis    steps of the axis; what lies beyond is not seen
 */
record SharedScale(LaneContent of, double largest, double least, int axis) implements DerivedContent {
    static SharedScale of(LaneContent content, List<LaneContent> all, int axis) {
        double largest = all.stream().mapToDouble(LaneContent::largest).max().orElse(0);
        double least = all.stream()
                .mapToDouble(LaneContent::least)
                .reduce(SharedScale::nearest)
                .orElse(0);
        return new SharedScale(content, largest, least, axis);
    }

    private static double nearest(double one, double other) {
        return one * other <= 0 ? 0 : Math.signum(one) * Math.min(Math.abs(one), Math.abs(other));
    }

    @Override
    public boolean has(int t) {
        return t < of.steps() && of.has(t);
    }

    @Override
    public boolean isHidden(int t, int unit) {
        return t < of.steps() && of.isHidden(t, unit);
    }

    @Override
    public double value(int t, int unit) {
        return t < of.steps() ? of.value(t, unit) : Double.NaN;
    }

    @Override
    public int computedTo() {
        return Math.min(axis, of.computedTo());
    }
}
