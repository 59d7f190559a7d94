package org.gatescope.engine.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gatescope.engine.Layer.Directions.BOTH;
import static org.gatescope.engine.Layer.Directions.FORWARD;
import static org.gatescope.engine.Layer.Directions.TIED;

import java.util.List;
import java.util.Objects;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Trace;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.diagnostics.DrawnNetworks.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientFlowTest {
    private static final double CLOSE = 1e-13;
    private static final Cell LSTM = BuiltInCells.cell("lstm");

    private static GradientFlow flow(Example example, String part, String state) {
        return GradientFlow.of(example.network(), example.inputs(), example.run(), part, state);
    }

    /** Within a step h receives the upstream gradient, and c what its use in h' = o · tanh(c') gives. */
    @ParameterizedTest
    @CsvSource({"0.forward, 0", "0.backward, 0", "0.forward, 2", "0.backward, 2", "0.forward, 1"})
    void withinIsWhatTheEquationsOfTheStepSay(String part, int chunk) {
        Example whole = DrawnNetworks.layer(LSTM, 3, BOTH, 5, 5, 3, 0);
        Example example = whole.with(DrawnNetworks.inputs(whole.network(), 5, List.of(5, 3, 0), chunk));
        Trace trace = example.run().part(part);
        int firstColumn = part.endsWith("backward") ? 3 : 0;
        GradientFlow hidden = flow(example, part, "h");
        GradientFlow memory = flow(example, part, "c");
        for (int n = 0; n < 3; n++) {
            for (int t = 0; t < 5; t++) {
                boolean isOver = t >= example.inputs().lengths().get(n);
                double output = 0;
                double use = 0;
                for (int j = 0; j < 3 && !isOver; j++) {
                    output += square(example.inputs().upstream().get(t * 3 + n, firstColumn + j));
                    double tanh = Math.tanh(trace.value("c'").at(t, n, j));
                    use += square(
                            trace.gradient("h'").at(t, n, j) * trace.value("o").at(t, n, j) * (1 - tanh * tanh));
                }
                assertThat(hidden.within().get(t, n)).isCloseTo(Math.sqrt(output), within(CLOSE));
                assertThat(memory.within().get(t, n)).isCloseTo(Math.sqrt(use), within(CLOSE));
            }
        }
    }

    /** What comes back is the Jacobian of the next step, transposed, times the whole gradients after that step. */
    @ParameterizedTest
    @CsvSource({"0.forward, 0", "0.backward, 0", "0.forward, 2", "0.backward, 2"})
    void nextIsWhatTheJacobianOfTheNextStepHandsBack(String part, int chunk) {
        Example whole = DrawnNetworks.layer(LSTM, 2, BOTH, 5, 5, 4);
        Example example = whole.with(DrawnNetworks.inputs(whole.network(), 5, List.of(5, 4), chunk));
        NetworkTrace run = example.run();
        Trace trace = run.part(part);
        GradientFlow flow = flow(example, part, "c");
        for (int n = 0; n < 2; n++) {
            int length = example.inputs().lengths().get(n);
            StepJacobians jacobians = StepJacobians.of(example.network(), example.inputs(), run, part, n);
            for (int t = 0; t < length; t++) {
                int next = part.endsWith("backward") ? t - 1 : t + 1;
                double expected = next < 0 || next >= length
                        ? norm(last(example, part, n))
                        : chunk > 0 && t / chunk != next / chunk ? 0 : handedBack(jacobians.at(next), trace, next, n);
                assertThat(flow.next().get(t, n)).as("t %d", t).isCloseTo(expected, within(CLOSE));
            }
        }
    }

    /** Of an RNN as far as its output alone, one step's gradient comes back at most: that of the next output. */
    @Test
    void whatComesBackOverAWindowIsLess() {
        Example whole = DrawnNetworks.layer(BuiltInCells.cell("rnn-tanh"), 2, FORWARD, 4, 4);
        NetworkInputs inputs = whole.inputs().withTruncation(new Truncation.Window(1));
        Example example = whole.with(inputs);
        NetworkTrace run = example.run();
        GradientFlow flow = flow(example, "0.forward", "h");
        StepJacobians jacobians = StepJacobians.of(example.network(), inputs, run, "0.forward", 0);
        for (int t = 0; t < 2; t++) {
            double[] back = new double[2];
            for (int j = 0; j < 2; j++) {
                for (int row = 0; row < 2; row++) {
                    back[j] +=
                            jacobians.at(t + 1).get(row, j) * inputs.upstream().get(t + 1, row);
                }
            }
            assertThat(flow.next().get(t, 0)).as("t %d", t).isCloseTo(norm(back), within(CLOSE));
        }
    }

    private static double[] last(Example example, String part, int n) {
        Matrix gradients = Objects.requireNonNull(example.inputs().finalState().get(part + ".c"));
        return gradients.toArray()[n];
    }

    private static double handedBack(Matrix jacobian, Trace trace, int t, int n) {
        double[] after = new double[4];
        System.arraycopy(trace.gradient("h'").row(t, n), 0, after, 0, 2);
        System.arraycopy(trace.gradient("c'").row(t, n), 0, after, 2, 2);
        // c' is used within the step by h', which its gradient holds already
        double[] own = withoutUse(trace, t, n, after);
        double[] before = new double[2];
        for (int j = 0; j < 2; j++) {
            for (int row = 0; row < 4; row++) {
                before[j] += jacobian.get(row, 2 + j) * own[row];
            }
        }
        return norm(before);
    }

    private static double[] withoutUse(Trace trace, int t, int n, double[] after) {
        double[] own = after.clone();
        for (int j = 0; j < 2; j++) {
            double tanh = Math.tanh(trace.value("c'").at(t, n, j));
            own[2 + j] -= after[j] * trace.value("o").at(t, n, j) * (1 - tanh * tanh);
        }
        return own;
    }

    @Test
    void wholeIsTheNormOfTheGradientInEveryPartOfADeepNetwork() {
        List<Cell> cells = List.of(LSTM, BuiltInCells.cell("gru"));
        Example example = DrawnNetworks.deep(cells, List.of(TIED, FORWARD), true, 4, List.of(4, 2));
        NetworkTrace trace = example.run();
        for (String part : trace.parts().keySet()) {
            GradientFlow flow = flow(example, part, "h");
            assertThat(flow.whole().get(1, 1))
                    .isCloseTo(norm(trace.part(part).gradient("h'").row(1, 1)), within(CLOSE));
            assertThat(flow.whole().get(3, 1)).isZero();
            assertThat(flow.within().get(3, 1)).isZero();
            assertThat(flow.next().get(3, 1)).isZero();
            double together = Math.hypot(flow.whole().get(0, 0), flow.whole().get(0, 1));
            assertThat(flow.overBatch().whole().get(0, 0)).isCloseTo(together, within(CLOSE));
        }
    }

    @Test
    void withoutStepsOrSequencesThereAreNoNorms() {
        assertThat(flow(DrawnNetworks.layer(LSTM, 2, BOTH, 0, 0, 0), "0.forward", "h")
                        .whole()
                        .rows())
                .isZero();
        GradientFlow flow = flow(DrawnNetworks.layer(LSTM, 2, BOTH, 0), "0.forward", "c");
        assertThat(flow.overBatch().whole()).isEqualTo(Matrix.zeros(0, 1));
    }

    @Test
    void whatIsNotThereIsRefused() {
        Example example = DrawnNetworks.layer(LSTM, 2, FORWARD, 1, 1);
        assertThatThrownBy(() -> flow(example, "0.backward", "h")).hasMessage("no part 0.backward");
        assertThatThrownBy(() -> flow(example, "0.forward", "q")).isInstanceOf(IllegalArgumentException.class);
    }

    private static double square(double value) {
        return value * value;
    }

    private static double norm(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
