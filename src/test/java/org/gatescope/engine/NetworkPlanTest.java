package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.reference.NetworkAgreement;
import org.gatescope.reference.NetworkProblem;
import org.gatescope.reference.RandomNetworks;
import org.junit.jupiter.api.Test;

/** What must hold of networks whatever their make: the reference, slopes, rows by themselves, chunks, reversed time. */
class NetworkPlanTest {
    private static final int NETWORKS = 300;
    private static final double STEP = 1e-5;

    @Test
    void networksAgreeWithTheScalarReference() {
        long figures =
                draw(RandomNetworks::any).mapToLong(NetworkAgreement::check).sum();
        assertThat(figures).isGreaterThan(100L * NETWORKS);
    }

    @Test
    void aBatchOfNothingGivesNothing() {
        draw(RandomNetworks::empty).limit(30).forEach(NetworkAgreement::check);
    }

    /** Of each table one number, drawn. */
    @Test
    void gradientsAreSlopes() {
        Random random = new Random(3);
        draw(RandomNetworks::smooth)
                .limit(NETWORKS / 2)
                .map(problem -> problem.withChunk(0).summedWithinLengths())
                .forEach(problem -> {
                    NetworkPlan plan = NetworkPlan.of(problem.network(), problem.batch(), problem.steps());
                    NetworkInputs inputs = problem.inputs();
                    NetworkTrace trace = plan.run(inputs);
                    inputs.parameters().forEach((name, table) -> {
                        int row = random.nextInt(table.rows());
                        int column = random.nextInt(table.columns());
                        double gradient = trace.parameterGradient(name).get(row, column);
                        assertSlope(
                                problem,
                                "d." + name,
                                gradient,
                                step -> loss(
                                        plan,
                                        problem,
                                        inputs.withParameters(nudged(inputs.parameters(), name, row, column, step))));
                    });
                    for (Network.Part part : problem.network().parts()) {
                        String state = part.layer().cell().output();
                        String name = part.key() + "." + state;
                        int n = random.nextInt(problem.batch());
                        double gradient = trace.part(part.key())
                                .initialStateGradient(state)
                                .get(n, 0);
                        assertSlope(
                                problem,
                                "d. first " + name,
                                gradient,
                                step -> loss(
                                        plan,
                                        problem,
                                        inputs.withInitialState(nudged(inputs.initialState(), name, n, 0, step))));
                    }
                });
    }

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
    void chunksCutGradientsAloneAndNoneWhereOneHoldsAll() {
        draw(RandomNetworks::any).forEach(problem -> {
            NetworkTrace whole = problem.withChunk(0).run();
            for (int chunk = 1; chunk <= problem.steps() + 1; chunk++) {
                NetworkTrace cut = problem.withChunk(chunk).run();
                String network = NetworkAgreement.described(problem.withChunk(chunk));
                assertThat(cut.finalStates()).as(network).isEqualTo(whole.finalStates());
                assertThat(numbers(cut.output())).as(network).isEqualTo(numbers(whole.output()));
                if (chunk >= problem.steps()) {
                    assertThat(cut.parameterGradients()).as(network).isEqualTo(whole.parameterGradients());
                    assertThat(numbers(cut.inputGradient())).as(network).isEqualTo(numbers(whole.inputGradient()));
                }
            }
        });
    }

    @Test
    void aRunWithTheGradientCutGivesWhatItsChunksGive() {
        draw(RandomNetworks::forward)
                .map(problem -> problem.withGoal(Optional.empty()))
                .filter(problem -> problem.steps() > 0)
                .forEach(problem -> {
                    for (int chunk = 1; chunk <= problem.steps() + 1; chunk++) {
                        assertIsItsChunks(problem.withChunk(chunk));
                    }
                });
    }

    private static void assertIsItsChunks(NetworkProblem problem) {
        String network = NetworkAgreement.described(problem);
        NetworkTrace cut = problem.run();
        Map<String, Matrix> sum = new LinkedHashMap<>();
        Map<String, Matrix> states = problem.inputs().initialState();
        List<Double> outputs = new ArrayList<>();
        List<Double> inputGradients = new ArrayList<>();
        for (int from = 0; from < problem.steps(); from += problem.inputs().chunk()) {
            NetworkTrace trace = chunk(problem, from, states).run();
            states = trace.finalStates();
            outputs.addAll(numbers(trace.output()));
            inputGradients.addAll(numbers(trace.inputGradient()));
            trace.parameterGradients().forEach((name, gradient) -> sum.merge(name, gradient, Matrix::plus));
        }
        assertThat(states).as(network).isEqualTo(cut.finalStates());
        assertThat(outputs).as(network).isEqualTo(numbers(cut.output()));
        for (int i = 0; i < inputGradients.size(); i++) {
            NetworkAgreement.close(
                    network, "d.x " + i, numbers(cut.inputGradient()).get(i), inputGradients.get(i));
        }
        NetworkAgreement.close(network, cut.parameterGradients(), sum);
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
                        assertStep(network, quantity, reverse, t, n, forward, length - 1 - t, n);
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

    /** Everything that gradients are taken of. */
    private static double loss(NetworkPlan plan, NetworkProblem problem, NetworkInputs inputs) {
        NetworkTrace trace = plan.run(inputs);
        double loss = trace.readOut().map(NetworkTrace.ReadOutTrace::loss).orElse(0.0);
        for (int n = 0; n < problem.batch(); n++) {
            for (int t = 0; t < problem.inputs().lengths().get(n); t++) {
                for (int j = 0; j < problem.network().width(); j++) {
                    double upstream = problem.inputs().upstream().get(t * problem.batch() + n, j);
                    loss += upstream * trace.output().at(t, n, j);
                }
            }
        }
        for (Map.Entry<String, Matrix> state : trace.finalStates().entrySet()) {
            Matrix products = table(problem.inputs().finalState(), state.getKey())
                    .combine(state.getValue(), (gradient, value) -> gradient * value);
            for (double[] row : products.toArray()) {
                for (double product : row) {
                    loss += product;
                }
            }
        }
        return loss;
    }

    /** @param loss of a step to either side */
    private static void assertSlope(NetworkProblem problem, String name, double gradient, DoubleUnaryOperator loss) {
        double up = loss.applyAsDouble(STEP);
        double slope = (up - loss.applyAsDouble(-STEP)) / (2 * STEP);
        assertThat(Math.abs(gradient - slope))
                .as(() -> name + " is " + gradient + ", its slope " + slope + " in\n"
                        + NetworkAgreement.described(problem))
                .isLessThan(1e-6 * (1 + Math.abs(slope) + Math.abs(up)));
    }

    private static Map<String, Matrix> nudged(
            Map<String, Matrix> tables, String name, int row, int column, double step) {
        Map<String, Matrix> changed = new LinkedHashMap<>(tables);
        Matrix table = table(tables, name);
        changed.put(name, table.with(row, column, table.get(row, column) + step));
        return changed;
    }

    /** One sequence of a batch by itself, as long as it is. */
    private static NetworkProblem row(NetworkProblem batch, int n) {
        int length = batch.inputs().lengths().get(n);
        NetworkInputs inputs = batch.inputs();
        int goalRows = batch.readsEveryStep() ? length : 1;
        NetworkInputs own = new NetworkInputs(
                inputs.parameters(),
                inputs.input().rows(n, batch.batch(), length),
                List.of(length),
                inputs.chunk(),
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
                    assertStep(network, key + "." + quantity, quantity, all, t, n, own, t, 0);
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

    private static void assertStep(
            String network, String quantity, Trace actual, int t, int n, Trace expected, int otherT, int otherN) {
        assertStep(network, quantity, quantity, actual, t, n, expected, otherT, otherN);
    }

    /** A quantity and its gradient. */
    private static void assertStep(
            String network,
            String place,
            String quantity,
            Trace actual,
            int t,
            int n,
            Trace expected,
            int otherT,
            int otherN) {
        for (int j = 0; j < expected.value(quantity).width(); j++) {
            NetworkAgreement.close(
                    network,
                    place + " at " + t,
                    actual.value(quantity).at(t, n, j),
                    expected.value(quantity).at(otherT, otherN, j));
            NetworkAgreement.close(
                    network,
                    "d." + place + " at " + t,
                    actual.gradient(quantity).at(t, n, j),
                    expected.gradient(quantity).at(otherT, otherN, j));
        }
    }

    /** The steps of one chunk; a sequence's last states receive their gradient in the chunk in which it ends. */
    private static NetworkProblem chunk(NetworkProblem whole, int from, Map<String, Matrix> states) {
        NetworkInputs inputs = whole.inputs();
        int batch = whole.batch();
        int count = Math.min(inputs.chunk(), whole.steps() - from);
        Map<String, Matrix> last = new LinkedHashMap<>();
        inputs.finalState()
                .forEach((name, table) -> last.put(name, table.rearranged(batch, table.columns(), n -> {
                    int end = Math.max(0, inputs.lengths().get(n) - 1);
                    return from <= end && end < from + count ? n : -1;
                })));
        NetworkInputs own = new NetworkInputs(
                inputs.parameters(),
                inputs.input().rows(from * batch, 1, count * batch),
                inputs.lengths().stream()
                        .map(length -> Math.clamp(length - from, 0, count))
                        .toList(),
                0,
                states,
                inputs.upstream().rows(from * batch, 1, count * batch),
                last,
                Optional.empty());
        return new NetworkProblem(whole.network(), batch, count, own);
    }

    /** The backward direction's parameters, states and gradients in a forward layer, each sequence turned around. */
    private static NetworkProblem reversed(NetworkProblem both) {
        Layer layer = both.network().layers().getFirst();
        NetworkInputs inputs = both.inputs();
        Matrix upstream = inputs.upstream();
        Matrix right = Matrix.zeros(upstream.rows(), layer.hidden());
        for (int row = 0; row < upstream.rows(); row++) {
            for (int j = 0; j < layer.hidden(); j++) {
                right = right.with(row, j, upstream.get(row, layer.hidden() + j));
            }
        }
        NetworkInputs own = new NetworkInputs(
                ofBackward(inputs.parameters()),
                turned(both, inputs.input()),
                inputs.lengths(),
                0,
                ofBackward(inputs.initialState()),
                turned(both, right),
                ofBackward(inputs.finalState()),
                Optional.empty());
        Layer forward = new Layer(layer.cell(), layer.hidden(), Directions.FORWARD);
        Network network = new Network(both.network().inputs(), List.of(forward), Optional.empty());
        return new NetworkProblem(network, both.batch(), both.steps(), own);
    }

    private static Matrix turned(NetworkProblem problem, Matrix overTime) {
        return overTime.rearranged(overTime.rows(), overTime.columns(), row -> {
            int n = row % problem.batch();
            int t = row / problem.batch();
            int from = problem.isOver(n, t) ? t : problem.inputs().lengths().get(n) - 1 - t;
            return from * problem.batch() + n;
        });
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

    private static Matrix table(Map<String, Matrix> tables, String name) {
        return tables.getOrDefault(name, Matrix.zeros(0, 0));
    }

    private static List<Double> numbers(Series series) {
        List<Double> numbers = new ArrayList<>();
        for (int t = 0; t < series.steps(); t++) {
            for (int n = 0; n < series.batch(); n++) {
                for (int j = 0; j < series.width(); j++) {
                    numbers.add(series.at(t, n, j));
                }
            }
        }
        return numbers;
    }
}
