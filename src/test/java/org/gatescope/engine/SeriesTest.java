package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Series among other numbers of one array against a plain array of three dimensions. */
class SeriesTest {
    private static final int STRANGE = 3;

    /** A series and the same numbers by step, sequence and unit. */
    private record Drawn(Series series, double[][][] plain) {
        static Drawn of(long seed) {
            Random random = new Random(seed);
            int steps = random.nextInt(5);
            int batch = random.nextInt(4);
            int width = random.nextInt(5);
            int offset = random.nextInt(4);
            double[] values = random.doubles(offset + (long) steps * batch * width + STRANGE, -1, 1)
                    .toArray();
            double[][][] plain = new double[steps][batch][width];
            int at = offset;
            for (double[][] step : plain) {
                for (double[] row : step) {
                    System.arraycopy(values, at, row, 0, width);
                    at += width;
                }
            }
            return new Drawn(new Series(values, offset, steps, batch, width), plain);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyNumberStandsAtItsPlace(long seed) {
        Drawn drawn = Drawn.of(seed);
        for (int t = 0; t < drawn.series().steps(); t++) {
            for (int n = 0; n < drawn.series().batch(); n++) {
                assertThat(drawn.series().row(t, n)).containsExactly(drawn.plain()[t][n]);
                for (int unit = 0; unit < drawn.series().width(); unit++) {
                    assertThat(drawn.series().at(t, n, unit)).isEqualTo(drawn.plain()[t][n][unit]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLargestIsThatOfTheStepsThatCount(long seed) {
        Drawn drawn = Drawn.of(seed);
        for (int n = 0; n < drawn.series().batch(); n++) {
            double largest = 0;
            assertThat(drawn.series().largest(n, 0)).isZero();
            for (int t = 0; t < drawn.series().steps(); t++) {
                for (double value : drawn.plain()[t][n]) {
                    largest = Math.max(largest, Math.abs(value));
                }
                assertThat(drawn.series().largest(n, t + 1)).isEqualTo(largest);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void columnsAreAddedToWhatIsThere(long seed) {
        Drawn drawn = Drawn.of(seed);
        Series series = drawn.series();
        for (int first = 0; first < series.width(); first++) {
            for (int count = 0; first + count <= series.width(); count++) {
                double[] sum = new double[series.steps() * series.batch() * count];
                java.util.Arrays.fill(sum, 10);
                series.addColumns(first, count, sum);
                int at = 0;
                for (double[][] step : drawn.plain()) {
                    for (double[] row : step) {
                        for (int unit = first; unit < first + count; unit++) {
                            assertThat(sum[at++]).isEqualTo(10 + row[unit]);
                        }
                    }
                }
                assertThat(at).isEqualTo(sum.length);
            }
        }
    }

    @Test
    void whatIsNoNumberIsNotTheLargestAndNotFinite() {
        double[] values = {Double.NaN, 1, Double.NEGATIVE_INFINITY, -2, Double.MAX_VALUE, Double.NaN};
        assertThat(new Series(values, 0, 1, 1, 4).largest(0, 1)).isEqualTo(2);
        assertThat(new Series(values, 0, 1, 1, 5).largest(0, 1)).isEqualTo(Double.MAX_VALUE);
        assertThat(new Series(values, 0, 1, 1, 1).largest(0, 1)).isZero();
        assertThat(new Series(values, 3, 2, 1, 1).isFinite())
                .as("those beside it do not count")
                .isTrue();
        assertThat(new Series(values, 2, 2, 1, 1).isFinite()).isFalse();
        assertThat(new Series(values, 3, 1, 1, 3).isFinite()).isFalse();
    }

    @Test
    void aRowIsACopy() {
        Series series = new Series(new double[] {1, 2}, 0, 1, 1, 2);
        series.row(0, 0)[0] = 9;
        assertThat(series.at(0, 0, 0)).isEqualTo(1);
    }
}
