package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.plan.NetworkPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beyond the end of a sequence is not read. */
class PaddingTest {
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e308, Double.NaN, Double.POSITIVE_INFINITY})
    void itReachesNoGradient(double padding) {
        for (Optional<Embedding> embedding : List.of(Optional.<Embedding>empty(), Optional.of(new Embedding(2)))) {
            NetworkTrace trace = run(embedding, padding);
            assertThat(trace.parameterGradients())
                    .isEqualTo(run(embedding, 0).parameterGradients())
                    .allSatisfy((name, gradient) ->
                            assertThat(gradient.sumOfSquares()).as(name).isFinite());
        }
    }

    /** The second of two steps is beyond the end. */
    private static NetworkTrace run(Optional<Embedding> embedding, double padding) {
        Layer layer = new Layer(BuiltInCells.cell("rnn-tanh"), 2, Directions.TIED);
        Network network = new Network(2, embedding, List.of(layer), Optional.empty());
        Map<String, Matrix> states = Map.of("0.forward.h", Matrix.zeros(1, 2), "0.backward.h", Matrix.zeros(1, 2));
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        network.parameters().forEach((name, size) -> parameters.put(name, Matrix.filled(size[0], size[1], 0.5)));
        NetworkInputs inputs = new NetworkInputs(
                parameters,
                Matrix.of(new double[][] {{1, 0}, {padding, padding}}),
                List.of(1),
                0,
                states,
                Matrix.filled(2, 4, 1),
                states,
                Optional.empty());
        return NetworkPlan.of(network, 1, 2).run(inputs);
    }
}
