package org.gatescope.engine.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gatescope.engine.Layer.Directions.BOTH;
import static org.gatescope.engine.Layer.Directions.FORWARD;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.LayerInputs;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.Trace;
import org.gatescope.engine.diagnostics.DrawnNetworks.Example;
import org.gatescope.engine.plan.Plan;
import org.gatescope.reference.RandomCells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class StepJacobiansTest {
    private static final double STEP = 1e-6;
    private static final Cell LSTM = BuiltInCells.cell("lstm");

    private static StepJacobians jacobians(Example example, String part, int sequence) {
        return StepJacobians.of(example.network(), example.inputs(), example.run(), part, sequence);
    }

    static IntStream seeds() {
        return IntStream.range(0, 80);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStepsJacobianAgreesWithRunsOfThatStepFromChangedStates(int seed) {
        Cell cell = Cell.parse(RandomCells.text(seed));
        Example example = DrawnNetworks.layer(cell, 1 + seed % 3, BOTH, 4, 2, 4);
        String part = seed % 2 == 0 ? "0.forward" : "0.backward";
        StepJacobians jacobians = jacobians(example, part, 1);
        NetworkTrace trace = example.run();
        for (int t = 0; t < 4; t++) {
            Matrix jacobian = jacobians.at(t);
            for (int column = 0; column < jacobians.order(); column++) {
                double[] up = after(example, trace.part(part), part, t, column, STEP);
                double[] here = after(example, trace.part(part), part, t, column, 0);
                double[] down = after(example, trace.part(part), part, t, column, -STEP);
                for (int row = 0; row < jacobians.order(); row++) {
                    assertThat(jacobian.get(row, column))
                            .as("t %d, [%d, %d] of%n%s", t, row, column, cell.source())
                            .satisfies(between((here[row] - down[row]) / STEP, (up[row] - here[row]) / STEP));
                }
            }
        }
    }

    /** Slopes of both sides: alike unless there is a kink in between. */
    private static Consumer<Double> between(double left, double right) {
        double slack = 1e-6 * (1 + Math.abs(left) + Math.abs(right));
        return slope -> assertThat(slope).isBetween(Math.min(left, right) - slack, Math.max(left, right) + slack);
    }

    /** The states after one step of sequence 1, of which one unit before it was moved. */
    private static double[] after(Example example, Trace trace, String part, int t, int moved, double by) {
        Cell cell = example.network().layers().getFirst().cell();
        Layer layer = example.network().layers().getFirst();
        Map<String, Matrix> before = new HashMap<>();
        Map<String, Matrix> zeros = new HashMap<>();
        int first = 0;
        for (String state : cell.states()) {
            double[] row = trace.value(state).row(t, 1);
            if (moved >= first && moved < first + row.length) {
                row[moved - first] += by;
            }
            first += row.length;
            before.put(state, Matrix.row(row));
            zeros.put(state, Matrix.zeros(1, row.length));
        }
        Map<String, Matrix> parameters = new HashMap<>();
        cell.parameters()
                .keySet()
                .forEach(name -> parameters.put(
                        name,
                        Objects.requireNonNull(example.inputs().parameters().get(part + "." + name))));
        LayerInputs inputs = new LayerInputs(
                parameters, Matrix.row(trace.value("x").row(t, 1)), before, Matrix.zeros(1, layer.outputs()), zeros);
        Trace step = Plan.of(cell, new Sizes(1, 1, DrawnNetworks.INPUTS, layer.hidden()))
                .run(inputs);
        return cell.states().stream()
                .flatMapToDouble(
                        state -> DoubleStream.of(step.value(Cell.after(state)).row(0, 0)))
                .toArray();
    }

    /** A gradient on a last state alone comes back as the product of the steps' Jacobians. */
    @ParameterizedTest
    @ValueSource(strings = {"0.forward", "0.backward"})
    void theProductOfAllStepsIsTheGradientThroughTime(String part) {
        Example example = DrawnNetworks.layer(LSTM, 2, BOTH, 5, 3, 5);
        NetworkInputs inputs = example.inputs();
        for (int sequence = 0; sequence < 2; sequence++) {
            int length = inputs.lengths().get(sequence);
            Matrix one = Matrix.zeros(2, 2).with(sequence, 1, 1);
            Example probe = example.with(new NetworkInputs(
                    inputs.parameters(),
                    inputs.input(),
                    inputs.lengths(),
                    0,
                    inputs.initialState(),
                    Matrix.zeros(10, 4),
                    Map.of(
                            part + ".h",
                            one,
                            part + ".c",
                            Matrix.zeros(2, 2),
                            other(part) + ".h",
                            Matrix.zeros(2, 2),
                            other(part) + ".c",
                            Matrix.zeros(2, 2)),
                    inputs.goal()));
            StepJacobians jacobians = jacobians(probe, part, sequence);
            int first = part.endsWith("backward") ? length - 1 : 0;
            Matrix product = times(jacobians.product(length - 1 - first, first), jacobians.at(first));
            Trace trace = probe.run().part(part);
            for (int unit = 0; unit < 2; unit++) {
                assertThat(product.get(1, unit))
                        .isCloseTo(trace.initialStateGradient("h").get(sequence, unit), within(1e-14));
                assertThat(product.get(1, 2 + unit))
                        .isCloseTo(trace.initialStateGradient("c").get(sequence, unit), within(1e-14));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.forward", "0.backward"})
    void normsAreThoseOfTheProducts(String part) {
        Example example = DrawnNetworks.layer(LSTM, 3, BOTH, 6, 6, 4);
        StepJacobians jacobians = jacobians(example, part, 1);
        for (MatrixNorm norm : MatrixNorm.values()) {
            Matrix hidden =
                    JacobianNorms.of(jacobians, "h", norm, Progress.NONE).norms();
            Matrix memory =
                    JacobianNorms.of(jacobians, "c", norm, Progress.NONE).norms();
            for (int t = 0; t < 6; t++) {
                for (int k = 0; k < 6; k++) {
                    boolean isLater = part.endsWith("backward") ? t <= k : t >= k;
                    boolean isThere = t < 4 && k < 4 && isLater;
                    Matrix product = isThere ? jacobians.product(t, k) : Matrix.zeros(6, 6);
                    assertThat(hidden.get(t, k)).isCloseTo(norm.of(block(product, 0)), within(1e-14));
                    assertThat(memory.get(t, k)).isCloseTo(norm.of(block(product, 3)), within(1e-14));
                }
            }
        }
    }

    /** Each step halves the state, 1,100 times: the smallest number there is stays, its square is long gone. */
    @Test
    void normsVanishOnlyWhereNumbersDo() {
        Cell half = Cell.parse("state h\nh' = 0.5 * h");
        Example example = DrawnNetworks.layer(half, 1, FORWARD, 1100, 1100);
        Matrix norms = JacobianNorms.of(jacobians(example, "0.forward", 0), "h", MatrixNorm.FROBENIUS, Progress.NONE)
                .norms();
        assertThat(norms.get(1074, 0)).isEqualTo(Double.MIN_VALUE);
        assertThat(norms.get(600, 0)).isEqualTo(Math.pow(2, -600));
        assertThat(norms.get(1099, 0)).isZero();
    }

    @Test
    void sizesOfNothingHaveNorms() {
        for (Example example : List.of(
                DrawnNetworks.layer(LSTM, 2, FORWARD, 0, 0),
                DrawnNetworks.layer(LSTM, 2, FORWARD, 3, 0),
                DrawnNetworks.layer(LSTM, 0, FORWARD, 3, 3),
                DrawnNetworks.layer(LSTM, 1, FORWARD, 1, 1))) {
            StepJacobians jacobians = jacobians(example, "0.forward", 0);
            Matrix norms = JacobianNorms.of(jacobians, "h", MatrixNorm.SPECTRAL, Progress.NONE)
                    .norms();
            assertThat(norms.rows()).isEqualTo(jacobians.steps());
            double expected = jacobians.length() == 1 && jacobians.order() > 0 ? 1 : 0;
            assertThat(norms.sumOfSquares()).isEqualTo(expected);
        }
    }

    @Test
    void aNaNParameterGivesNaNNormsAndNothingElse() {
        Example example = DrawnNetworks.layer(LSTM, 2, FORWARD, 3, 3);
        Map<String, Matrix> parameters = new HashMap<>(example.inputs().parameters());
        parameters.put("0.forward.b.f", Matrix.row(Double.NaN, Double.NaN));
        StepJacobians jacobians = jacobians(example.with(example.inputs().withParameters(parameters)), "0.forward", 0);
        for (MatrixNorm norm : MatrixNorm.values()) {
            Matrix norms = JacobianNorms.of(jacobians, "h", norm, Progress.NONE).norms();
            assertThat(norms.get(2, 0)).isNaN();
            assertThat(norms.get(0, 0)).isCloseTo(norm == MatrixNorm.SPECTRAL ? 1 : Math.sqrt(2), within(1e-15));
        }
    }

    @Test
    void whatIsNotThereIsRefused() {
        Example example = DrawnNetworks.layer(LSTM, 2, BOTH, 3, 3, 2);
        StepJacobians jacobians = jacobians(example, "0.forward", 1);
        assertThatThrownBy(() -> jacobians.at(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> jacobians.product(0, 1)).hasMessage("step 0 is computed before step 1");
        assertThatThrownBy(() -> JacobianNorms.of(jacobians, "x", MatrixNorm.FROBENIUS, Progress.NONE))
                .hasMessageContaining("no state x");
        assertThatThrownBy(() -> jacobians(example, "1.forward", 0)).hasMessage("no part 1.forward");
        assertThatThrownBy(() -> jacobians(example, "0.forward", 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aSkippedStepChangesNothing() {
        Example example = DrawnNetworks.layer(LSTM, 2, FORWARD, 4, 4);
        BitSet second = new BitSet();
        second.set(1);
        StepJacobians jacobians = jacobians(
                example.with(example.inputs().withMask(example.inputs().mask().skipping(List.of(4), second))),
                "0.forward",
                0);
        assertThat(jacobians.at(1).sumOfSquares()).isEqualTo(jacobians.order());
        assertThat(jacobians.product(2, 0)).isEqualTo(jacobians.at(2));
    }

    @Test
    void normsAreStoppedBetweenSteps() {
        StepJacobians jacobians = jacobians(DrawnNetworks.layer(LSTM, 2, FORWARD, 3, 3), "0.forward", 0);
        assertThatThrownBy(() -> JacobianNorms.of(jacobians, "h", MatrixNorm.FROBENIUS, (done, total) -> done < 2))
                .isInstanceOf(CancellationException.class)
                .hasMessage("stopped after 2 of 3");
    }

    private static String other(String part) {
        return part.endsWith("forward") ? "0.backward" : "0.forward";
    }

    private static Matrix block(Matrix product, int first) {
        double[][] block = new double[3][3];
        for (int i = 0; i < 9; i++) {
            block[i / 3][i % 3] = product.get(first + i / 3, first + i % 3);
        }
        return Matrix.of(block);
    }

    private static Matrix times(Matrix left, Matrix right) {
        double[][] product = new double[left.rows()][right.columns()];
        for (int i = 0; i < left.rows(); i++) {
            for (int j = 0; j < right.columns(); j++) {
                for (int k = 0; k < right.rows(); k++) {
                    product[i][j] += left.get(i, k) * right.get(k, j);
                }
            }
        }
        return Matrix.of(product);
    }
}
