package org.gatescope.ui.stage;

import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.session.Playhead.Range;

/**
 * What comes in or is read out, or its gradient, of one sequence of the batch, as far as the playhead has come.
 *
 * @param numbers  of a step and a unit
 * @param isThere  false for steps at which the sequence is over, or nothing is read out
 * @param computed asked whenever the lane is drawn
 */
record QuantityContent(int steps, int units, Numbers numbers, IntPredicate isThere, Supplier<Range> computed)
        implements LaneContent {
    /** Numbers over time. */
    @FunctionalInterface
    interface Numbers {
        double at(int step, int unit);
    }

    @Override
    public double value(int t, int unit) {
        return numbers.at(t, unit);
    }

    @Override
    public boolean has(int t) {
        return isThere.test(t);
    }

    @Override
    public boolean canSaturate() {
        return false;
    }

    @Override
    public int computedFrom() {
        return computed.get().from();
    }

    @Override
    public int computedTo() {
        return computed.get().to();
    }
}
