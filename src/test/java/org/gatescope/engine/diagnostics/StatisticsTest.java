package org.gatescope.engine.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gatescope.engine.Series;
import org.gatescope.engine.StepMask;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static Series series(int steps, int batch, int width, double... values) {
        return new Series(values, 0, steps, batch, width);
    }

    @Test
    void figuresByHand() {
        Statistics of = Statistics.of(series(4, 1, 1, 1, 2, 3, 6), new StepMask(List.of(4)), 5);
        assertThat(of.count()).isEqualTo(4);
        assertThat(of.mean()).isEqualTo(3);
        assertThat(of.deviation()).isCloseTo(Math.sqrt(14 / 4.0), within(1e-15));
        assertThat(of.least()).isEqualTo(1);
        assertThat(of.largest()).isEqualTo(6);
        assertThat(of.histogram()).containsExactly(1L, 1L, 1L, 0L, 1L);
    }

    @Test
    void stepsAfterTheEndDoNotCount() {
        Statistics of = Statistics.of(series(2, 2, 1, 1, 2, 99, 4), new StepMask(List.of(1, 2)), 1);
        assertThat(of.count()).isEqualTo(3);
        assertThat(of.largest()).isEqualTo(4);
    }

    @Test
    void whatIsNotFiniteIsCountedApart() {
        Statistics of =
                Statistics.of(series(3, 1, 1, Double.NaN, 5, Double.POSITIVE_INFINITY), new StepMask(List.of(3)), 2);
        assertThat(of.count()).isEqualTo(1);
        assertThat(of.nonFinite()).isEqualTo(2);
        assertThat(of.mean()).isEqualTo(5);
        assertThat(of.histogram()).containsExactly(1L, 0L);
    }

    @Test
    void nothingHasNoMean() {
        Statistics of = Statistics.of(series(0, 1, 3), new StepMask(List.of(0)), 4);
        assertThat(of.count()).isZero();
        assertThat(of.mean()).isNaN();
        assertThat(of.least()).isNaN();
        assertThat(of.histogram()).containsExactly(0L, 0L, 0L, 0L);
    }
}
