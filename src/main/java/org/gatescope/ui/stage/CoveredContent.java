package org.gatescope.ui.stage;

import org.gatescope.picture.lane.LaneContent;

/** Numbers of which some are hidden: nothing of those is told, and the scale rests on the others. */
record CoveredContent(LaneContent of, Hiding hiding) implements DerivedContent {
    /** Which numbers of a lane are hidden. */
    @FunctionalInterface
    interface Hiding {
        boolean hides(int step, int unit);
    }

    @Override
    public double value(int t, int unit) {
        return hiding.hides(t, unit) ? Double.NaN : of.value(t, unit);
    }

    @Override
    public boolean isHidden(int t, int unit) {
        return hiding.hides(t, unit);
    }
}
