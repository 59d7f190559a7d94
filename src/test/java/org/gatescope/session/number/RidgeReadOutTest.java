package org.gatescope.session.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gatescope.Wording.saying;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.training.RidgeSettings;
import org.gatescope.engine.training.UnsolvableException;
import org.gatescope.session.Objective;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which rows a read-out is solved from, against NumPy, which also makes the states; and which read-outs are refused. */
class RidgeReadOutTest {
    private static final int STEPS = 7;

    static Stream<Arguments> networks() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(RidgeReadOutTest.class.getResourceAsStream("/ridge/figures.json"))) {
            return new JsonMapper()
                    .readTree(in)
                    .get("networks")
                    .valueStream()
                    .map(node -> Arguments.of(node.get("what"), node));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void itAgreesWithNumPy(JsonNode what, JsonNode of) {
        Map<String, Matrix> solved = new RidgeReadOut(new RidgeSettings(
                        of.get("penalty").doubleValue(), of.get("washout").intValue()))
                .of(Run.of(session(of)));
        assertThat(solved).containsOnlyKeys(ReadOut.WEIGHTS, ReadOut.BIAS);
        assertClose(Objects.requireNonNull(solved.get(ReadOut.WEIGHTS)), table(of.get("W")));
        assertClose(Objects.requireNonNull(solved.get(ReadOut.BIAS)), Matrix.row(numbers(of.get("b"))));
    }

    private static void assertClose(Matrix made, Matrix right) {
        assertThat(made.combine(right, (a, b) -> a - b).sumOfSquares()).isCloseTo(0, within(1e-20));
    }

    private static Session session(JsonNode of) {
        Layer.Directions directions = of.get("both").booleanValue() ? Layer.Directions.BOTH : Layer.Directions.FORWARD;
        Layer layer = new Layer(Cell.parse("state h\nh' = tanh(x @ W + h @ U + b)"), 4, directions);
        Matrix targets = table(of.get("targets"));
        ReadOut readOut = new ReadOut(2, !of.get("last").booleanValue(), Activation.IDENTITY);
        Session plain = session(layer, readOut, targets, table(of.get("mask")));
        List<Integer> lengths =
                of.get("lengths").valueStream().map(JsonNode::intValue).toList();
        BitSet skipped = new BitSet();
        of.get("skipped")
                .forEach(pair ->
                        skipped.set(pair.get(1).intValue() * 3 + pair.get(0).intValue()));
        Map<String, Matrix> parameters = new HashMap<>(plain.numbers().parameters());
        of.get("parameters").propertyStream().forEach(entry -> parameters.put(entry.getKey(), table(entry.getValue())));
        return plain.withNumbers(numbers -> numbers.withParameters(parameters)
                        .withInput(table(of.get("input")))
                        .withMask(numbers.mask().skipping(lengths, skipped)))
                .withObjective(
                        wanted -> wanted.withSplit(Split.last(of.get("tests").intValue())));
    }

    private static Session session(Layer layer, ReadOut readOut, Matrix targets, Matrix mask) {
        return session(layer, readOut, targets, mask, 3, STEPS);
    }

    private static Session session(Layer layer, ReadOut readOut, Matrix targets, Matrix mask, int batch, int steps) {
        Network network = new Network(2, List.of(layer), Optional.of(readOut));
        Session silent = Session.zeros("", new Network(2, List.of(layer), Optional.empty()), batch, steps);
        Map<String, Matrix> parameters = new HashMap<>();
        network.parameters().forEach((name, size) -> parameters.put(name, Matrix.zeros(size[0], size[1])));
        Loss loss = new Loss(Loss.Kind.MEAN_SQUARED, Loss.Average.BATCH_AND_TIME);
        return new Session(
                "",
                network,
                steps,
                silent.numbers().withParameters(parameters),
                Optional.of(new Objective(loss, Objective.Aim.TABLE, targets, mask)),
                silent.vocabulary());
    }

    private static Session plain(Activation activation) {
        Layer layer = new Layer(Cell.parse("state h\nh' = tanh(x @ W + h @ U + b)"), 2, Layer.Directions.FORWARD);
        return session(
                layer, new ReadOut(2, true, activation), Matrix.zeros(3 * STEPS, 2), Matrix.filled(3 * STEPS, 1, 1));
    }

    @Test
    void whatIsNoLinearReadOutWithASquaredErrorIsRefused() {
        Session plain = plain(Activation.IDENTITY);
        assertThat(RidgeReadOut.refusal(plain)).isEmpty();
        assertRefused("states", plain(Activation.STATES));
        assertRefused("activation", plain(Activation.SIGMOID));
        assertRefused(
                "no-read-out", Session.zeros("", new Network(2, plain.network().layers(), Optional.empty()), 3, 2));
        assertRefused(
                "loss",
                plain.withObjective(
                        wanted -> wanted.withLoss(new Loss(Loss.Kind.MEAN_ABSOLUTE, Loss.Average.BATCH_AND_TIME))));
        for (String name : List.of(ReadOut.WEIGHTS, ReadOut.BIAS)) {
            assertRefused("held", plain.withTraining(plain.training().holding(Set.of(name))));
        }
    }

    private static void assertRefused(String why, Session session) {
        assertThat(RidgeReadOut.refusal(session)).get().is(saying("session.number:ridge." + why));
    }

    @Test
    void withoutStepsOrSequencesThereIsNothingToSolve() {
        Layer layer = plain(Activation.IDENTITY).network().layers().getFirst();
        for (int[] size : new int[][] {{0, 3}, {3, 0}}) {
            ReadOut readOut = new ReadOut(1, true, Activation.IDENTITY);
            Session empty = session(layer, readOut, Matrix.zeros(0, 1), Matrix.zeros(0, 1), size[0], size[1]);
            assertThatThrownBy(() -> new RidgeReadOut(new RidgeSettings(1, 0)).of(Run.of(empty)))
                    .isInstanceOf(UnsolvableException.class)
                    .message()
                    .is(saying("engine.training:ridge.no-rows"));
        }
        assertThatThrownBy(() -> new RidgeReadOut(new RidgeSettings(1, STEPS)).of(Run.of(plain(Activation.IDENTITY))))
                .as("all steps are washed out")
                .message()
                .is(saying("engine.training:ridge.no-rows"));
    }

    private static Matrix table(JsonNode rows) {
        return Matrix.of(rows.valueStream().map(RidgeReadOutTest::numbers).toArray(double[][]::new));
    }

    private static double[] numbers(JsonNode row) {
        return row.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
    }
}
