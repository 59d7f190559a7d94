package org.gatescope.ui.stage;

import org.gatescope.explain.Differences;
import org.gatescope.picture.lane.LaneContent;

/** How far numbers are from others of the same shape; what rounding alone makes counts as none. */
record DifferenceContent(LaneContent of, LaneContent from) implements DerivedContent {
    @Override
    public double value(int t, int unit) {
        double one = of.value(t, unit);
        double other = from.value(t, unit);
        return Differences.differs(one, other) ? one - other : 0;
    }
}
