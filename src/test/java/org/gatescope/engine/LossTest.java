package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Loss.Average;
import org.gatescope.engine.Loss.Kind;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.plan.NetworkPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {
    private static final double STEP = 1e-6;
    private static final List<Integer> LENGTHS = List.of(3, 2);

    static Stream<Arguments> losses() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(Activation.values())
                        .filter(activation -> new Loss(kind, Average.SUM).fits(activation))
                        .flatMap(activation -> Stream.of(Average.values())
                                .flatMap(average -> Stream.of(true, false)
                                        .map(every -> Arguments.of(kind, activation, average, every)))));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientsAgreeWithCentralDifferences(Kind kind, Activation activation, Average average, boolean everyStep) {
        Network network = network(activation, everyStep);
        NetworkInputs inputs = inputs(network, new Loss(kind, average), everyStep);
        NetworkPlan plan = NetworkPlan.of(network, 2, 3);
        Map<String, Matrix> gradients = plan.run(inputs).parameterGradients();
        gradients.forEach((name, gradient) -> {
            Matrix parameter = inputs.parameters().getOrDefault(name, gradient);
            int row = parameter.rows() - 1;
            double more = loss(plan, inputs, name, parameter.with(row, 0, parameter.get(row, 0) + STEP));
            double less = loss(plan, inputs, name, parameter.with(row, 0, parameter.get(row, 0) - STEP));
            assertThat(gradient.get(row, 0)).as(name).isCloseTo((more - less) / (2 * STEP), within(1e-7));
        });
    }

    @Test
    void crossEntropyIsStableForLogitsOfAnySize() {
        double[] logits = {1e4, -1e4, 0};
        double[] outputs = new double[3];
        Activation.SOFTMAX.forward(logits, outputs, 0, 3);
        assertThat(outputs).containsExactly(1, 0, 0);
        assertThat(Kind.CATEGORICAL_CROSS_ENTROPY.of(logits, outputs, new double[] {0, 1, 0}, 0, 3))
                .isEqualTo(2e4);
        Activation.SIGMOID.forward(logits, outputs, 0, 3);
        assertThat(Kind.BINARY_CROSS_ENTROPY.of(logits, outputs, new double[] {0, 1, 1}, 0, 3))
                .isCloseTo((2e4 + Math.log(2)) / 3, within(1e-9));
    }

    @Test
    void meanAbsoluteErrorIsNoSteeperFarAway() {
        assertThat(loss(Kind.MEAN_ABSOLUTE, new double[] {1, -3}, new double[] {0.5, 1}))
                .isEqualTo((0.5 + 4) / 2);
        assertThat(gradient(Kind.MEAN_ABSOLUTE, new double[] {1, -3}, new double[] {0.5, 1}))
                .containsExactly(0.5, -0.5);
    }

    @Test
    void hingeAsksForAMarginOfOneOnTheSideOfTheTarget() {
        double[] outputs = {2, 0.25, -1};
        double[] targets = {1, -1, 1};
        assertThat(loss(Kind.HINGE, outputs, targets)).isEqualTo((0 + 1.25 + 2) / 3);
        assertThat(gradient(Kind.HINGE, outputs, targets)).containsExactly(0, 1.0 / 3, -1.0 / 3);
    }

    @Test
    void whereALossHasACornerItsSlopeIsZero() {
        assertThat(gradient(Kind.MEAN_ABSOLUTE, new double[] {0.3}, new double[] {0.3}))
                .containsExactly(0);
        assertThat(gradient(Kind.HINGE, new double[] {1, -1}, new double[] {1, -1}))
                .containsExactly(0, 0);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsNoNumberStaysSo(Kind kind) {
        assertThat(loss(kind, new double[] {Double.NaN}, new double[] {1})).isNaN();
        assertThat(gradient(kind, new double[] {Double.NaN}, new double[] {1})).containsExactly(Double.NaN);
    }

    @Test
    void statesAreHeldAgainstTheirTargetsWithoutWeights() {
        Network network = network(Activation.STATES, true);
        NetworkInputs inputs = inputs(network, new Loss(Kind.MEAN_SQUARED, Average.SUM), true);
        NetworkTrace trace = NetworkPlan.of(network, 2, 3).run(inputs);
        ReadOutTrace readOut = trace.readOut().orElseThrow();
        Matrix targets = inputs.goal().orElseThrow().targets();
        assertThat(network.parameters()).doesNotContainKeys(ReadOut.WEIGHTS, ReadOut.BIAS);
        assertThat(trace.parameterGradients())
                .containsOnlyKeys(network.parameters().keySet());
        for (int unit = 0; unit < network.width(); unit++) {
            double state = trace.output().at(1, 0, unit);
            assertThat(readOut.outputs().at(1, 0, unit)).isEqualTo(state);
            assertThat(readOut.stateGradient().at(1, 0, unit))
                    .isCloseTo(2 * (state - targets.get(2, unit)) / network.width(), within(1e-15));
        }
    }

    private static double loss(Kind kind, double[] outputs, double[] targets) {
        return kind.of(outputs, outputs, targets, 0, outputs.length);
    }

    /** Of outputs that are the logits. */
    private static double[] gradient(Kind kind, double[] outputs, double[] targets) {
        double[] gradient = new double[outputs.length];
        kind.gradient(Activation.IDENTITY, outputs, targets, 1, gradient, 0, outputs.length);
        return gradient;
    }

    @Test
    void averagesDifferByWhatTheyDivideBy() {
        Network network = network(Activation.SOFTMAX, true);
        double sum = run(network, Average.SUM).loss();
        assertThat(run(network, Average.BATCH).loss()).isCloseTo(sum / 2, within(1e-12));
        assertThat(run(network, Average.BATCH_AND_TIME).loss()).isCloseTo(sum / 5, within(1e-12));
    }

    private static ReadOutTrace run(Network network, Average average) {
        NetworkInputs inputs = inputs(network, new Loss(Kind.CATEGORICAL_CROSS_ENTROPY, average), true);
        return NetworkPlan.of(network, 2, 3).run(inputs).readOut().orElseThrow();
    }

    private static double loss(NetworkPlan plan, NetworkInputs inputs, String name, Matrix changed) {
        Map<String, Matrix> parameters = new LinkedHashMap<>(inputs.parameters());
        parameters.put(name, changed);
        return plan.run(inputs.withParameters(parameters))
                .readOut()
                .orElseThrow()
                .loss();
    }

    private static Network network(Activation activation, boolean everyStep) {
        Layer layer = new Layer(BuiltInCells.cell("gru"), 3, Directions.BOTH);
        return new Network(2, List.of(layer), Optional.of(new ReadOut(4, everyStep, activation)));
    }

    /** Steps beyond the end of a sequence weigh nothing. */
    private static NetworkInputs inputs(Network network, Loss loss, boolean everyStep) {
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        network.parameters()
                .forEach((name, size) ->
                        parameters.put(name, new Fill.Normal(0.6, name.hashCode()).matrix(size[0], size[1])));
        Map<String, Matrix> states = Map.of("0.forward.h", Matrix.zeros(2, 3), "0.backward.h", Matrix.zeros(2, 3));
        int rows = everyStep ? 6 : 2;
        int outputs = network.readOut().orElseThrow().outputs();
        Matrix targets = new Fill.Normal(1, 5).matrix(rows, outputs).map(value -> 1 / (1 + Math.exp(-value)));
        Matrix weights = Matrix.filled(rows, 1, 1);
        return new NetworkInputs(
                parameters,
                new Fill.Normal(1, 6).matrix(6, 2),
                LENGTHS,
                0,
                states,
                Matrix.zeros(6, 6),
                states,
                Optional.of(new NetworkInputs.Goal(loss, targets, everyStep ? weights.with(5, 0, 0) : weights)));
    }
}
