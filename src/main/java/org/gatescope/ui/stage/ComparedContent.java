package org.gatescope.ui.stage;

import org.gatescope.picture.lane.LaneContent;

/**
 * One of two runs in a lane, on the axis of the shown one and on the scale of both, so that equal colours are equal numbers.
 *
 * @param of    what is shown
 * @param beside the other of the two
 * @param steps of the axis; what lies beyond is not seen
 */
record ComparedContent(LaneContent of, LaneContent beside, int steps) implements DerivedContent {
    @Override
    public boolean has(int t) {
        return t < of.steps() && of.has(t);
    }

    @Override
    public double value(int t, int unit) {
        return t < of.steps() ? of.value(t, unit) : Double.NaN;
    }

    @Override
    public boolean isHidden(int t, int unit) {
        return t < of.steps() && of.isHidden(t, unit);
    }

    @Override
    public double largest() {
        return Math.max(of.largest(), beside.largest());
    }

    @Override
    public double least() {
        double one = of.least();
        double other = beside.least();
        return one * other <= 0 ? 0 : Math.signum(one) * Math.min(Math.abs(one), Math.abs(other));
    }

    @Override
    public int computedTo() {
        return Math.min(steps, of.computedTo());
    }
}
