package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.engine.plan.Plan;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.engine.training.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run leaves behind and what it allocates. */
class RecordingTest {
    private static final double OVERHEAD = 1.2;
    /** Runs until HotSpot has compiled everything; before that vectors are objects. */
    private static final int ATTEMPTS = 4000;
    /** Bytes. */
    private static final long SLACK = 1000;
    /**
     * Bytes a step: a few vectors that the just-in-time compiler may not have kept in registers. What a step records takes
     * more than 5,000.
     */
    private static final long VECTORS = 200;

    @ParameterizedTest
    @ValueSource(strings = {"rnn-tanh", "lstm", "lstm-peephole", "gru", "gru-reset-before"})
    void aTraceHoldsLittleMoreThanTheNumbersItShows(String name) {
        Network network = network(name, Directions.FORWARD);
        int batch = 2;
        int steps = 500;
        NetworkTrace trace = NetworkPlan.of(network, batch, steps).run(inputs(network, batch, steps, 1));
        Set<double[]> held = Collections.newSetFromMap(new IdentityHashMap<>());
        long shown = 0;
        for (Trace part : trace.parts().values()) {
            for (String quantity : part.quantities()) {
                for (Series series : List.of(part.value(quantity), part.gradient(quantity))) {
                    shown += hold(series, held);
                }
            }
        }
        ReadOutTrace readOut = trace.readOut().orElseThrow();
        for (Series series : List.of(
                trace.output(),
                trace.inputGradient(),
                readOut.logits(),
                readOut.outputs(),
                readOut.losses(),
                readOut.gradient(),
                readOut.stateGradient())) {
            shown += hold(series, held);
        }
        long numbers = held.stream().mapToLong(array -> array.length).sum();
        assertThat((double) numbers / shown).isLessThanOrEqualTo(OVERHEAD);
    }

    private static long hold(Series series, Set<double[]> held) {
        held.add(series.array());
        return (long) series.steps() * series.batch() * series.width();
    }

    @Test
    void aTraceThatIsGivenBackLeavesNothingInTheNextRun() {
        for (String name : BuiltInCells.names()) {
            checkReuse(network(name, Directions.BOTH, Directions.FORWARD));
        }
        // the gradient of a quantity that nothing depends on is never written
        checkReuse(network(Cell.parse("state h, c\nq = h * (x @ W)\nh' = tanh(x @ U + h)\nc' = h"), Directions.TIED));
    }

    private static void checkReuse(Network network) {
        NetworkPlan plan = NetworkPlan.of(network, 2, 5);
        plan.reuse(plan.run(inputs(network, 2, 5, 1)));
        NetworkTrace again = plan.run(inputs(network, 2, 5, 2));
        NetworkTrace fresh = NetworkPlan.of(network, 2, 5).run(inputs(network, 2, 5, 2));
        fresh.parts()
                .forEach((key, part) -> part.quantities().forEach(quantity -> {
                    assertThat(numbers(again.part(key).value(quantity))).containsExactly(numbers(part.value(quantity)));
                    assertThat(numbers(again.part(key).gradient(quantity)))
                            .containsExactly(numbers(part.gradient(quantity)));
                }));
        assertThat(numbers(again.output())).containsExactly(numbers(fresh.output()));
        assertThat(numbers(again.inputGradient())).containsExactly(numbers(fresh.inputGradient()));
        ReadOutTrace readOut = fresh.readOut().orElseThrow();
        ReadOutTrace readOutAgain = again.readOut().orElseThrow();
        assertThat(numbers(readOutAgain.losses())).containsExactly(numbers(readOut.losses()));
        assertThat(numbers(readOutAgain.gradient())).containsExactly(numbers(readOut.gradient()));
        assertThat(again.parameterGradients()).isEqualTo(fresh.parameterGradients());
    }

    @Test
    void aTraceIsGivenBackOnceAndToItsOwnNetwork() {
        Network network = network("gru", Directions.FORWARD);
        NetworkPlan plan = NetworkPlan.of(network, 1, 3);
        NetworkTrace trace = plan.run(inputs(network, 1, 3, 1));
        NetworkPlan longer = NetworkPlan.of(network, 1, 4);
        assertThatThrownBy(() -> longer.reuse(trace)).isInstanceOf(IllegalArgumentException.class);
        plan.reuse(trace);
        assertThatThrownBy(() -> plan.reuse(trace)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUpdateAllocatesNothingThatGrowsWithTime() {
        long few = leastAllocated(50, 0) + VECTORS * (2000 - 50);
        assertThat(leastAllocated(2000, few)).isLessThanOrEqualTo(few + SLACK);
    }

    /** Bytes that an update allocates, least of many or the first below a bound. */
    private static long leastAllocated(int steps, long enough) {
        Network network = network("lstm", Directions.BOTH, Directions.FORWARD);
        NetworkPlan plan = NetworkPlan.of(network, 1, steps);
        NetworkInputs inputs = inputs(network, 1, steps, 1);
        Training training = new Training(
                new Optimizer.Sgd(0, false), new LearningRate.Constant(1e-6), new Clipping.None(), 0, ATTEMPTS);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Snapshot snapshot = Snapshot.first(inputs.parameters());
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS && least > enough + SLACK; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            snapshot = training.next(plan, inputs, snapshot);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    @Test
    void allArraysOfANetworkAreCounted() {
        Network network = network("rnn-tanh", Directions.FORWARD);
        int steps = 1000;
        NetworkPlan plan = NetworkPlan.of(network, 1, steps);
        long layers = network.parts().stream()
                .mapToLong(part ->
                        Plan.of(part.layer().cell(), part.sizes(1, steps)).bytes())
                .sum();
        int tokens = network.inputs();
        int outputs = network.readOut().orElseThrow().outputs();
        // output, upstream and read-out gradient; tokens and their gradient; logits, outputs, losses, gradient, targets
        long least = steps * (3L * network.width() + 2L * tokens + 4L * outputs + 1) * Double.BYTES;
        assertThat(plan.bytes() - layers).isBetween(least, 2 * least);
    }

    private static double[] numbers(Series series) {
        double[] numbers = new double[series.steps() * series.batch() * series.width()];
        series.addColumns(0, series.width(), numbers);
        return numbers;
    }

    private static Network network(String cell, Directions... directions) {
        return network(BuiltInCells.cell(cell), directions);
    }

    private static Network network(Cell cell, Directions... directions) {
        List<Layer> layers =
                Stream.of(directions).map(way -> new Layer(cell, 8, way)).toList();
        return new Network(
                5,
                Optional.of(new Embedding(3)),
                layers,
                Optional.of(new ReadOut(4, true, ReadOut.Activation.SOFTMAX)));
    }

    /** Half of the rows count in the loss. */
    private static NetworkInputs inputs(Network network, int batch, int steps, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        network.parameters().forEach((name, sizes) -> parameters.put(name, random(random, sizes[0], sizes[1])));
        Map<String, Matrix> states = new LinkedHashMap<>();
        network.parts()
                .forEach(part -> part.layer()
                        .cell()
                        .states()
                        .forEach(state -> states.put(
                                part.key() + "." + state,
                                random(random, batch, part.layer().width(state)))));
        int rows = steps * batch;
        return new NetworkInputs(
                parameters,
                Matrix.zeros(rows, network.inputs()).map(zero -> random.nextInt(3) == 0 ? 1 : 0),
                Collections.nCopies(batch, steps),
                0,
                states,
                random(random, rows, network.width()),
                states,
                Optional.of(new Goal(
                        new Loss(Loss.Kind.CATEGORICAL_CROSS_ENTROPY, Loss.Average.BATCH),
                        random(random, rows, 4).map(Math::abs),
                        Matrix.zeros(rows, 1).map(zero -> random.nextInt(2)))));
    }

    private static Matrix random(SplittableRandom random, int rows, int columns) {
        return Matrix.zeros(rows, columns).map(zero -> random.nextDouble(-1, 1));
    }
}
