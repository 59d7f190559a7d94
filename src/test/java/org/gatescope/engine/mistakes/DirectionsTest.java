package org.gatescope.engine.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A mistake is the same in both directions of time, and in sequences of different lengths. */
class DirectionsTest {
    private static final double CLOSE = 1e-12;
    private static final int STEPS = 5;
    private static final Cell CELL = BuiltInCells.cell("lstm-peephole");

    @ParameterizedTest
    @EnumSource
    void theReverseDirectionIsTheForwardOneOnReversedInput(Mistake mistake) {
        Network both = network(Directions.BOTH);
        NetworkInputs inputs = NetworkNumbers.drawn(both, List.of(STEPS, STEPS), STEPS, 3);
        Network one = network(Directions.FORWARD);
        NetworkInputs turned = new NetworkInputs(
                turned(inputs.parameters()),
                backInTime(inputs.input(), 0, 2),
                inputs.lengths(),
                0,
                turned(inputs.initialState()),
                backInTime(inputs.upstream(), 2, 2), // the backward direction's columns
                turned(inputs.finalState()),
                Optional.empty());
        Trace reversed =
                new DrawnNetwork(both, 2, STEPS, inputs).run(mistake).trace().part("0.backward");
        Trace forward =
                new DrawnNetwork(one, 2, STEPS, turned).run(mistake).trace().part("0.forward");
        assertThat(Figures.differing(
                        figures(reversed, 0, STEPS, t -> STEPS - 1 - t), figures(forward, 0, STEPS, t -> t), CLOSE))
                .isEmpty();
        reversed.finalStates()
                .keySet()
                .forEach(state -> assertThat(reversed.initialStateGradient(state))
                        .isEqualTo(forward.initialStateGradient(state)));
    }

    /** Those that are left out reach from one sequence of the batch into another. */
    @ParameterizedTest
    @EnumSource(
            names = {"STATE_NOT_RESET", "INPUT_GRADIENT_FROM_WEIGHT_GRADIENT", "UPDATE_WITHIN_LOOP"},
            mode = Mode.EXCLUDE)
    void aSequenceInABatchIsWhatItIsAlone(Mistake mistake) {
        Network network = network(Directions.BOTH);
        List<Integer> lengths = List.of(STEPS, 2, 0, 3);
        NetworkInputs inputs = NetworkNumbers.drawn(network, lengths, STEPS, 4);
        MistakenTrace batch = new DrawnNetwork(network, 4, STEPS, inputs).run(mistake);
        for (int n = 0; n < lengths.size(); n++) {
            int length = lengths.get(n);
            Map<String, Matrix> states = new LinkedHashMap<>();
            int row = n;
            inputs.initialState().forEach((name, table) -> states.put(name, table.rows(row, 1, 1)));
            MistakenTrace alone =
                    new DrawnNetwork(network, 1, length, NetworkNumbers.row(inputs, n, 4, length, states)).run(mistake);
            for (String part : List.of("0.forward", "0.backward")) {
                Trace expected = alone.trace().part(part);
                Trace actual = batch.trace().part(part);
                assertThat(Figures.differing(
                                figures(actual, n, length, t -> t), figures(expected, 0, length, t -> t), CLOSE))
                        .isEmpty();
                assertThat(actual.initialStateGradient("c").rows(n, 1, 1))
                        .isEqualTo(expected.initialStateGradient("c"));
            }
        }
    }

    private static Network network(Directions directions) {
        return new Network(2, List.of(new Layer(CELL, 2, directions)), Optional.empty());
    }

    /** The backward direction's tables under the forward one's names. */
    private static Map<String, Matrix> turned(Map<String, Matrix> tables) {
        Map<String, Matrix> turned = new LinkedHashMap<>();
        Network.own("0.backward", tables).forEach((name, table) -> turned.put("0.forward." + name, table));
        return turned;
    }

    /** Some columns of a table of two sequences over time, the last step first. */
    private static Matrix backInTime(Matrix table, int firstColumn, int columns) {
        double[][] rows = new double[table.rows()][columns];
        for (int row = 0; row < rows.length; row++) {
            int from = (STEPS - 1 - row / 2) * 2 + row % 2;
            for (int j = 0; j < columns; j++) {
                rows[row][j] = table.get(from, firstColumn + j);
            }
        }
        return Matrix.of(rows, columns);
    }

    /** Every quantity and gradient of a sequence. */
    private static Map<String, Double> figures(Trace trace, int n, int steps, IntUnaryOperator time) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String quantity : trace.quantities()) {
            for (int t = 0; t < steps; t++) {
                put(quantity, trace.value(quantity), t, time.applyAsInt(t), n, figures);
                put("d." + quantity, trace.gradient(quantity), t, time.applyAsInt(t), n, figures);
            }
        }
        return figures;
    }

    private static void put(String name, Series series, int t, int from, int n, Map<String, Double> figures) {
        for (int unit = 0; unit < series.width(); unit++) {
            figures.put(name + "[" + t + ", " + unit + "]", series.at(from, n, unit));
        }
    }
}
