package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.mistakes.MistakenRun;
import org.gatescope.engine.mistakes.StepUpdate;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.engine.training.Training;
import org.gatescope.engine.training.TrainingRun;
import org.gatescope.engine.training.WeightDecay;
import org.gatescope.explain.RandomRuns;
import org.gatescope.lesson.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Updates with mistakes, against loops written out here, the notebooks' figures, and training without any. */
@Execution(ExecutionMode.CONCURRENT)
class MistakenTrainingTest {
    private static final double RATE = 0.05;
    private static final Training SGD = training(new Optimizer.Sgd(0, false), RATE);
    private static final Training ADAM =
            training(new Optimizer.Adam(0.9, 0.999, 1e-8), RATE).with(new WeightDecay(0, 0.01, false));

    private static Training training(Optimizer optimizer, double rate) {
        return new Training(optimizer, new LearningRate.Constant(rate), new Clipping.ByNorm(50), 0, 30);
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withoutMistakesItIsTrainingToTheBit(long seed) {
        Session session = RandomRuns.of(seed).session();
        NetworkPlan plan = NetworkPlan.of(session.network(), session.batch(), session.steps());
        MistakenTraining mistaken = new MistakenTraining(session, ADAM);
        Snapshot expected = Snapshot.first(session.numbers().parameters());
        Snapshot actual = mistaken.first();
        for (int update = 0; update < 3; update++) {
            expected = ADAM.next(plan, session.inputs(), expected);
            actual = mistaken.next(actual);
            assertThat(actual).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatTheOptimizerFollowsIsWhatTheRunShows(long seed) {
        Session right = RandomRuns.of(seed)
                .session()
                .withNumbers(numbers -> numbers.withDropout(numbers.dropout().switched(true)));
        Session wrong =
                right.withMistake(Mistake.TRANSPOSE_MISSING, true).withMistake(Mistake.LAST_GRADIENT_KEPT, true);
        MistakenTraining training = new MistakenTraining(wrong, training(new Optimizer.Sgd(0, false), RATE));
        Snapshot first = training.first();
        Snapshot after = training.next(first);
        Map<String, Matrix> gradients =
                new LinkedHashMap<>(Run.of(wrong).trace().parameterGradients());
        gradients.keySet().removeAll(wrong.network().fixed());
        double norm = norm(gradients);
        if (after.hasDiverged()) {
            assertThat(Run.of(wrong).nonFinite()).isPresent();
            return;
        }
        double factor = RATE * Math.min(1, 50 / norm);
        assertThat(after.norm()).isCloseTo(norm, within(1e-12 * norm));
        gradients.forEach((name, gradient) -> assertClose(
                table(after.parameters(), name),
                table(first.parameters(), name).combine(gradient, (p, g) -> p - factor * g),
                1e-12));
    }

    private static double norm(Map<String, Matrix> gradients) {
        double squares = 0;
        for (Matrix gradient : gradients.values()) {
            for (int row = 0; row < gradient.rows(); row++) {
                for (int column = 0; column < gradient.columns(); column++) {
                    squares += gradient.get(row, column) * gradient.get(row, column);
                }
            }
        }
        return Math.sqrt(squares);
    }

    @ParameterizedTest
    @CsvSource({
        "SMALL_SEQUENCE_AS_WRITTEN,simple-rnn-backward,0.01",
        "SMALL_SEQUENCE_ONES_AS_WRITTEN,classifier-backward,0.001"
    })
    void anUpdateOfTheNotebooksLeavesTheirWeights(Example example, String notebook, double rate) throws IOException {
        JsonNode figures = notebooks().at("/" + notebook + "/asWritten");
        MistakenTraining training =
                new MistakenTraining(example.session(), training(new Optimizer.Sgd(0, false), rate));
        Snapshot after = training.next(training.first());
        assertTable(table(after.parameters(), "0.forward.Wx.h"), figures.get("WxAfter"));
        assertTable(table(after.parameters(), "0.forward.Wh.h"), figures.get("WhAfter"));
        JsonNode bias = figures.get("bAfter");
        for (int j = 0; j < bias.size(); j++) {
            assertThat(table(after.parameters(), "0.forward.b.h").get(0, j))
                    .isCloseTo(bias.get(j).asDouble(), within(1e-12));
        }
        assertThat(after.epoch()).isEqualTo(1);
        assertThat(after.changes().get("0.forward.Wx.h")).isPositive();
    }

    /** The optimizer updates what belongs to no layer; the loop, plain descent at its own rate, what does. */
    @Test
    void embeddingAndReadOutFollowTheOptimizerWhereTheLoopUpdatesTheLayers() {
        Session session = Example.THREE_SENTENCES.session();
        Session wrong = session.withMistake(Mistake.UPDATE_WITHIN_LOOP, true);
        Map<String, Matrix> inLoop = wrong.mistakes()
                .of(wrong.network(), wrong.batch(), wrong.steps(), wrong.inputs())
                .parametersAfter();
        MistakenTraining training = new MistakenTraining(wrong, SGD);
        Snapshot after = training.next(training.first());
        Map<String, Matrix> gradients = Run.of(wrong).trace().parameterGradients();
        assertThat(after.parameters().keySet())
                .isEqualTo(session.network().parameters().keySet());
        after.parameters().forEach((name, table) -> {
            boolean isOfLayer = Character.isDigit(name.charAt(0));
            Matrix before = table(session.numbers().parameters(), name);
            Matrix expected =
                    isOfLayer ? table(inLoop, name) : before.combine(table(gradients, name), (p, g) -> p - RATE * g);
            assertClose(table, expected, 1e-15);
            assertThat(table).as(name).isNotEqualTo(before);
        });
    }

    /** θ follows g₁, then g₁ + g₂, then g₁ + g₂ + g₃: each gradient that of the right run of its moment. */
    @Test
    void gradientsThatAreNotZeroedAddUp() {
        Session session = Example.THREE_SENTENCES.session();
        NetworkPlan plan = NetworkPlan.of(session.network(), session.batch(), session.steps());
        Map<String, Matrix> parameters = new LinkedHashMap<>(session.numbers().parameters());
        Map<String, Matrix> sums = new LinkedHashMap<>();
        Session wrong = session.withMistake(Mistake.GRADIENTS_NOT_ZEROED, true);
        MistakenTraining training = new MistakenTraining(wrong, SGD);
        Snapshot snapshot = training.first();
        for (int update = 0; update < 5; update++) {
            plan.run(session.inputs().withParameters(parameters))
                    .parameterGradients()
                    .forEach((name, gradient) -> {
                        sums.merge(name, gradient, Matrix::plus);
                        parameters.computeIfPresent(
                                name, (same, p) -> p.combine(table(sums, name), (value, g) -> value - RATE * g));
                    });
            snapshot = training.next(snapshot);
            for (String name : parameters.keySet()) {
                assertClose(table(snapshot.parameters(), name), table(parameters, name), 1e-12);
                assertClose(table(snapshot.gradientsLeft(), name), table(sums, name), 1e-12);
            }
        }
    }

    /** So that every moment can be had again, and be shown. */
    @ParameterizedTest
    @EnumSource(
            value = Mistake.class,
            names = {"GRADIENTS_NOT_ZEROED", "UPDATE_WITHIN_LOOP", "TRANSPOSE_MISSING", "UPSTREAM_IGNORED"})
    void aMomentDependsOnNothingButTheOneBefore(Mistake mistake) {
        Session wrong = Example.THREE_SENTENCES.session().withMistake(mistake, true);
        MistakenTraining training = new MistakenTraining(wrong, ADAM);
        TrainingRun run = new TrainingRun(training::next, 6, training.first(), 1, Runnable::run, () -> {});
        run.start();
        Snapshot last = run.progress().snapshot();
        run.goTo(4);
        Snapshot fourth = run.progress().snapshot();
        run.goTo(6);
        assertThat(run.progress().snapshot()).isEqualTo(last);
        assertThat(last.epoch()).isEqualTo(6);
        Run shown = Run.of(training.at(fourth));
        Snapshot fifth = training.next(fourth);
        assertThat(shown.trace().gradientNorm()).isEqualTo(fifth.norm());
        assertThat(shown.trace().readOut().orElseThrow().loss()).isEqualTo(fifth.loss());
    }

    @Test
    void whatNobodyWroteLeavesNoUpdate() {
        Session wrong = Example.THREE_SENTENCES.session().withMistake(Mistake.FIRST_STEP_ONLY, true);
        MistakenTraining training = new MistakenTraining(wrong, SGD);
        Snapshot after = training.next(training.first());
        assertThat(after.hasDiverged()).isTrue();
        assertThat(after.epoch()).isZero();
        assertThat(after.parameters()).isEqualTo(wrong.numbers().parameters());
    }

    @Test
    void anUpdateWithinTheLoopThatIsNotFiniteIsNotMade() {
        Session huge = Example.SMALL_SEQUENCE_ONES_AS_WRITTEN
                .session()
                .withMistakes(new MistakenRun(EnumSet.of(Mistake.UPDATE_WITHIN_LOOP), new StepUpdate(1e308, false)));
        MistakenTraining training = new MistakenTraining(
                huge.withNumbers(
                        numbers -> numbers.withUpstream(numbers.upstream().map(one -> 1e9))),
                SGD);
        Snapshot after = training.next(training.first());
        assertThat(after.divergence()).isPresent();
        assertThat(after.parameters()).isEqualTo(training.first().parameters());
    }

    private static Matrix table(Map<String, Matrix> tables, String name) {
        return tables.getOrDefault(name, Matrix.zeros(0, 0));
    }

    private static void assertClose(Matrix actual, Matrix expected, double tolerance) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        assertThat(actual.columns()).isEqualTo(expected.columns());
        for (int i = 0; i < actual.rows(); i++) {
            for (int j = 0; j < actual.columns(); j++) {
                double wanted = expected.get(i, j);
                assertThat(actual.get(i, j)).isCloseTo(wanted, within(tolerance * Math.max(1, Math.abs(wanted))));
            }
        }
    }

    private static void assertTable(Matrix actual, JsonNode expected) {
        assertThat(expected.size()).isEqualTo(actual.rows());
        for (int i = 0; i < actual.rows(); i++) {
            for (int j = 0; j < actual.columns(); j++) {
                assertThat(actual.get(i, j)).isCloseTo(expected.get(i).get(j).asDouble(), within(1e-12));
            }
        }
    }

    private static JsonNode notebooks() throws IOException {
        try (InputStream in = MistakenTrainingTest.class.getResourceAsStream("/oracle/notebooks.json")) {
            return new JsonMapper().readTree(in);
        }
    }
}
