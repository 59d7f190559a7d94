package org.gatescope.engine.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gatescope.Wording.saying;
import static org.gatescope.engine.Layer.Directions.TIED;

import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumTest {
    private static final double CLOSE = 1e-12;

    /** A turn by 60° that shrinks to 0.5, beside a −2. */
    private static final Matrix TURN = Matrix.of(new double[][] {
        {0.5 * Math.cos(Math.PI / 3), -0.5 * Math.sin(Math.PI / 3), 0},
        {0.5 * Math.sin(Math.PI / 3), 0.5 * Math.cos(Math.PI / 3), 0},
        {0, 0, -2}
    });

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-300, 1e300})
    void eigenvaluesOfATurnAreAConjugatePair(double scale) {
        Spectrum spectrum = Spectrum.of(TURN.map(value -> value * scale));
        assertThat(spectrum.eigenvalues()).hasSize(3);
        assertEigenvalue(spectrum, 0, -2, 0, scale);
        assertEigenvalue(spectrum, 1, 0.25, Math.sqrt(3) / 4, scale);
        assertEigenvalue(spectrum, 2, 0.25, -Math.sqrt(3) / 4, scale);
        assertThat(spectrum.radius()).isCloseTo(2 * scale, within(CLOSE * scale));
        assertThat(spectrum.singularValues().get(0)).isCloseTo(2 * scale, within(CLOSE * scale));
        assertThat(spectrum.singularValues().get(1)).isCloseTo(0.5 * scale, within(CLOSE * scale));
        assertThat(spectrum.singularValues().get(2)).isCloseTo(0.5 * scale, within(CLOSE * scale));
    }

    private static void assertEigenvalue(Spectrum spectrum, int index, double real, double imaginary, double scale) {
        Complex value = spectrum.eigenvalues().get(index);
        assertThat(value.real() / scale).isCloseTo(real, within(CLOSE));
        assertThat(value.imaginary() / scale).isCloseTo(imaginary, within(CLOSE));
    }

    static Stream<Matrix> randomMatrices() {
        return Stream.iterate(1, n -> n + 1).limit(20).map(n -> new Fill.Normal(1, n).matrix(n, n));
    }

    @ParameterizedTest
    @MethodSource("randomMatrices")
    void eigenvaluesSumUpToTheTraceAndSingularValuesToTheNorm(Matrix matrix) {
        Spectrum spectrum = Spectrum.of(matrix);
        double trace = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            trace += matrix.get(i, i);
        }
        assertThat(spectrum.eigenvalues().stream().mapToDouble(Complex::real).sum())
                .isCloseTo(trace, within(1e-11));
        assertThat(spectrum.eigenvalues().stream()
                        .mapToDouble(Complex::imaginary)
                        .sum())
                .isCloseTo(0, within(1e-11));
        double squares =
                spectrum.singularValues().stream().mapToDouble(s -> s * s).sum();
        assertThat(squares).isCloseTo(matrix.sumOfSquares(), within(1e-11 * (1 + squares)));
        assertThat(spectrum.radius()).isLessThanOrEqualTo(MatrixNorm.SPECTRAL.of(matrix) * (1 + CLOSE));
    }

    @ParameterizedTest
    @MethodSource("randomMatrices")
    void anySpectralRadiusCanBeSet(Matrix matrix) {
        assertThat(Spectrum.of(SpectralRadius.set(matrix, 0.9)).radius()).isCloseTo(0.9, within(CLOSE));
        assertThat(SpectralRadius.set(matrix, 0).sumOfSquares()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsRefused(double number) {
        Matrix matrix = TURN.with(1, 1, number);
        assertThatThrownBy(() -> Spectrum.of(matrix))
                .isInstanceOf(UnfitMatrixException.class)
                .message()
                .is(saying("engine.diagnostics:matrix.infinite"));
        assertThatThrownBy(() -> SpectralRadius.set(matrix, 1)).isInstanceOf(UnfitMatrixException.class);
        assertThatThrownBy(() -> SpectralRadius.set(TURN, number))
                .message()
                .is(saying("engine.diagnostics:radius.range"));
    }

    static Stream<Matrix> nilpotent() {
        return Stream.of(
                Matrix.of(new double[][] {{1, -1}, {1, -1}}),
                Matrix.of(new double[][] {{0, 3, 1e200}, {0, 0, -2}, {0, 0, 0}}),
                Matrix.of(new double[][] {{0, 0, 0}, {5, 0, 0}, {1, 7, 0}}),
                turned(40));
    }

    /** A shift in a turned basis: all eigenvalues are 0, computed ones far from it. */
    private static Matrix turned(int order) {
        Matrix turn = new Fill.Orthogonal(3).matrix(order, order);
        double[][] shifted = new double[order][order];
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                for (int k = 0; k + 1 < order; k++) {
                    shifted[i][j] += turn.get(i, k) * turn.get(j, k + 1);
                }
            }
        }
        return Matrix.of(shifted);
    }

    @ParameterizedTest
    @MethodSource("nilpotent")
    void aNilpotentMatrixHasNoRadiusToScale(Matrix matrix) {
        assertThatThrownBy(() -> SpectralRadius.set(matrix, 1))
                .isInstanceOf(UnfitMatrixException.class)
                .hasMessageContaining("nilpotent");
    }

    @Test
    void neitherHasZeroNorAMatrixWithoutNumbers() {
        assertThatThrownBy(() -> SpectralRadius.set(Matrix.zeros(3, 3), 1)).hasMessageContaining("is 0");
        assertThatThrownBy(() -> SpectralRadius.set(Matrix.zeros(0, 0), 1)).hasMessageContaining("is 0");
        Matrix shear = Matrix.of(new double[][] {{1, 100}, {0, 1}});
        assertThatThrownBy(() -> SpectralRadius.set(shear, 1e307))
                .message()
                .is(saying("engine.diagnostics:radius.far"));
        assertThat(Spectrum.of(Matrix.zeros(2, 2)).eigenvalues()).containsExactly(new Complex(0, 0), new Complex(0, 0));
        assertThat(Spectrum.of(Matrix.zeros(0, 0)).radius()).isZero();
        assertThat(MatrixNorm.SPECTRAL.of(Matrix.zeros(0, 3))).isZero();
    }

    @Test
    void aMatrixThatIsNotSquareHasNoEigenvalues() {
        assertThatThrownBy(() -> Spectrum.of(Matrix.zeros(2, 3))).hasMessageContaining("2 × 3");
    }

    @Test
    void recurrentMatricesAreNamedOnceWhereDirectionsShareThem() {
        var example = DrawnNetworks.layer(BuiltInCells.cell("gru"), 2, TIED, 1, 1);
        assertThat(Spectrum.recurrentMatrices(example.network()))
                .containsExactly("0.forward.Wh.r", "0.forward.Wh.z", "0.forward.Wh.n");
    }
}
