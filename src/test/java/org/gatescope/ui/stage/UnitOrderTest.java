package org.gatescope.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatescope.engine.Series;
import org.gatescope.engine.diagnostics.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnitOrderTest {
    /** Four units over three steps: 0 and 2 rise together, 1 and 3 fall together. */
    private static final Series SERIES =
            new Series(new double[] {0, 9, 0.1, 2, 1, 5, 1.3, 1, 2, 1, 2.2, 0}, 0, 3, 1, 4);

    @Test
    void likeStandsBesideLike() {
        assertThat(UnitOrder.SIMILARITY.units(SERIES, 0, 3, Progress.NONE)).containsExactly(0, 2, 1, 3);
    }

    @Test
    void theEarliestPeakStandsAbove() {
        assertThat(UnitOrder.PEAK.units(SERIES, 0, 3, Progress.NONE)).containsExactly(1, 3, 0, 2);
    }

    @Test
    void onlyTheSequencesOwnStepsCount() {
        assertThat(UnitOrder.PEAK.units(SERIES, 0, 1, Progress.NONE)).containsExactly(0, 1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource(UnitOrder.class)
    void nothingMayBeThere(UnitOrder order) {
        assertThat(order.units(new Series(new double[0], 0, 0, 1, 3), 0, 0, Progress.NONE))
                .containsExactlyInAnyOrder(0, 1, 2);
        assertThat(order.units(new Series(new double[0], 0, 3, 1, 0), 0, 3, Progress.NONE))
                .isEmpty();
        double[] none = {Double.NaN, 1, Double.NaN, Double.NaN};
        assertThat(order.units(new Series(none, 0, 2, 1, 2), 0, 2, Progress.NONE))
                .containsExactlyInAnyOrder(0, 1);
    }
}
