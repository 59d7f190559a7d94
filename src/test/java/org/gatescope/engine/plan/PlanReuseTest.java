package org.gatescope.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Series;
import org.gatescope.engine.Truncation;
import org.gatescope.reference.NetworkProblem;
import org.gatescope.reference.RandomNetworks;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan may be run as often as one likes: nothing of one run stays for the next, and none changes one before. */
@Execution(ExecutionMode.CONCURRENT)
class PlanReuseTest {
    static LongStream seeds() {
        return LongStream.range(500, 560);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyRunIsThatOfAFreshPlanToTheBit(long seed) {
        NetworkProblem problem = RandomNetworks.any(seed);
        Random random = new Random(seed);
        NetworkPlan plan = NetworkPlan.of(problem.network(), problem.batch(), problem.steps());
        for (NetworkInputs inputs : others(problem, random)) {
            assertThat(bits(plan.run(inputs)))
                    .isEqualTo(bits(NetworkPlan.of(problem.network(), problem.batch(), problem.steps())
                            .run(inputs)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRunStaysAsItIsWhateverIsRunLater(long seed) {
        NetworkProblem problem = RandomNetworks.any(seed);
        NetworkPlan plan = NetworkPlan.of(problem.network(), problem.batch(), problem.steps());
        NetworkTrace first = plan.run(problem.inputs());
        Map<String, Object> before = bits(first);
        for (NetworkInputs inputs : others(problem, new Random(seed))) {
            plan.run(inputs);
            assertThat(bits(first)).isEqualTo(before);
        }
    }

    /** Other lengths, parameters and inputs; some of them are no numbers, which must not linger. */
    private static List<NetworkInputs> others(NetworkProblem problem, Random random) {
        NetworkInputs inputs = problem.inputs();
        List<Integer> full =
                inputs.lengths().stream().map(length -> problem.steps()).toList();
        List<Integer> none = inputs.lengths().stream().map(length -> 0).toList();
        Matrix noise = inputs.input().map(value -> random.nextGaussian());
        Matrix spoilt = inputs.input().map(value -> random.nextInt(3) == 0 ? Double.NaN : value);
        List<NetworkInputs> others = new ArrayList<>(List.of(
                inputs,
                inputs.withInput(spoilt),
                inputs,
                inputs.withInput(noise).withLengths(full),
                inputs.withInput(noise).withLengths(none),
                inputs.withTruncation(Truncation.chunks(1)),
                inputs.withTruncation(new Truncation.Window(1)),
                inputs.withInput(noise.map(value -> 1e200 * value)),
                inputs.withUpstream(inputs.upstream().map(value -> Double.POSITIVE_INFINITY))));
        others.add(inputs);
        return others;
    }

    private static Map<String, Object> bits(NetworkTrace trace) {
        return Map.of(
                "output", numbers(trace.output()),
                "input gradient", numbers(trace.inputGradient()),
                "gradients", Map.copyOf(trace.parameterGradients()),
                "states", Map.copyOf(trace.finalStates()),
                "loss", trace.readOut().map(readOut -> readOut.loss()).orElse(0.0),
                "logits",
                        trace.readOut()
                                .map(readOut -> numbers(readOut.logits()))
                                .orElse(List.of()));
    }

    private static List<Double> numbers(Series series) {
        List<Double> numbers = new ArrayList<>();
        for (int t = 0; t < series.steps(); t++) {
            for (int n = 0; n < series.batch(); n++) {
                for (double value : series.row(t, n)) {
                    numbers.add(value);
                }
            }
        }
        return numbers;
    }
}
