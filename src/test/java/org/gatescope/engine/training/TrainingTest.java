package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.plan.NetworkPlan;
import org.junit.jupiter.api.Test;

/** One update: what is done to gradients before the optimizer has them, and the figures that a snapshot keeps. */
class TrainingTest {
    private static final double RATE = 0.25;

    private final Exercise lesson = Exercise.of("lstm");
    private final Map<String, Matrix> start = lesson.inputs().parameters();
    private final Map<String, Matrix> gradients =
            lesson.plan().run(lesson.inputs()).parameterGradients();

    private Snapshot next(Optimizer optimizer, Clipping clipping, double decay) {
        return next(optimizer, clipping, WeightDecay.coupled(decay));
    }

    private Snapshot next(Optimizer optimizer, Clipping clipping, WeightDecay decay) {
        return new Training(optimizer, new LearningRate.Constant(RATE), clipping, decay, 3)
                .next(lesson.plan(), lesson.inputs(), lesson.start());
    }

    private Matrix start(String name) {
        return start.getOrDefault(name, Matrix.zeros(0, 0));
    }

    @Test
    void decayIsAddedToTheGradient() {
        Snapshot next = next(new Optimizer.Sgd(0, false), new Clipping.None(), 0.5);
        gradients.forEach((name, gradient) -> assertThat(next.parameters().get(name))
                .as(name)
                .isEqualTo(gradient.combine(start(name), (g, p) -> p - RATE * (g + 0.5 * p))));
    }

    @Test
    void gradientsAreClippedBeforeThat() {
        Snapshot next = next(new Optimizer.Sgd(0, false), new Clipping.ByValue(1e-3), 0.5);
        gradients.forEach((name, gradient) -> assertThat(next.parameters().get(name))
                .as(name)
                .isEqualTo(gradient.combine(
                        start(name), (g, p) -> p - RATE * (Math.max(-1e-3, Math.min(1e-3, g)) + 0.5 * p))));
    }

    @Test
    void adamWShrinksParametersAsPlainDescentWithDecayDoes() {
        Snapshot plain = next(new Optimizer.Adam(0.9, 0.999, 1e-8), new Clipping.None(), 0);
        Snapshot decayed =
                next(new Optimizer.Adam(0.9, 0.999, 1e-8), new Clipping.None(), new WeightDecay(0, 0.5, false));
        plain.parameters().forEach((name, parameter) -> {
            Matrix shrunk = parameter.combine(start(name), (p, before) -> p - RATE * 0.5 * before);
            assertThat(difference(shrunk, decayed.parameters().getOrDefault(name, Matrix.zeros(0, 0))))
                    .as(name)
                    .isLessThan(1e-14);
        });
        assertThat(decayed.slots()).as("decay is apart from what is remembered").isEqualTo(plain.slots());
    }

    @Test
    void aSnapshotKeepsTheFiguresOfItsUpdate() {
        Snapshot next = next(new Optimizer.Sgd(0, false), new Clipping.ByNorm(1e-3), 0);
        double squares = 0;
        for (Map.Entry<String, Matrix> gradient : gradients.entrySet()) {
            squares += gradient.getValue().sumOfSquares();
            double norm = Math.sqrt(gradient.getValue().sumOfSquares());
            assertThat(next.norms()).as("before clipping").containsEntry(gradient.getKey(), norm);
        }
        assertThat(next.norm()).isCloseTo(Math.sqrt(squares), within(1e-15));
        double moved = next.changes().values().stream().mapToDouble(c -> c * c).sum();
        assertThat(Math.sqrt(moved)).as("the clipped norm times the rate").isCloseTo(RATE * 1e-3, within(1e-15));
        assertThat(next.rate()).isEqualTo(RATE);
        assertThat(next.epoch()).isEqualTo(1);
        assertThat(next.loss())
                .isEqualTo(lesson.plan()
                        .run(lesson.inputs())
                        .readOut()
                        .orElseThrow()
                        .loss());
        assertThat(next.norms().keySet()).as("in the network's order").containsExactlyElementsOf(gradients.keySet());
    }

    /** With gradients that are summed over the batch, so many copies of one sequence teach what it teaches by itself. */
    @Test
    void notebookCsFormDoesNotDependOnTheSizeOfTheBatch() {
        Network network = new Network(
                3, List.of(new Layer(BuiltInCells.cell("rnn-tanh"), 4, Directions.FORWARD)), Optional.empty());
        Map<String, Matrix> alone = overBatch(network, 1);
        Map<String, Matrix> four = overBatch(network, 4);
        alone.forEach((name, table) -> {
            assertThat(difference(table, four.getOrDefault(name, Matrix.zeros(0, 0))))
                    .as(name)
                    .isLessThan(1e-14);
            assertThat(difference(table, parameters(network).getOrDefault(name, Matrix.zeros(0, 0))))
                    .as("it has learnt")
                    .isGreaterThan(0.1);
        });
    }

    private static double difference(Matrix a, Matrix b) {
        return Math.sqrt(a.combine(b, (x, y) -> x - y).sumOfSquares());
    }

    private static Map<String, Matrix> overBatch(Network network, int batch) {
        int steps = 5;
        Map<String, Matrix> state = Map.of("0.forward.h", Matrix.zeros(batch, 4));
        Matrix input = new Fill.Normal(1, 8).matrix(steps, 3);
        Matrix upstream = new Fill.Normal(1, 9).matrix(steps, 4);
        NetworkInputs inputs = new NetworkInputs(
                parameters(network),
                input.rearranged(steps * batch, 3, row -> row / batch),
                Collections.nCopies(batch, steps),
                0,
                state,
                upstream.rearranged(steps * batch, 4, row -> row / batch),
                state,
                Optional.empty());
        return new Training(
                        new Optimizer.SgdOverBatch(batch), new LearningRate.Constant(RATE), new Clipping.None(), 0, 1)
                .next(NetworkPlan.of(network, batch, steps), inputs, Snapshot.first(inputs.parameters()))
                .parameters();
    }

    private static Map<String, Matrix> parameters(Network network) {
        return new LinkedHashMap<>(Exercise.initialiser(5).parameters(network));
    }
}
