package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.gatescope.engine.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients that are kept small, against the formulas worked out number by number. */
class ClippingTest {
    private static Map<String, Matrix> gradients(long seed, double scale) {
        Random random = new Random(seed);
        Map<String, Matrix> gradients = new LinkedHashMap<>();
        int tables = 1 + random.nextInt(4);
        for (int i = 0; i < tables; i++) {
            double[][] rows = new double[1 + random.nextInt(3)][1 + random.nextInt(5)];
            for (double[] row : rows) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = scale * random.nextGaussian();
                }
            }
            gradients.put("p" + (9 - i), Matrix.of(rows));
        }
        return gradients;
    }

    private static Matrix table(Map<String, Matrix> of, String name) {
        return Objects.requireNonNull(of.get(name), name);
    }

    private static double norm(Map<String, Matrix> gradients) {
        double sum = 0;
        for (Matrix table : gradients.values()) {
            for (int row = 0; row < table.rows(); row++) {
                for (int column = 0; column < table.columns(); column++) {
                    sum += table.get(row, column) * table.get(row, column);
                }
            }
        }
        return Math.sqrt(sum);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void byNormTheDirectionStaysAndTheLengthIsAtMostTheLimit(long seed) {
        Map<String, Matrix> before = gradients(seed, 3);
        double norm = norm(before);
        for (double limit : new double[] {0.01, norm / 2, norm, 2 * norm}) {
            Map<String, Matrix> after = new Clipping.ByNorm(limit).apply(before, norm);
            double length = Math.min(limit, norm);
            assertThat(norm(after)).isCloseTo(length, within(1e-12 * length));
            assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
            before.forEach((name, table) -> {
                for (int row = 0; row < table.rows(); row++) {
                    for (int column = 0; column < table.columns(); column++) {
                        double expected = table.get(row, column) * length / norm;
                        assertThat(table(after, name).get(row, column)).isCloseTo(expected, within(1e-12));
                    }
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void byValueEachNumberIsTheNearestWithin(long seed) {
        Map<String, Matrix> before = gradients(seed, 3);
        Map<String, Matrix> after = new Clipping.ByValue(1.5).apply(before, norm(before));
        assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
        before.forEach((name, table) -> {
            for (int row = 0; row < table.rows(); row++) {
                for (int column = 0; column < table.columns(); column++) {
                    double value = table.get(row, column);
                    double expected = value > 1.5 ? 1.5 : value < -1.5 ? -1.5 : value;
                    assertThat(table(after, name).get(row, column)).isEqualTo(expected);
                }
            }
        });
    }

    @Test
    void withoutLimitsGradientsAreThemselves() {
        Map<String, Matrix> before = gradients(3, 1e300);
        assertThat(new Clipping.None().apply(before, Double.POSITIVE_INFINITY)).isSameAs(before);
        assertThat(new Clipping.ByNorm(1e308).apply(before, 1)).isSameAs(before);
    }

    /** What is no number stays so, and is found as such. */
    @ParameterizedTest
    @CsvSource({"NaN, NaN", "Infinity, 2", "-Infinity, -2", "-0.0, -0.0", "2, 2", "1e-320, 1e-320"})
    void byValueOddNumbers(double value, Double expected) {
        Map<String, Matrix> clipped = new Clipping.ByValue(2).apply(Map.of("w", Matrix.row(value)), value);
        assertThat(table(clipped, "w").get(0, 0)).isEqualTo(expected);
    }

    @Test
    void byNormWhatIsNoNumberSpreadsToNoOther() {
        Map<String, Matrix> clipped = new Clipping.ByNorm(1).apply(Map.of("w", Matrix.row(Double.NaN, 3)), Double.NaN);
        assertThat(table(clipped, "w").get(0, 0)).isNaN();
        assertThat(table(clipped, "w").get(0, 1)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aLimitIsAFiniteNumberAboveZero(double limit) {
        assertThatThrownBy(() -> new Clipping.ByNorm(limit)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Clipping.ByValue(limit)).isInstanceOf(IllegalArgumentException.class);
    }
}
