package org.gatescope.ui.stage;

import org.gatescope.explain.Differences;
import org.gatescope.picture.lane.LaneContent;

/**
 * How far numbers are from others, at the steps and of the units that both have; what rounding alone makes counts as none.
 */
record DifferenceContent(LaneContent of, LaneContent from) implements DerivedContent {
    @Override
    public int units() {
        return Math.min(of.units(), from.units());
    }

    @Override
    public boolean has(int t) {
        return t < from.steps() && of.has(t) && from.has(t);
    }

    @Override
    public boolean canSaturate() {
        return false;
    }

    @Override
    public boolean isHidden(int t, int unit) {
        return of.isHidden(t, unit) || from.isHidden(t, unit);
    }

    @Override
    public double value(int t, int unit) {
        if (isHidden(t, unit)) {
            return Double.NaN;
        }
        double one = of.value(t, unit);
        double other = from.value(t, unit);
        return Differences.differs(one, other) ? one - other : 0;
    }
}
