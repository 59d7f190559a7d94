package org.gatescope.ui.stage;

import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gatescope.engine.Series;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.session.Playhead.Range;

/**
 * A quantity of a trace, or its gradient, of one sequence of the batch, as far as the playhead has come.
 *
 * @param length   steps of the sequence
 * @param isThere  false for steps at which it is not computed
 * @param computed asked whenever the lane is drawn
 */
record SeriesContent(Series series, int sequence, int length, IntPredicate isThere, Supplier<Range> computed)
        implements LaneContent {
    @Override
    public int steps() {
        return series.steps();
    }

    @Override
    public int units() {
        return series.width();
    }

    @Override
    public double value(int t, int unit) {
        return series.at(t, sequence, unit);
    }

    @Override
    public boolean has(int t) {
        return isThere.test(t);
    }

    @Override
    public double largest() {
        boolean isWhole = IntStream.range(0, length).allMatch(isThere); // a skipped step leaves numbers behind
        return isWhole ? series.largest(sequence, length) : LaneContent.super.largest();
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
