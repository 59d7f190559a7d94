package org.gatescope.picture.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatescope.picture.Family;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Scale;
import org.gatescope.picture.lane.LaneScales.Entry;
import org.junit.jupiter.api.Test;

class LaneScalesTest {
    private static final LaneLook OWN = LaneLook.of(Family.VALUES);
    private static final LaneLook SHARED = OWN.withChoice(ScaleChoice.SHARED);

    @Test
    void aLaneHasItsOwnLimitUnlessItShares() {
        Entry small = new Entry(Family.VALUES, SHARED, 0.5, 0);
        Entry large = new Entry(Family.VALUES, SHARED, 3, 0);
        Entry apart = new Entry(Family.VALUES, OWN, 100, 0);
        Entry gradient = new Entry(Family.GRADIENTS, SHARED, 1000, 0);
        List<Entry> all = List.of(small, large, apart, gradient);
        assertThat(LaneScales.of(small, all).limit()).isEqualTo(3);
        assertThat(LaneScales.of(apart, all).limit()).isEqualTo(100);
        assertThat(LaneScales.of(gradient, all).limit()).isEqualTo(1000);
    }

    @Test
    void gatesReachToOneAndFartherOnlyIfTheyMust() {
        LaneLook look = LaneLook.of(Family.GATES);
        assertThat(LaneScales.of(new Entry(Family.GATES, look, 0.3, 0), List.of())
                        .limit())
                .isEqualTo(1);
        assertThat(LaneScales.of(new Entry(Family.GATES, look, 2.5, 0), List.of())
                        .limit())
                .isEqualTo(2.5);
    }

    @Test
    void aFixedLimitStaysWhateverTheNumbers() {
        Entry fixed = new Entry(Family.VALUES, OWN.withFixed(7), 0.2, 0);
        assertThat(LaneScales.of(fixed, List.of(fixed)).limit()).isEqualTo(7);
    }

    @Test
    void headingsNameTheLimits() {
        Entry lane = new Entry(Family.GRADIENTS, OWN.withLogarithmic(true), 1.234, 0);
        assertThat(LaneScales.limits(LaneScales.of(lane, List.of()))).isEqualTo("±1.3 log");
        Entry gate = new Entry(Family.GATES, OWN, 1, 0);
        assertThat(LaneScales.limits(LaneScales.of(gate, List.of()))).isEqualTo("0 … 1");
    }

    @Test
    void theLargestMagnitudeIsFinite() {
        double[] values = {-4, Double.NaN, Double.POSITIVE_INFINITY, 2};
        assertThat(Numbers.of(2, 2, (t, unit) -> values[2 * t + unit]).largest())
                .isEqualTo(4);
        assertThat(Numbers.of(0, 2, (t, unit) -> 1).largest()).isZero();
    }

    @Test
    void whereAllSignsAgreeALaneMayHaveItsOwnRange() {
        LaneLook range = OWN.withChoice(ScaleChoice.RANGE);
        Entry negative = new Entry(Family.VALUES, range, 1.28, -0.981);
        assertThat(negative.needsRange()).isTrue();
        Scale scale = LaneScales.of(negative, List.of());
        assertThat(LaneScales.limits(scale)).isEqualTo("−1.3 … −0.98");
        assertThat(scale.index(-0.98)).isEqualTo(Palette.ZERO);
        assertThat(scale.index(-1.3)).isZero();
        assertThat(scale.index(-1.14)).isEqualTo(Palette.ZERO / 2);
        Entry gate = new Entry(Family.GATES, range, 0.62, 0.4);
        assertThat(LaneScales.limits(LaneScales.of(gate, List.of()))).isEqualTo("0.4 … 0.62");
    }

    @Test
    void whereSignsDifferTheScaleIsTheUsualOne() {
        Entry mixed = new Entry(Family.VALUES, OWN.withChoice(ScaleChoice.RANGE), 3, 0);
        assertThat(LaneScales.of(mixed, List.of())).isEqualTo(Scale.diverging(3));
        assertThat(mixed.hasRange()).isFalse();
    }

    @Test
    void theLeastIsLookedForAmongFiniteNumbersOfOneSign() {
        double[] values = {-4, Double.NaN, Double.NEGATIVE_INFINITY, -2};
        assertThat(Numbers.of(2, 2, (t, unit) -> values[2 * t + unit]).least()).isEqualTo(-2);
        assertThat(Numbers.of(1, 2, (t, unit) -> unit - 0.5).least()).isZero();
        assertThat(Numbers.of(1, 2, (t, unit) -> unit).least()).isZero();
        assertThat(Numbers.of(0, 2, (t, unit) -> 1).least()).isZero();
    }
}
