package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gatescope.engine.diagnostics.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FillTest {
    static Stream<Fill> all() {
        return Stream.of(
                new Fill.Constant(2),
                new Fill.Identity(),
                new Fill.Normal(0.5, 3),
                new Fill.Uniform(0.5, 3),
                new Fill.Glorot(3),
                new Fill.He(3),
                new Fill.Orthogonal(3));
    }

    @ParameterizedTest
    @MethodSource("all")
    void fillsAnySizes(Fill fill) {
        for (int rows : List.of(0, 1, 2, 7)) {
            for (int columns : List.of(0, 1, 2, 7)) {
                Matrix matrix = fill.matrix(rows, columns);
                assertThat(matrix.rows()).isEqualTo(rows);
                assertThat(matrix.columns()).isEqualTo(columns);
                assertThat(Arrays.stream(numbers(matrix))).allMatch(Double::isFinite);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSameSeedGivesTheSameBits(Fill fill) {
        assertThat(fill.matrix(9, 5)).isEqualTo(fill.matrix(9, 5));
    }

    @Test
    void anotherSeedGivesOtherNumbers() {
        assertThat(new Fill.Normal(1, 1).matrix(3, 3)).isNotEqualTo(new Fill.Normal(1, 2).matrix(3, 3));
        assertThat(new Fill.Orthogonal(1).matrix(3, 3)).isNotEqualTo(new Fill.Orthogonal(2).matrix(3, 3));
    }

    @Test
    void theBitsStayTheSameFromVersionToVersion() {
        assertThat(new Fill.Normal(1, 42).matrix(1, 3))
                .isEqualTo(Matrix.row(0.8822489062222688, -0.4508498757188601, 0.1883526341159315));
    }

    /** SplitMix64 computed by hand. */
    @Test
    void soDoTheBitsOfThoseThatAreUniform() {
        assertThat(new Fill.Uniform(1, 42).matrix(1, 3))
                .isEqualTo(Matrix.row(0.4831297575436466, -0.6801792142461598, -0.4427977394897227));
        assertThat(new Fill.Glorot(42).matrix(1, 3)).isEqualTo(new Fill.Uniform(Math.sqrt(6.0 / 4), 42).matrix(1, 3));
        assertThat(new Fill.He(42).matrix(1, 3)).isEqualTo(new Fill.Normal(Math.sqrt(2), 42).matrix(1, 3));
    }

    @Test
    void uniformNumbersFillTheirInterval() {
        double[] numbers = numbers(new Fill.Uniform(0.5, 7).matrix(300, 300));
        double mean = Arrays.stream(numbers).average().orElseThrow();
        double variance = Arrays.stream(numbers).map(x -> x * x).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.005));
        assertThat(variance).as("limit² / 3").isCloseTo(0.25 / 3, within(0.001));
        assertThat(Arrays.stream(numbers)).allMatch(x -> -0.5 <= x && x < 0.5);
    }

    @Test
    void spreadsFollowTheFans() {
        double[] glorot = numbers(new Fill.Glorot(7).matrix(100, 200));
        assertThat(Arrays.stream(glorot).map(Math::abs).max().orElseThrow())
                .isBetween(0.99 * Math.sqrt(6.0 / 300), Math.sqrt(6.0 / 300));
        double[] he = numbers(new Fill.He(7).matrix(100, 200));
        assertThat(Arrays.stream(he).map(x -> x * x).average().orElseThrow())
                .as("fan-in is rows")
                .isCloseTo(2.0 / 100, within(0.001));
    }

    @Test
    void normalNumbersHaveTheirMeanAndDeviation() {
        double[] numbers = numbers(new Fill.Normal(0.5, 7).matrix(300, 300));
        double mean = Arrays.stream(numbers).average().orElseThrow();
        double variance = Arrays.stream(numbers).map(x -> x * x).average().orElseThrow();
        double within = Arrays.stream(numbers).filter(x -> Math.abs(x) < 0.5).count() / (double) numbers.length;
        assertThat(mean).isCloseTo(0, within(0.01));
        assertThat(Math.sqrt(variance)).isCloseTo(0.5, within(0.01));
        assertThat(within).as("share within one deviation").isCloseTo(0.6827, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "4,4", "7,3", "3,7", "1,5", "5,1", "60,60"})
    void orthogonalRowsOrColumnsAre(int rows, int columns) {
        Matrix matrix = new Fill.Orthogonal(5).matrix(rows, columns);
        int fewer = Math.min(rows, columns);
        for (int a = 0; a < fewer; a++) {
            for (int b = 0; b < fewer; b++) {
                double dot = 0;
                for (int k = 0; k < Math.max(rows, columns); k++) {
                    dot += rows < columns ? matrix.get(a, k) * matrix.get(b, k) : matrix.get(k, a) * matrix.get(k, b);
                }
                assertThat(dot).isCloseTo(a == b ? 1 : 0, within(1e-12));
            }
        }
    }

    @Test
    void orthogonalOnesLeanNoWay() {
        long positive = 0;
        for (int seed = 0; seed < 400; seed++) {
            positive += new Fill.Orthogonal(seed).matrix(1, 1).get(0, 0) > 0 ? 1 : 0;
        }
        assertThat(positive).isBetween(150L, 250L);
    }

    @Test
    void identityHasOnesOnItsDiagonal() {
        assertThat(new Fill.Identity().matrix(2, 3)).isEqualTo(Matrix.of(new double[][] {{1, 0, 0}, {0, 1, 0}}));
        assertThat(new Fill.Identity().matrix(0, 3)).isEqualTo(Matrix.zeros(0, 3));
    }

    private static double[] numbers(Matrix matrix) {
        return Arrays.stream(matrix.toArray()).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Its eigenvalues are the squares of the singular values. */
    private static Matrix gram(Matrix matrix) {
        double[][] products = new double[matrix.columns()][matrix.columns()];
        for (double[] row : matrix.toArray()) {
            for (int i = 0; i < row.length; i++) {
                for (int j = 0; j < row.length; j++) {
                    products[i][j] += row[i] * row[j];
                }
            }
        }
        return Matrix.of(products, matrix.columns());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "9, 9", "40, 40", "3, 7", "7, 1"})
    void theSpectralRadiusIsWhatWasAskedFor(int rows, int columns) {
        Matrix drawn = new Fill.SpectralRadius(0.9, 5).matrix(rows, columns);
        double radius = rows == columns
                ? Spectrum.of(drawn).radius()
                : Math.sqrt(Spectrum.of(gram(drawn)).radius());
        assertThat(radius).isCloseTo(0.9, within(1e-12));
        assertThat(new Fill.SpectralRadius(0, 5).matrix(rows, columns).get(0, 0))
                .isZero();
        assertThat(new Fill.SpectralRadius(1, 5).matrix(0, columns).rows()).isZero();
    }
}
