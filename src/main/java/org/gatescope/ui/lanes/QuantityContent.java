package org.gatescope.ui.lanes;

import java.util.function.Supplier;
import org.gatescope.engine.Series;
import org.gatescope.session.Playhead;
import org.gatescope.ui.heatmap.LaneContent;

/** A quantity, or its gradient, of one sequence of the batch, as far as the playhead has come. */
final class QuantityContent implements LaneContent {
    private final Series series;
    private final int sequence;
    private final Supplier<Playhead.Range> computed;

    /** @param computed asked whenever the lane is drawn */
    QuantityContent(Series series, int sequence, Supplier<Playhead.Range> computed) {
        this.series = series;
        this.sequence = sequence;
        this.computed = computed;
    }

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
    public int computedFrom() {
        return computed.get().from();
    }

    @Override
    public int computedTo() {
        return computed.get().to();
    }
}
