package org.gatescope.picture.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatescope.picture.Family;
import org.gatescope.picture.lane.LaneScales.Entry;
import org.junit.jupiter.api.Test;

class LaneScalesTest {
    private static final LaneLook OWN = LaneLook.of(Family.VALUES);
    private static final LaneLook SHARED = OWN.withChoice(ScaleChoice.SHARED);

    @Test
    void aLaneHasItsOwnLimitUnlessItShares() {
        Entry small = new Entry(Family.VALUES, SHARED, 0.5);
        Entry large = new Entry(Family.VALUES, SHARED, 3);
        Entry apart = new Entry(Family.VALUES, OWN, 100);
        Entry gradient = new Entry(Family.GRADIENTS, SHARED, 1000);
        List<Entry> all = List.of(small, large, apart, gradient);
        assertThat(LaneScales.of(small, all).limit()).isEqualTo(3);
        assertThat(LaneScales.of(apart, all).limit()).isEqualTo(100);
        assertThat(LaneScales.of(gradient, all).limit()).isEqualTo(1000);
    }

    @Test
    void gatesReachToOneAndFartherOnlyIfTheyMust() {
        LaneLook look = LaneLook.of(Family.GATES);
        assertThat(LaneScales.of(new Entry(Family.GATES, look, 0.3), List.of()).limit())
                .isEqualTo(1);
        assertThat(LaneScales.of(new Entry(Family.GATES, look, 2.5), List.of()).limit())
                .isEqualTo(2.5);
    }

    @Test
    void aFixedLimitStaysWhateverTheNumbers() {
        Entry fixed = new Entry(Family.VALUES, OWN.withFixed(7), 0.2);
        assertThat(LaneScales.of(fixed, List.of(fixed)).limit()).isEqualTo(7);
    }

    @Test
    void headingsNameTheLimits() {
        Entry lane = new Entry(Family.GRADIENTS, OWN.withLogarithmic(true), 1.234);
        assertThat(LaneScales.limits(LaneScales.of(lane, List.of()))).isEqualTo("±1.3 log");
        Entry gate = new Entry(Family.GATES, OWN, 1);
        assertThat(LaneScales.limits(LaneScales.of(gate, List.of()))).isEqualTo("0 … 1");
    }

    @Test
    void theLargestMagnitudeIsFinite() {
        double[] values = {-4, Double.NaN, Double.POSITIVE_INFINITY, 2};
        assertThat(Numbers.of(2, 2, (t, unit) -> values[2 * t + unit]).largest())
                .isEqualTo(4);
        assertThat(Numbers.of(0, 2, (t, unit) -> 1).largest()).isZero();
    }
}
