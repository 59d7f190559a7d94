package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.reference.NetworkAgreement;
import org.gatescope.reference.NetworkProblem;
import org.gatescope.reference.RandomNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Truncated backpropagation: where time is cut the state is carried on and the gradient is not. */
@Execution(ExecutionMode.CONCURRENT)
class TruncationTest {
    private static final double W = 0.5;
    private static final int NETWORKS = 200;

    /** By hand: h' = w h, so that a gradient is multiplied by w at each step that it passes. */
    @ParameterizedTest
    @CsvSource({
        "4, 0, 0.0625", // all four steps
        "4, 2, 0", // cut after the second
        "2, 2, 0.25", // ended where a chunk does: its last state's gradient has arrived there and is not cut
        "1, 2, 0.5", // ended within a chunk
        "3, 2, 0",
        "0, 2, 1"
    })
    void theGradientOfTheLastStateReachesTheFirstUnlessItIsCutOnTheWay(int length, int chunk, double expected) {
        Cell cell = Cell.parse("state h\nh' = w * h");
        Network network = new Network(1, List.of(new Layer(cell, 1, Directions.FORWARD)), Optional.empty());
        NetworkInputs inputs = new NetworkInputs(
                Map.of("0.forward.w", Matrix.row(W)),
                Matrix.zeros(4, 1),
                List.of(length),
                chunk,
                Map.of("0.forward.h", Matrix.row(1)),
                Matrix.zeros(4, 1),
                Map.of("0.forward.h", Matrix.row(1)),
                Optional.empty());
        NetworkTrace trace = NetworkPlan.of(network, 1, 4).run(inputs);
        assertThat(trace.part("0.forward").initialStateGradient("h").get(0, 0)).isCloseTo(expected, within(1e-15));
    }

    @Test
    void aWindowCutsGradientsAloneAndNoneWhereItHoldsAll() {
        draw(RandomNetworks::any).limit(NETWORKS / 4).forEach(problem -> {
            NetworkTrace whole = problem.withChunk(0).run();
            NetworkTrace narrow = window(problem, 0).run();
            NetworkTrace wide = window(problem, Integer.MAX_VALUE).run();
            String network = NetworkAgreement.described(problem);
            assertThat(numbers(narrow.output())).as(network).isEqualTo(numbers(whole.output()));
            if (!problem.inputs().mask().skipsAny()) { // a chunk ends at a skipped step too, a window does not count it
                assertThat(narrow.parameterGradients())
                        .as(network)
                        .isEqualTo(problem.withChunk(1).run().parameterGradients());
            }
            assertThat(wide.parameterGradients()).as(network).isEqualTo(whole.parameterGradients());
            int most = problem.network().layers().size() * problem.steps();
            NetworkAgreement.close(
                    network,
                    window(problem, Math.max(0, most - 1)).run().parameterGradients(),
                    whole.parameterGradients());
        });
    }

    private static NetworkProblem window(NetworkProblem problem, int steps) {
        return problem.with(problem.inputs().withTruncation(new Truncation.Window(steps)));
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
        for (int from = 0; from < problem.steps(); from += chunk(problem)) {
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

    private static Stream<NetworkProblem> draw(LongFunction<NetworkProblem> make) {
        return LongStream.range(0, NETWORKS).mapToObj(make);
    }

    /** The steps of one chunk; a sequence's last states receive their gradient in the chunk in which it ends. */
    private static NetworkProblem chunk(NetworkProblem whole, int from, Map<String, Matrix> states) {
        NetworkInputs inputs = whole.inputs();
        int batch = whole.batch();
        int count = Math.min(chunk(whole), whole.steps() - from);
        Map<String, Matrix> last = new LinkedHashMap<>();
        inputs.finalState()
                .forEach((name, table) -> last.put(name, table.rearranged(batch, table.columns(), n -> {
                    int end = Math.max(0, inputs.lengths().get(n) - 1);
                    return from <= end && end < from + count ? n : -1;
                })));
        NetworkInputs own = new NetworkInputs(
                inputs.parameters(),
                inputs.input().rows(from * batch, 1, count * batch),
                inputs.mask()
                        .rearranged(
                                inputs.lengths().stream()
                                        .map(length -> Math.clamp(length - from, 0, count))
                                        .toList(),
                                count * batch,
                                row -> from * batch + row),
                inputs.dropout().rearranged(batch, count, batch, whole.network(), row -> from * batch + row),
                Truncation.NONE,
                states,
                inputs.upstream().rows(from * batch, 1, count * batch),
                last,
                Optional.empty());
        return new NetworkProblem(whole.network(), batch, count, own);
    }

    private static int chunk(NetworkProblem problem) {
        return problem.inputs().truncation() instanceof Truncation.Chunks(int steps) ? steps : 0;
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
