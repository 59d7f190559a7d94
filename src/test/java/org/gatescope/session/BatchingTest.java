package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gatescope.Wording.text;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Loss;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.training.Batching;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.engine.training.Training;
import org.gatescope.lesson.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an update is made from; the oracle's trainings hold the figures. */
class BatchingTest {
    private static final Session TASK = Task.DELAYED_RECALL.session(2);

    private static Session with(Session session, Batching batching, double rate, int epochs) {
        return session.withTraining(new Training(
                        new Optimizer.Sgd(0, false), new LearningRate.Constant(rate), new Clipping.None(), 0, epochs)
                .with(batching));
    }

    private static List<Snapshot> snapshots(Session session) {
        MistakenTraining training = new MistakenTraining(session, session.training());
        List<Snapshot> all = new ArrayList<>(List.of(training.first()));
        for (int i = 0; i < training.count(); i++) {
            all.add(training.next(all.getLast()));
        }
        return all;
    }

    private static List<Double> losses(Session session) {
        return snapshots(session).stream().skip(1).map(Snapshot::loss).toList();
    }

    @Test
    void oneBatchOfAllSequencesOrStepsIsTheWhole() {
        Session none = TASK.withObjective(wanted -> wanted.withSplit(Split.NONE));
        Snapshot whole = snapshots(with(none, new Batching.Whole(), 0.1, 3)).getLast();
        for (Batching batching : List.of(
                new Batching.Sequences(none.batch(), false, 1),
                new Batching.Sequences(10_000, false, 1),
                new Batching.Chunks(none.steps()),
                new Batching.Chunks(10_000))) {
            Snapshot same = snapshots(with(none, batching, 0.1, 3)).getLast();
            assertThat(same.parameters()).as("%s", batching).isEqualTo(whole.parameters());
            assertThat(same.loss()).isEqualTo(whole.loss());
        }
    }

    @Test
    void anEpochGoesThroughAllSequencesOnceInAnotherOrderEachTime() {
        Session shuffled = with(TASK, new Batching.Sequences(1, true, 7), 0, 2);
        int each = shuffled.updatesPerEpoch();
        assertThat(each).isEqualTo(TASK.batch() - TASK.tested().cardinality());
        List<Double> losses = losses(shuffled);
        List<Double> first = losses.subList(0, each);
        List<Double> second = losses.subList(each, 2 * each);
        List<Double> inOrder = losses(with(TASK, new Batching.Sequences(1, false, 7), 0, 1));
        assertThat(first).containsExactlyInAnyOrderElementsOf(inOrder).isNotEqualTo(inOrder);
        assertThat(second).containsExactlyInAnyOrderElementsOf(inOrder).isNotEqualTo(first);
        assertThat(losses(shuffled)).as("the same seed").isEqualTo(losses);
        assertThat(losses(with(TASK, new Batching.Sequences(1, true, 8), 0, 2))).isNotEqualTo(losses);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7})
    void whatIsTestedIsNotTrainedOnAndMeasuredOnceAnEpoch(int size) {
        Session session = with(TASK, new Batching.Sequences(size, true, 3), 0.1, 2);
        assertThat(session.tested().cardinality()).isPositive();
        List<Snapshot> made = snapshots(session);
        int tested = session.tested().nextSetBit(0);
        Session other = session.edit(new TableId.Input(tested), table -> table.map(value -> 1 - value));
        assertThat(snapshots(other).getLast().parameters())
                .isEqualTo(made.getLast().parameters());
        int each = session.updatesPerEpoch();
        double measured =
                made.get(1).scores().orElseThrow().tests().orElseThrow().loss();
        assertThat(measured).isFinite();
        for (int i = 1; i <= each; i++) {
            assertThat(made.get(i).scores().orElseThrow().tests().orElseThrow().loss())
                    .isEqualTo(measured);
        }
        assertThat(made.get(each + 1)
                        .scores()
                        .orElseThrow()
                        .tests()
                        .orElseThrow()
                        .loss())
                .isNotEqualTo(measured);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void chunksLoseNothingOfALossThatIsSummed(int steps) {
        for (Task task : List.of(Task.DELAYED_RECALL, Task.ADDING, Task.HELLO)) {
            Session summed = task.session(4)
                    .withLength(0, 2)
                    .withObjective(
                            wanted -> wanted.withLoss(new Loss(wanted.loss().kind(), Loss.Average.SUM))
                                    .withSplit(Split.NONE));
            double whole = losses(with(summed, new Batching.Whole(), 0, 1)).getFirst();
            Session chunked = with(summed, new Batching.Chunks(steps), 0, 1);
            assertThat(losses(chunked)).hasSize(Math.ceilDiv(summed.steps(), steps));
            assertThat(losses(chunked).stream().mapToDouble(loss -> loss).sum())
                    .as("%s", task)
                    .isCloseTo(whole, within(1e-10 * whole));
        }
    }

    @Test
    void anyUpdateFollowsFromItsSnapshotAlone() {
        Session session = with(TASK, new Batching.Chunks(2), 0.1, 2);
        List<Snapshot> made = snapshots(session);
        MistakenTraining again = new MistakenTraining(session, session.training());
        for (int i : new int[] {5, 1, made.size() - 2, 0}) {
            assertThat(again.next(made.get(i)).parameters())
                    .isEqualTo(made.get(i + 1).parameters());
        }
    }

    @Test
    void mistakesAreMadeInBatchesToo() {
        Batching batching = new Batching.Sequences(2, false, 1);
        Session right = with(TASK, batching, 0.1, 1);
        Session wrong = right.withMistake(Mistake.RECURRENT_GRADIENT_LOST, true);
        assertThat(snapshots(wrong)).hasSameSizeAs(snapshots(right));
        assertThat(snapshots(wrong).getLast().parameters())
                .isNotEqualTo(snapshots(right).getLast().parameters());
    }

    @Test
    void aBackwardDirectionHasNoStateToCarry() {
        Session both = Reshape.withLayer(
                        TASK, 0, new Layer(TASK.network().layers().getFirst().cell(), 3, Layer.Directions.BOTH))
                .change()
                .session();
        assertThat(Trainer.refusal(with(both, new Batching.Chunks(2), 0.1, 1))).contains(text("session:no-chunks"));
        assertThat(Trainer.refusal(with(both, new Batching.Sequences(2, true, 1), 0.1, 1)))
                .isEmpty();
    }

    @Test
    void thereIsAtLeastOneSequenceOrStep() {
        assertThatThrownBy(() -> new Batching.Sequences(0, true, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Batching.Chunks(-1)).isInstanceOf(IllegalArgumentException.class);
        Session none = Session.zeros("", BuiltInCells.cell("gru"), 0, 0, 1, 1);
        assertThat(with(none, new Batching.Chunks(2), 0.1, 1).updatesPerEpoch()).isEqualTo(1);
        assertThat(with(none, new Batching.Sequences(2, true, 1), 0.1, 1).updatesPerEpoch())
                .isEqualTo(1);
    }
}
