package org.gatescope.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.reference.NetworkAgreement;
import org.gatescope.reference.NetworkProblem;
import org.gatescope.reference.RandomNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Sequences of a batch: each by itself gives the same, and one that is turned around what the reverse direction gives. */
@Execution(ExecutionMode.CONCURRENT)
class NetworkSequencesTest {
    private static final int NETWORKS = 200;

    /** A step of a sequence in a trace. */
    private record Step(Trace trace, int t, int n) {}

    @Test
    void aBatchOfDifferentLengthsGivesWhatItsRowsGiveAlone() {
        draw(RandomNetworks::any).map(NetworkProblem::summedWithinLengths).forEach(problem -> {
            String network = NetworkAgreement.described(problem);
            NetworkTrace together = problem.run();
            Map<String, Matrix> sum = new LinkedHashMap<>();
            double loss = 0;
            for (int n = 0; n < problem.batch(); n++) {
                NetworkTrace alone = row(problem, n).run();
                assertRow(network, together, alone, n);
                alone.parameterGradients().forEach((name, gradient) -> sum.merge(name, gradient, Matrix::plus));
                loss += alone.readOut().map(NetworkTrace.ReadOutTrace::loss).orElse(0.0);
            }
            NetworkAgreement.close(network, together.parameterGradients(), sum);
            NetworkAgreement.close(
                    network,
                    "loss",
                    together.readOut().map(NetworkTrace.ReadOutTrace::loss).orElse(0.0),
                    loss);
        });
    }

    @Test
    void theReverseDirectionIsTheForwardOneOnReversedSequences() {
        draw(RandomNetworks::bothWays).map(problem -> problem.withChunk(0)).forEach(problem -> {
            String network = NetworkAgreement.described(problem);
            Trace reverse = problem.run().part("0.backward");
            Trace forward = reversed(problem).run().part("0.forward");
            for (String quantity : forward.quantities()) {
                for (int n = 0; n < problem.batch(); n++) {
                    int length = problem.inputs().lengths().get(n);
                    for (int t = 0; t < length; t++) {
                        assertStep(network, quantity, new Step(reverse, t, n), new Step(forward, length - 1 - t, n));
                    }
                }
            }
            NetworkAgreement.close(network, reverse.finalStates(), forward.finalStates());
            problem.network()
                    .layers()
                    .getFirst()
                    .cell()
                    .parameters()
                    .keySet()
                    .forEach(name -> NetworkAgreement.close(
                            network,
                            Map.of(name, reverse.parameterGradient(name)),
                            Map.of(name, forward.parameterGradient(name))));
        });
    }

    private static Stream<NetworkProblem> draw(LongFunction<NetworkProblem> make) {
        return LongStream.range(0, NETWORKS).mapToObj(make);
    }

    /** One sequence of a batch by itself, as long as it is. */
    private static NetworkProblem row(NetworkProblem batch, int n) {
        int length = batch.inputs().lengths().get(n);
        NetworkInputs inputs = batch.inputs();
        int goalRows = batch.readsEveryStep() ? length : 1;
        NetworkInputs own = new NetworkInputs(
                inputs.parameters(),
                inputs.input().rows(n, batch.batch(), length),
                inputs.mask().rearranged(List.of(length), length, t -> t * batch.batch() + n),
                inputs.dropout().rearranged(batch.batch(), length, 1, batch.network(), t -> t * batch.batch() + n),
                inputs.truncation(),
                row(inputs.initialState(), n),
                inputs.upstream().rows(n, batch.batch(), length),
                row(inputs.finalState(), n),
                inputs.goal()
                        .map(goal -> new Goal(
                                goal.loss(),
                                goal.targets().rows(n, batch.batch(), goalRows),
                                goal.weights().rows(n, batch.batch(), goalRows))));
        return new NetworkProblem(batch.network(), 1, length, own);
    }

    private static Map<String, Matrix> row(Map<String, Matrix> tables, int n) {
        Map<String, Matrix> rows = new LinkedHashMap<>();
        tables.forEach((name, table) -> rows.put(name, table.rows(n, 1, 1)));
        return rows;
    }

    private static void assertRow(String network, NetworkTrace together, NetworkTrace alone, int n) {
        NetworkAgreement.close(network, row(together.finalStates(), n), alone.finalStates());
        alone.parts().forEach((key, own) -> {
            Trace all = together.part(key);
            own.finalStates()
                    .keySet()
                    .forEach(state -> NetworkAgreement.close(
                            network,
                            Map.of(state, all.initialStateGradient(state).rows(n, 1, 1)),
                            Map.of(state, own.initialStateGradient(state))));
            for (int t = 0; t < own.sizes().steps(); t++) {
                for (String quantity : own.quantities()) {
                    assertStep(network, quantity, new Step(all, t, n), new Step(own, t, 0));
                }
            }
        });
        for (int t = 0; t < together.inputGradient().steps(); t++) {
            for (int j = 0; j < together.inputGradient().width(); j++) {
                boolean isOver = t >= alone.inputGradient().steps();
                double expected = isOver ? 0 : alone.inputGradient().at(t, 0, j);
                NetworkAgreement.close(
                        network, "d.x at " + t, together.inputGradient().at(t, n, j), expected);
            }
        }
    }

    /** A quantity and its gradient. */
    private static void assertStep(String network, String quantity, Step actual, Step expected) {
        Series values = expected.trace().value(quantity);
        Series gradients = expected.trace().gradient(quantity);
        for (int j = 0; j < values.width(); j++) {
            NetworkAgreement.close(
                    network,
                    quantity + " at " + actual.t(),
                    actual.trace().value(quantity).at(actual.t(), actual.n(), j),
                    values.at(expected.t(), expected.n(), j));
            NetworkAgreement.close(
                    network,
                    "d." + quantity + " at " + actual.t(),
                    actual.trace().gradient(quantity).at(actual.t(), actual.n(), j),
                    gradients.at(expected.t(), expected.n(), j));
        }
    }

    /** The backward direction's parameters, states and gradients in a forward layer, each sequence turned around. */
    private static NetworkProblem reversed(NetworkProblem both) {
        Layer layer = both.network().layers().getFirst();
        NetworkInputs inputs = both.inputs();
        Matrix upstream = inputs.upstream();
        int width = layer.width(layer.cell().output());
        Matrix right = Matrix.zeros(upstream.rows(), width);
        for (int row = 0; row < upstream.rows(); row++) {
            for (int j = 0; j < width; j++) {
                right = right.with(row, j, upstream.get(row, width + j));
            }
        }
        NetworkInputs own = new NetworkInputs(
                ofBackward(inputs.parameters()),
                turned(both, inputs.input()),
                inputs.mask().rearranged(inputs.lengths(), both.steps() * both.batch(), row -> turned(both, row)),
                inputs.dropout()
                        .rearranged(both.batch(), both.steps(), both.batch(), both.network(), row -> turned(both, row)),
                Truncation.NONE,
                ofBackward(inputs.initialState()),
                turned(both, right),
                ofBackward(inputs.finalState()),
                Optional.empty());
        Layer forward = new Layer(layer.cell(), layer.hidden(), Directions.FORWARD).withDropout(layer.dropout());
        Network network = new Network(both.network().inputs(), List.of(forward), Optional.empty());
        return new NetworkProblem(network, both.batch(), both.steps(), own);
    }

    private static Matrix turned(NetworkProblem problem, Matrix overTime) {
        return overTime.rearranged(overTime.rows(), overTime.columns(), row -> turned(problem, row));
    }

    private static int turned(NetworkProblem problem, int row) {
        int n = row % problem.batch();
        int t = row / problem.batch();
        int from = problem.isOver(n, t) ? t : problem.inputs().lengths().get(n) - 1 - t;
        return from * problem.batch() + n;
    }

    private static Map<String, Matrix> ofBackward(Map<String, Matrix> tables) {
        Map<String, Matrix> own = new LinkedHashMap<>();
        tables.forEach((name, table) -> {
            if (name.startsWith("0.backward.")) {
                own.put(name.replace("0.backward.", "0.forward."), table);
            }
        });
        return own;
    }
}
