package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Loss.Average;
import org.gatescope.engine.Loss.Kind;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.engine.Scores;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.session.Objective.Aim;
import org.gatescope.session.Split.Chosen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sequences that are tested on are as good as not there for what is trained, and the other way round. */
class SplitTest {
    private static Session session(boolean everyStep, Average average) {
        Network network = new Network(
                3,
                List.of(DeepNetwork.layer("gru", 4, Directions.BOTH)),
                Optional.of(new ReadOut(3, everyStep, Activation.SOFTMAX)));
        Session drawn = DeepNetwork.drawn(network, 5, List.of(5, 2, 4, 1, 5, 3));
        return drawn.withObjective(wanted -> wanted.withLoss(new Loss(Kind.CATEGORICAL_CROSS_ENTROPY, average))
                        .withTargets(wanted.targets().map(value -> value > 0 ? 1 : 0)))
                .withNumbers(numbers -> numbers.withUpstream(Matrix.zeros(
                                numbers.upstream().rows(), numbers.upstream().columns()))
                        .withFinalState(zeros(numbers.finalState())));
    }

    private static Map<String, Matrix> zeros(Map<String, Matrix> tables) {
        Map<String, Matrix> zeros = new LinkedHashMap<>();
        tables.forEach((name, table) -> zeros.put(name, Matrix.zeros(table.rows(), table.columns())));
        return zeros;
    }

    private static Session with(Session session, Split split) {
        return session.withObjective(wanted -> wanted.withSplit(split));
    }

    /** Some sequences of a session alone. */
    private static Session only(Session session, BitSet kept) {
        int batch = session.batch();
        int[] places = kept.stream().toArray();
        List<Integer> lengths = new ArrayList<>();
        kept.stream().forEach(n -> lengths.add(session.lengths().get(n)));
        Session fewer = Reshape.resized(session, places.length, session.steps(), 3)
                .change()
                .session();
        Map<String, Matrix> states = new LinkedHashMap<>();
        session.numbers().initialState().forEach((name, table) -> states.put(name, rows(table, places, batch)));
        return fewer.withNumbers(
                        numbers -> numbers.withInput(rows(session.numbers().input(), places, batch))
                                .withLengths(lengths)
                                .withInitialState(states))
                .withObjective(wanted -> session.objective()
                        .orElseThrow()
                        .withSplit(Split.NONE)
                        .withTargets(rows(session.objective().orElseThrow().targets(), places, batch))
                        .withMask(rows(session.objective().orElseThrow().mask(), places, batch)));
    }

    private static Matrix rows(Matrix table, int[] places, int batch) {
        return table.rearranged(
                table.rows() / batch * places.length,
                table.columns(),
                row -> row / places.length * batch + places[row % places.length]);
    }

    private static Snapshot trained(Session session, int updates) {
        NetworkPlan plan = NetworkPlan.of(session.network(), session.batch(), session.steps());
        Snapshot snapshot = Snapshot.first(session.numbers().parameters());
        for (int i = 0; i < updates; i++) {
            snapshot = session.training().next(plan, session.inputs(), snapshot);
        }
        return snapshot;
    }

    private static BitSet others(BitSet tested, int batch) {
        BitSet others = (BitSet) tested.clone();
        others.flip(0, batch);
        return others;
    }

    @ParameterizedTest
    @CsvSource({
        "true, BATCH_AND_TIME, LAST, 2",
        "true, BATCH, DRAWN, 3",
        "true, SUM, DRAWN, 1",
        "false, BATCH, LAST, 4",
        "false, BATCH_AND_TIME, DRAWN, 5"
    })
    void trainAsIfTheOthersWereNotThere(boolean everyStep, Average average, Chosen chosen, int count) {
        Session all = session(everyStep, average);
        Split split = new Split(count, chosen, 7);
        BitSet tested = split.tested(all.batch());
        assertThat(tested.cardinality()).isEqualTo(count);
        Snapshot held = trained(with(all, split), 5);
        Snapshot alone = trained(only(all, others(tested, all.batch())), 5);
        assertThat(held.loss()).isCloseTo(alone.loss(), within(1e-12));
        alone.parameters()
                .forEach((name, table) -> assertThat(
                                Objects.requireNonNull(held.parameters().get(name))
                                        .combine(table, (a, b) -> a - b)
                                        .sumOfSquares())
                        .isLessThan(1e-20));
        Scores scores = Run.of(with(all, split)).scores().orElseThrow();
        Scores ofTests = Run.of(only(all, tested)).scores().orElseThrow();
        assertThat(scores.tests().orElseThrow().loss())
                .isCloseTo(ofTests.training().loss(), within(1e-12));
        assertThat(scores.tests().orElseThrow().right())
                .isEqualTo(ofTests.training().right());
        assertThat(scores.tests().orElseThrow().all())
                .isEqualTo(ofTests.training().all());
        assertThat(ofTests.tests()).isEmpty();
    }

    @Test
    void theLossThatIsScoredIsTheOneThatIsTrainedOn() {
        for (Average average : Average.values()) {
            Run run = Run.of(with(session(true, average), Split.last(2)));
            assertThat(run.scores().orElseThrow().training().loss())
                    .isCloseTo(run.trace().readOut().orElseThrow().loss(), within(1e-12));
        }
    }

    @Test
    void theNextTokenIsTestedOnToo() {
        Session next = with(session(true, Average.BATCH_AND_TIME).withAim(Aim.NEXT_TOKEN), Split.last(2));
        Scores scores = Run.of(next).scores().orElseThrow();
        assertThat(scores.training().all()).isEqualTo(4 + 1 + 3);
        assertThat(scores.tests().orElseThrow().all()).isEqualTo(4 + 2);
        assertThat(next.withAim(Aim.TABLE).objective().orElseThrow().split()).isEqualTo(Split.last(2));
    }

    @ParameterizedTest
    @EnumSource(Chosen.class)
    void atLeastOneIsTrainedOn(Chosen chosen) {
        Split split = new Split(1_000_000, chosen, 1);
        assertThat(split.tested(5).cardinality()).isEqualTo(4);
        assertThat(split.tested(1).cardinality()).isZero();
        assertThat(split.tested(0).cardinality()).isZero();
        assertThat(split.of(5)).isEqualTo(4);
    }

    @Test
    void aSeedDrawsTheSameAgain() {
        Split split = new Split(20, Chosen.DRAWN, 3);
        assertThat(split.tested(100))
                .isEqualTo(split.tested(100))
                .isNotEqualTo(Split.last(20).tested(100));
        assertThat(split.with(Chosen.DRAWN, 4).tested(100)).isNotEqualTo(split.tested(100));
    }

    @Test
    void theCurveHasBothSetsAndTheSplitStaysWhenTheNetworkChanges() {
        Session session = with(session(true, Average.BATCH), Split.last(2));
        Workbench workbench = new Workbench(
                session.withTraining(new org.gatescope.engine.training.Training(
                        session.training().optimizer(),
                        session.training().learningRate(),
                        session.training().clipping(),
                        0,
                        3)),
                Runnable::run,
                Runnable::run);
        Trainer trainer = new Trainer(workbench, Runnable::run);
        trainer.start();
        assertThat(trainer.progress().get().orElseThrow().curve().points())
                .hasSize(3)
                .allSatisfy(point -> {
                    assertThat(point.testLoss()).isPositive().isNotEqualTo(point.loss());
                    assertThat(point.accuracy()).isBetween(0.0, 1.0);
                    assertThat(point.testAccuracy()).isBetween(0.0, 1.0);
                });
        Session wider = Reshape.withReadOut(session, Optional.of(new ReadOut(5, true, Activation.SOFTMAX)))
                .change()
                .session();
        assertThat(wider.objective().orElseThrow().split()).isEqualTo(Split.last(2));
    }
}
