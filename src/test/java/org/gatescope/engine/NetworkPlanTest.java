package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Network.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of networks whatever their cells: rows by themselves, chunks, reversed time, tied directions. */
class NetworkPlanTest {
    private static final double CLOSE = 1e-12;
    private static final int INPUTS = 3;

    @ParameterizedTest
    @ValueSource(strings = {"rnn-tanh", "lstm-peephole", "gru", "gru-reset-before"})
    void aBatchOfDifferentLengthsGivesWhatItsRowsGiveAlone(String cell) {
        Network network = network(cell, Directions.BOTH, Directions.FORWARD);
        int steps = 5;
        List<Integer> lengths = List.of(5, 2, 0);
        NetworkInputs batch = inputs(network, lengths.size(), steps, lengths, 0);
        NetworkTrace together = NetworkPlan.of(network, lengths.size(), steps).run(batch);
        Map<String, Matrix> sum = new LinkedHashMap<>();
        for (int n = 0; n < lengths.size(); n++) {
            int length = lengths.get(n);
            NetworkTrace alone = NetworkPlan.of(network, 1, length).run(row(batch, n, lengths.size(), length));
            for (int t = 0; t < length; t++) {
                for (int j = 0; j < network.width(); j++) {
                    assertThat(together.output().at(t, n, j))
                            .isCloseTo(alone.output().at(t, 0, j), within(CLOSE));
                }
                for (int j = 0; j < INPUTS; j++) {
                    assertThat(together.inputGradient().at(t, n, j))
                            .isCloseTo(alone.inputGradient().at(t, 0, j), within(CLOSE));
                }
            }
            for (int t = length; t < steps; t++) {
                assertThat(together.inputGradient().at(t, n, 0)).isZero();
            }
            assertStates(together, alone, n);
            alone.parameterGradients().forEach((name, gradient) -> sum.merge(name, gradient, Matrix::plus));
        }
        assertClose(together.parameterGradients(), sum);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7})
    void aRunWithTheGradientCutGivesWhatItsChunksGive(int chunk) {
        Network network = network("lstm", Directions.FORWARD);
        int steps = 6;
        NetworkInputs whole = inputs(network, 2, steps, List.of(6, 6), chunk);
        NetworkTrace cut = NetworkPlan.of(network, 2, steps).run(whole);
        Map<String, Matrix> sum = new LinkedHashMap<>();
        Map<String, Matrix> states = whole.initialState();
        for (int from = 0; from < steps; from += chunk) {
            int count = Math.min(chunk, steps - from);
            boolean isLast = from + count == steps;
            NetworkInputs part = new NetworkInputs(
                    whole.parameters(),
                    rows(whole.input(), from * 2, count * 2),
                    List.of(count, count),
                    0,
                    states,
                    rows(whole.upstream(), from * 2, count * 2),
                    isLast ? whole.finalState() : zeros(whole.finalState()),
                    Optional.empty());
            NetworkTrace trace = NetworkPlan.of(network, 2, count).run(part);
            states = trace.finalStates();
            trace.parameterGradients().forEach((name, gradient) -> sum.merge(name, gradient, Matrix::plus));
        }
        assertClose(cut.parameterGradients(), sum);
        assertClose(cut.finalStates(), states);
    }

    /** Sequence 1 ends with a chunk, before the batch does. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theLastStatesGradientReachesASequenceThatEndsWithAChunk(int chunk) {
        Network network = network("lstm", Directions.BOTH);
        NetworkInputs batch = inputs(network, 2, 5, List.of(5, 2), chunk);
        NetworkTrace together = NetworkPlan.of(network, 2, 5).run(batch);
        NetworkInputs row = row(batch, 1, 2, 2);
        NetworkInputs cut = new NetworkInputs(
                row.parameters(),
                row.input(),
                row.lengths(),
                chunk,
                row.initialState(),
                row.upstream(),
                row.finalState(),
                Optional.empty());
        NetworkTrace alone = NetworkPlan.of(network, 1, 2).run(cut);
        assertStates(together, alone, 1);
        for (int j = 0; j < 2 * INPUTS; j++) {
            assertThat(together.inputGradient().at(j / INPUTS, 1, j % INPUTS))
                    .isCloseTo(alone.inputGradient().at(j / INPUTS, 0, j % INPUTS), within(CLOSE));
        }
    }

    @Test
    void theReverseDirectionIsTheForwardOneOnReversedInput() {
        Network both = network("gru", Directions.BOTH);
        Network one = network("gru", Directions.FORWARD);
        int steps = 4;
        NetworkInputs inputs = inputs(both, 1, steps, List.of(steps), 0);
        NetworkTrace trace = NetworkPlan.of(both, 1, steps).run(inputs);
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        inputs.parameters().forEach((name, table) -> {
            if (name.startsWith("0.backward.")) {
                parameters.put(name.replace("backward", "forward"), table);
            }
        });
        int hidden = one.width();
        Matrix upstream = Matrix.zeros(steps, hidden);
        NetworkTrace turned = NetworkPlan.of(one, 1, steps)
                .run(new NetworkInputs(
                        parameters,
                        inputs.input().rearranged(steps, INPUTS, t -> steps - 1 - t),
                        List.of(steps),
                        0,
                        Map.of("0.forward.h", state(inputs.initialState(), "0.backward.h")),
                        upstream,
                        Map.of("0.forward.h", Matrix.zeros(1, hidden)),
                        Optional.empty()));
        for (int t = 0; t < steps; t++) {
            for (int j = 0; j < hidden; j++) {
                assertThat(trace.output().at(t, 0, hidden + j))
                        .isCloseTo(turned.output().at(steps - 1 - t, 0, j), within(CLOSE));
            }
        }
    }

    @Test
    void tiedDirectionsAddTheirGradientsUp() {
        Network tied = network("rnn-tanh", Directions.TIED);
        Network separate = network("rnn-tanh", Directions.BOTH);
        NetworkInputs inputs = inputs(tied, 2, 3, List.of(3, 3), 0);
        Map<String, Matrix> parameters = new LinkedHashMap<>(inputs.parameters());
        inputs.parameters().forEach((name, table) -> parameters.put(name.replace("forward", "backward"), table));
        NetworkTrace one = NetworkPlan.of(tied, 2, 3).run(inputs);
        NetworkTrace two = NetworkPlan.of(separate, 2, 3).run(inputs.withParameters(parameters));
        one.parameterGradients().forEach((name, gradient) -> {
            Matrix sum = two.parameterGradient(name).plus(two.parameterGradient(name.replace("forward", "backward")));
            assertClose(Map.of(name, gradient), Map.of(name, sum));
        });
    }

    private static Network network(String cell, Directions... directions) {
        List<Layer> layers = new ArrayList<>();
        for (Directions direction : directions) {
            layers.add(new Layer(BuiltInCells.cell(cell), 2 + layers.size(), direction));
        }
        return new Network(INPUTS, layers, Optional.empty());
    }

    private static NetworkInputs inputs(Network network, int batch, int steps, List<Integer> lengths, int chunk) {
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        network.parameters().forEach((name, size) -> parameters.put(name, drawn(name.hashCode(), size[0], size[1])));
        Map<String, Matrix> initial = new LinkedHashMap<>();
        Map<String, Matrix> last = new LinkedHashMap<>();
        for (Part part : network.parts()) {
            for (String state : part.layer().cell().states()) {
                String name = part.key() + "." + state;
                initial.put(name, drawn(name.hashCode() + 1, batch, part.layer().hidden()));
                last.put(name, drawn(name.hashCode() + 2, batch, part.layer().hidden()));
            }
        }
        return new NetworkInputs(
                parameters,
                drawn(7, steps * batch, INPUTS),
                lengths,
                chunk,
                initial,
                drawn(8, steps * batch, network.width()),
                last,
                Optional.empty());
    }

    private static Matrix drawn(long seed, int rows, int columns) {
        return new Fill.Normal(0.7, seed).matrix(rows, columns);
    }

    /** One sequence of a batch by itself, as long as it is. */
    private static NetworkInputs row(NetworkInputs batch, int n, int of, int length) {
        return new NetworkInputs(
                batch.parameters(),
                batch.input().rows(n, of, length),
                List.of(length),
                0,
                row(batch.initialState(), n),
                batch.upstream().rows(n, of, length),
                row(batch.finalState(), n),
                Optional.empty());
    }

    private static Map<String, Matrix> row(Map<String, Matrix> tables, int n) {
        Map<String, Matrix> rows = new LinkedHashMap<>();
        tables.forEach((name, table) -> rows.put(name, table.rows(n, 1, 1)));
        return rows;
    }

    private static Matrix rows(Matrix table, int first, int count) {
        return table.rows(first, 1, count);
    }

    private static Map<String, Matrix> zeros(Map<String, Matrix> tables) {
        Map<String, Matrix> zeros = new LinkedHashMap<>();
        tables.forEach((name, table) -> zeros.put(name, Matrix.zeros(table.rows(), table.columns())));
        return zeros;
    }

    private static Matrix state(Map<String, Matrix> states, String name) {
        return states.getOrDefault(name, Matrix.zeros(0, 0));
    }

    private static void assertStates(NetworkTrace together, NetworkTrace alone, int n) {
        alone.finalStates().forEach((name, table) -> {
            Matrix all = state(together.finalStates(), name);
            assertClose(Map.of(name, all.rows(n, 1, 1)), Map.of(name, table));
        });
        alone.parts().forEach((key, trace) -> {
            Matrix own = trace.initialStateGradient("h");
            Matrix all = together.part(key).initialStateGradient("h");
            assertClose(Map.of(key, all.rows(n, 1, 1)), Map.of(key, own));
        });
    }

    private static void assertClose(Map<String, Matrix> computed, Map<String, Matrix> expected) {
        assertThat(computed.keySet()).isEqualTo(expected.keySet());
        computed.forEach((name, table) -> {
            Matrix other = state(expected, name);
            for (int r = 0; r < table.rows(); r++) {
                for (int c = 0; c < table.columns(); c++) {
                    assertThat(table.get(r, c)).as(name).isCloseTo(other.get(r, c), within(CLOSE));
                }
            }
        });
    }
}
