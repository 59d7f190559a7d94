package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gatescope.Wording.saying;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.training.RidgeRegression.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against NumPy's solution of the normal equations, and what has no solution. */
class RidgeRegressionTest {
    private static final Matrix NARROW = Matrix.of(new double[][] {{1, 2}, {3, 5}, {2, 1}});
    private static final Matrix TARGETS = Matrix.of(new double[][] {{1}, {2}, {3}});

    static Stream<Arguments> problems() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(RidgeRegressionTest.class.getResourceAsStream("/ridge/figures.json"))) {
            return new JsonMapper()
                    .readTree(in)
                    .get("problems")
                    .valueStream()
                    .map(node -> Arguments.of(node.get("what"), node));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void itAgreesWithNumPy(JsonNode what, JsonNode of) {
        Solution solution = new RidgeRegression(
                        of.get("penalty").doubleValue(), of.get("bias").booleanValue())
                .solve(table(of.get("x")), table(of.get("y")), column(numbers(of.get("weights"))));
        assertClose(solution.weights(), table(of.get("W")));
        assertClose(solution.bias(), Matrix.row(numbers(of.get("b"))));
    }

    private static void assertClose(Matrix made, Matrix right) {
        double scale = Math.sqrt(right.sumOfSquares());
        assertThat(made.rows()).isEqualTo(right.rows());
        assertThat(made.columns()).isEqualTo(right.columns());
        for (int row = 0; row < right.rows(); row++) {
            for (int k = 0; k < right.columns(); k++) {
                assertThat(made.get(row, k)).isCloseTo(right.get(row, k), within(1e-9 * Math.max(scale, 1e-3)));
            }
        }
    }

    @Test
    void withoutAPenaltyAColumnTooManyIsRefused() {
        Matrix twice = Matrix.of(new double[][] {{1, 2}, {2, 4}, {5, 10}, {0.1, 0.2}});
        Matrix targets = Matrix.zeros(4, 1);
        assertThatThrownBy(() -> new RidgeRegression(0, false).solve(twice, targets, ones(4)))
                .isInstanceOf(UnsolvableException.class)
                .message()
                .is(saying("engine.training:ridge.singular", 1, 2));
        assertThatThrownBy(
                        () -> new RidgeRegression(0, true).solve(NARROW.rows(0, 1, 2), targets.rows(0, 1, 2), ones(2)))
                .as("two rows, of which the bias takes one")
                .message()
                .is(saying("engine.training:ridge.singular", 1, 2));
    }

    /** Like the bias, it cannot be told apart from it. */
    @Test
    void withoutAPenaltyAColumnThatNeverMovesIsRefused() {
        double[][] rows = new double[1000][2];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new double[] {Math.sin(row), 0.1};
        }
        Matrix x = Matrix.of(rows);
        Matrix y = x.rearranged(1000, 1, row -> row);
        assertThatThrownBy(() -> new RidgeRegression(0, true).solve(x, y, ones(1000)))
                .isInstanceOf(UnsolvableException.class);
        Solution penalised = new RidgeRegression(1e-12, true).solve(x, y, ones(1000));
        assertThat(penalised.weights().get(0, 0)).isCloseTo(1, within(1e-9));
        assertThat(penalised.weights().get(1, 0)).isCloseTo(0, within(1e-6));
    }

    @Test
    void withoutRowsThereIsNothingToSolve() {
        assertThatThrownBy(() -> new RidgeRegression(1, true).solve(Matrix.zeros(0, 2), Matrix.zeros(0, 1), ones(0)))
                .message()
                .is(saying("engine.training:ridge.no-rows"));
        assertThatThrownBy(() -> new RidgeRegression(1, true).solve(NARROW, TARGETS, Matrix.zeros(3, 1)))
                .message()
                .is(saying("engine.training:ridge.no-rows"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoPenaltyNoWeightAndNoNumberIsRefused(double value) {
        assertThatThrownBy(() -> new RidgeRegression(value, true)).isInstanceOf(IllegalArgumentException.class);
        RidgeRegression plain = new RidgeRegression(1e-6, true);
        assertThatThrownBy(() -> plain.solve(NARROW, TARGETS, ones(3).with(1, 0, value)))
                .message()
                .is(saying("engine.training:ridge.weights"));
        if (!Double.isFinite(value)) {
            assertThatThrownBy(() -> plain.solve(NARROW.with(1, 1, value), TARGETS, ones(3)))
                    .message()
                    .is(saying("engine.training:ridge.infinite"));
            assertThatThrownBy(() -> plain.solve(NARROW, TARGETS.with(2, 0, value), ones(3)))
                    .message()
                    .is(saying("engine.training:ridge.infinite"));
            assertThat(plain.solve(NARROW.with(1, 1, value), TARGETS, ones(3).with(1, 0, 0))
                            .weights()
                            .isFinite())
                    .as("a row that does not count")
                    .isTrue();
        }
    }

    @Test
    void numbersOfAnySizeAreSolvedOrRefused() {
        Solution large = new RidgeRegression(0, false).solve(NARROW.map(v -> v * 1e200), TARGETS, ones(3));
        Solution plain = new RidgeRegression(0, false).solve(NARROW, TARGETS, ones(3));
        assertThat(large.weights().get(0, 0) * 1e200).isCloseTo(plain.weights().get(0, 0), within(1e-12));
        Matrix tiny = NARROW.map(v -> v * 1e-300);
        assertThatThrownBy(() -> new RidgeRegression(0, false).solve(tiny, TARGETS.map(v -> v * 1e100), ones(3)))
                .message()
                .is(saying("engine.training:ridge.large"));
        Solution nothing = new RidgeRegression(1e-6, true).solve(Matrix.zeros(3, 2), TARGETS, ones(3));
        assertThat(nothing.weights()).isEqualTo(Matrix.zeros(2, 1));
        assertThat(nothing.bias().get(0, 0)).isCloseTo(2, within(1e-15));
    }

    private static Matrix ones(int rows) {
        return Matrix.filled(rows, 1, 1);
    }

    private static Matrix column(double... values) {
        return Matrix.of(
                Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new), 1);
    }

    private static Matrix table(JsonNode rows) {
        return Matrix.of(rows.valueStream().map(RidgeRegressionTest::numbers).toArray(double[][]::new));
    }

    private static double[] numbers(JsonNode row) {
        return row.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
    }
}
