package org.gatescope.ui.lanes;

import org.gatescope.session.lab.Differences;
import org.gatescope.ui.heatmap.LaneContent;

/** How far numbers are from others of the same shape; what rounding alone makes counts as none. */
record DifferenceContent(LaneContent of, LaneContent from) implements LaneContent {
    @Override
    public int steps() {
        return of.steps();
    }

    @Override
    public int units() {
        return of.units();
    }

    @Override
    public double value(int t, int unit) {
        double one = of.value(t, unit);
        double other = from.value(t, unit);
        return Differences.differs(one, other) ? one - other : 0;
    }

    @Override
    public boolean has(int t) {
        return of.has(t);
    }

    @Override
    public int computedFrom() {
        return of.computedFrom();
    }

    @Override
    public int computedTo() {
        return of.computedTo();
    }
}
