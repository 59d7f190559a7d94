package org.gatescope.engine.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.reference.Interpreter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake in the loops alone, in every built-in cell and in random ones, against runs of the compiled engine. */
@Execution(ExecutionMode.CONCURRENT)
class LoopTest {
    private static final double CLOSE = 1e-12;
    private static final String LAYER = "0.forward";

    static List<Cell> cells() {
        return EffectTest.cells();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void afterTheFirstStepIsMemoryThatNobodyWrote(Cell cell) {
        DrawnNetwork one = DrawnNetwork.oneLayer(cell, 3, 4);
        NetworkTrace wrong = one.run(Mistake.FIRST_STEP_ONLY).trace();
        NetworkInputs all = one.inputs();
        NetworkInputs first = new NetworkInputs(
                all.parameters(),
                all.input().rows(0, 1, 3),
                List.of(1, 1, 1),
                0,
                all.initialState(),
                all.upstream().rows(0, 1, 3),
                all.finalState(),
                Optional.empty());
        Map<String, Double> expected =
                Figures.of(NetworkPlan.of(one.network(), 3, 1).run(first));
        Map<String, Double> actual = Figures.of(wrong);
        assertThat(Figures.differing(actual, expected, CLOSE)).isEmpty();
        actual.keySet().removeAll(expected.keySet());
        actual.keySet().removeIf(figure -> figure.startsWith(LAYER + " x["));
        assertThat(actual.values()).isNotEmpty().containsOnly(Double.NaN);
    }

    @Test
    void theBackwardDirectionsFirstStepIsItsSequencesLast() {
        Layer layer = new Layer(BuiltInCells.cell("gru"), 2, Layer.Directions.BOTH);
        Network network = new Network(2, List.of(layer), Optional.empty());
        NetworkInputs inputs = NetworkNumbers.drawn(network, List.of(4, 2, 0), 4, 5);
        DrawnNetwork one = new DrawnNetwork(network, 3, 4, inputs);
        Series output = one.run(Mistake.FIRST_STEP_ONLY).trace().output();
        Series right = one.right().output();
        int[][] written = {{0, 3}, {0, 1}};
        for (int n = 0; n < written.length; n++) {
            for (int t = 0; t < 4; t++) {
                assertThat(Double.isNaN(output.at(t, n, 0))).as("%d, %d", n, t).isEqualTo(t > written[n][0]);
                assertThat(Double.isNaN(output.at(t, n, 2))).as("%d, %d", n, t).isEqualTo(t < written[n][1]);
            }
            assertThat(output.at(written[n][1], n, 2)).isEqualTo(right.at(written[n][1], n, 2));
        }
        assertThat(output.at(3, 2, 0)).as("a sequence of no steps").isEqualTo(right.at(3, 2, 0));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void ofTheGradientsOneStepIsLeft(Cell cell) {
        DrawnNetwork one = DrawnNetwork.oneLayer(cell, 3, 4);
        NetworkTrace wrong = one.run(Mistake.LAST_GRADIENT_KEPT).trace();
        Trace layer = wrong.part(LAYER);
        Map<String, double[][]> names = new LinkedHashMap<>();
        one.inputs()
                .parameters()
                .forEach((name, table) -> names.put(name.substring(LAYER.length() + 1), table.toArray()));
        for (String quantity : layer.quantities()) {
            names.put(quantity, Figures.step(layer.value(quantity), 0));
            names.put(Cell.gradient(quantity), Figures.step(layer.gradient(quantity), 0));
        }
        Map<String, Double> expected = new LinkedHashMap<>();
        for (Adjoint line : cell.adjoints()) {
            if (cell.parameters().containsKey(line.target())) {
                Figures.add("d." + line.target(), Interpreter.value(line.share(), names), expected);
            }
        }
        Map<String, Double> actual = new LinkedHashMap<>();
        cell.parameters()
                .keySet()
                .forEach(name -> Figures.add(
                        "d." + name, wrong.parameterGradient(LAYER + "." + name).toArray(), actual));
        assertThat(Figures.differing(actual, expected, CLOSE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void anUpdateWithinTheLoopOfOneStepIsAnOrdinaryOne(Cell cell) {
        DrawnNetwork one = DrawnNetwork.oneLayer(cell, 3, 1);
        MistakenTrace run = one.run(Mistake.UPDATE_WITHIN_LOOP);
        NetworkTrace right = one.run().trace();
        assertThat(Figures.differing(Figures.of(run.trace()), Figures.of(right), 0))
                .isEmpty();
        run.parametersAfter().forEach((name, after) -> {
            Matrix before = one.inputs().parameters().getOrDefault(name, Matrix.zeros(0, 0));
            assertThat(after).isEqualTo(before.combine(right.parameterGradient(name), (w, g) -> w - 0.05 * g));
        });
    }

    @Test
    void tiedDirectionsUpdateTheSameWeights() {
        Layer layer = new Layer(BuiltInCells.cell("rnn-tanh"), 2, Layer.Directions.TIED);
        Network network = new Network(2, List.of(layer), Optional.empty());
        NetworkInputs inputs = NetworkNumbers.drawn(network, List.of(1), 1, 3);
        DrawnNetwork one = new DrawnNetwork(network, 1, 1, inputs);
        MistakenTrace run = one.run(Mistake.UPDATE_WITHIN_LOOP);
        Matrix before = inputs.parameters().getOrDefault("0.forward.b.h", Matrix.zeros(0, 0));
        Matrix after = run.parametersAfter().getOrDefault("0.forward.b.h", Matrix.zeros(0, 0));
        Matrix both = one.right().parameterGradient("0.forward.b.h");
        for (int unit = 0; unit < 2; unit++) {
            assertThat(after.get(0, unit)).isCloseTo(before.get(0, unit) - 0.05 * both.get(0, unit), within(CLOSE));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aStateThatIsNotResetIsThatOfTheSequenceBefore(Cell cell) {
        DrawnNetwork one = DrawnNetwork.oneLayer(cell, 3, 4);
        NetworkTrace together = one.run(Mistake.STATE_NOT_RESET).trace();
        Map<String, Matrix> states = new LinkedHashMap<>();
        one.inputs().initialState().forEach((name, table) -> states.put(name, table.rows(0, 1, 1)));
        for (int n = 0; n < 3; n++) {
            NetworkTrace alone =
                    NetworkPlan.of(one.network(), 1, 4).run(NetworkNumbers.row(one.inputs(), n, 3, 4, states));
            Map<String, Double> actual = new LinkedHashMap<>();
            Map<String, Double> expected = new LinkedHashMap<>();
            Trace layer = together.part(LAYER);
            for (String quantity : layer.quantities()) {
                Figures.add(quantity, Figures.sequence(layer.value(quantity), n), actual);
                Figures.add("d." + quantity, Figures.sequence(layer.gradient(quantity), n), actual);
                Figures.add(quantity, Figures.sequence(alone.part(LAYER).value(quantity), 0), expected);
                Figures.add("d." + quantity, Figures.sequence(alone.part(LAYER).gradient(quantity), 0), expected);
            }
            assertThat(Figures.differing(actual, expected, CLOSE))
                    .as("sequence %d", n)
                    .isEmpty();
            states.putAll(alone.finalStates());
        }
    }

    @Test
    void gradientsThatAreNotZeroedAddUpInAllPartsOfANetwork() {
        for (long seed = 0; seed < 100; seed++) {
            DrawnNetwork one = DrawnNetwork.of(seed);
            NetworkTrace right = one.right();
            NetworkTrace once = one.run(Mistake.GRADIENTS_NOT_ZEROED).trace();
            NetworkTrace twice = one.run(Set.of(Mistake.GRADIENTS_NOT_ZEROED), once.parameterGradients())
                    .trace();
            Map<String, Double> expected = new LinkedHashMap<>();
            Map<String, Double> actual = new LinkedHashMap<>();
            right.parameterGradients().forEach((name, table) -> {
                Figures.add(name, table.plus(table).toArray(), expected);
                Figures.add(name, twice.parameterGradient(name).toArray(), actual);
            });
            assertThat(Figures.differing(actual, expected, 1e-11)).isEmpty();
            assertThat(Figures.differing(Figures.of(once), Figures.of(right), CLOSE))
                    .isEmpty();
        }
    }
}
