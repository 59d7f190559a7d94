package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.engine.training.Training;
import org.gatescope.engine.training.TrainingProgress;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Task;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final Session SESSION = Example.THREE_SENTENCES.session().withTraining(training(0.05, 20));

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Workbench workbench = new Workbench(SESSION, Runnable::run, Runnable::run);
    private final Trainer trainer = new Trainer(workbench, Runnable::run);

    private static Training training(double rate, int epochs) {
        return new Training(
                new Optimizer.Adam(0.9, 0.999, 1e-8), new LearningRate.Constant(rate), new Clipping.None(), 0, epochs);
    }

    /** The same updates without workbench or trainer. */
    private static Map<String, Matrix> parameters(Session session, int updates) {
        NetworkPlan plan = NetworkPlan.of(session.network(), session.batch(), session.steps());
        Snapshot snapshot = Snapshot.first(session.numbers().parameters());
        for (int i = 0; i < updates; i++) {
            snapshot = session.training().next(plan, session.inputs(), snapshot);
        }
        return snapshot.parameters();
    }

    private Session session() {
        return workbench.session().get();
    }

    private TrainingProgress progress() {
        return trainer.progress().get().orElseThrow();
    }

    @Test
    void theSessionIsWhatTheUpdatesMakeOfIt() {
        trainer.start();
        assertThat(progress().state()).isEqualTo(TrainingProgress.State.FINISHED);
        assertThat(session().numbers().parameters()).isEqualTo(parameters(SESSION, 20));
        assertThat(workbench.shown().get().run().session()).isSameAs(session());
    }

    @Test
    void whereWeightsMayNotBeChangedItEndsAndSaysWhy() {
        workbench.guard((before, after) -> Optional.of("They are locked."));
        trainer.start();
        assertThat(trainer.progress().get()).isEmpty();
        assertThat(session()).isSameAs(SESSION);
        assertThat(workbench.problem().get()).hasValue("They are locked.");
        workbench.guard((before, after) -> Optional.empty());
        trainer.step();
        assertThat(progress().snapshot().epoch()).isEqualTo(1);
    }

    /** What another session was trained to is not to be compared with this one. */
    @Test
    void theCurveBeforeEndsWithItsSession() {
        trainer.start();
        trainer.end();
        assertThat(trainer.before().get()).isPresent();
        workbench.open("another", Task.ECHO.session(1));
        assertThat(trainer.before().get()).isEmpty();
    }

    @Test
    void oneRunIsOneStepOfUndo() {
        trainer.step();
        trainer.step();
        trainer.start();
        trainer.goTo(7);
        assertThat(session().numbers().parameters()).isEqualTo(parameters(SESSION, 7));
        workbench.undo();
        assertThat(session()).isEqualTo(SESSION);
        assertThat(workbench.undoLabel()).isEmpty();
        workbench.redo();
        assertThat(session().numbers().parameters()).isEqualTo(parameters(SESSION, 7));
    }

    @Test
    void undoEndsTheRunAndItsCurveStaysToCompareWith() {
        trainer.start();
        workbench.undo();
        assertThat(trainer.progress().get()).isEmpty();
        assertThat(trainer.before().get().orElseThrow().points()).hasSize(20);
        trainer.step();
        assertThat(progress().snapshot().epoch()).isEqualTo(1);
    }

    @Test
    void redoBringsBackTheRunWithItsEpochs() {
        trainer.start();
        Session trained = session();
        workbench.undo();
        workbench.redo();
        assertThat(session()).isSameAs(trained);
        assertThat(progress().state()).isEqualTo(TrainingProgress.State.FINISHED);
        assertThat(progress().reached()).isEqualTo(20);
        trainer.goTo(7);
        assertThat(session().numbers().parameters()).isEqualTo(parameters(SESSION, 7));
    }

    @Test
    void undoingAnEditAfterwardsBringsItBackToo() {
        trainer.start();
        workbench.edit("title", session -> session.withTitle("another"));
        assertThat(trainer.progress().get()).isEmpty();
        workbench.undo();
        assertThat(progress().reached()).isEqualTo(20);
    }

    @Test
    void anotherRunTakesThePlaceOfTheOneLeft() {
        trainer.start();
        Session trained = session();
        workbench.undo();
        trainer.step();
        assertThat(workbench.redoLabel()).isEmpty();
        assertThat(progress().reached()).isEqualTo(1);
        assertThat(session()).isNotEqualTo(trained);
    }

    /** Then the training is no step: undo takes back what was done before it, and says so. */
    @Test
    void atEpochZeroThereIsNothingOfTheTrainingToUndo() {
        workbench.edit("title", session -> session.withTitle("another"));
        Session before = session();
        trainer.start();
        trainer.goTo(0);
        assertThat(session()).isSameAs(before);
        assertThat(workbench.undoLabel()).contains("title");
        trainer.goTo(3);
        assertThat(progress().reached()).isEqualTo(20);
        workbench.undo();
        assertThat(session()).isSameAs(before);
        workbench.undo();
        assertThat(session()).isEqualTo(SESSION);
    }

    @Test
    void anEditEndsTheRunAndIsNotOverwritten() {
        trainer.step();
        TableId weights = new TableId.Parameter("dense.b");
        workbench.edit("by hand", session -> session.edit(weights, table -> table.map(value -> 0.25)));
        trainer.follow();
        assertThat(trainer.progress().get()).isEmpty();
        assertThat(session().table(weights).get(0, 0)).isEqualTo(0.25);
    }

    @Test
    void endedItStaysWhereItIsAndTheNextIsAStepOfItsOwn() {
        trainer.step();
        trainer.end();
        Session ended = session();
        assertThat(ended.numbers().parameters()).isEqualTo(parameters(SESSION, 1));
        trainer.step();
        workbench.undo();
        assertThat(session()).isEqualTo(ended);
        workbench.undo();
        assertThat(session()).isEqualTo(SESSION);
    }

    @Test
    void withoutALossItSaysWhyAndDoesNothing() {
        Workbench other = new Workbench(Example.SENTENCE.session(), Runnable::run, Runnable::run);
        Trainer refused = new Trainer(other, Runnable::run);
        refused.start();
        assertThat(refused.progress().get()).isEmpty();
        assertThat(other.undoLabel()).isEmpty();
        assertThat(Trainer.refusal(other.session().get()).orElseThrow()).is(saying("session:no-loss"));
        assertThat(Trainer.refusal(SESSION)).isEmpty();
    }

    @Test
    void whereItDivergesItPausesAtTheLastMomentThatIsFinite() {
        Training wild =
                new Training(new Optimizer.Sgd(0, false), new LearningRate.Constant(1e200), new Clipping.None(), 0, 20);
        workbench.edit("wild", session -> session.withTraining(wild));
        trainer.start();
        assertThat(progress().state()).isEqualTo(TrainingProgress.State.DIVERGED);
        int last = progress().snapshot().divergence().orElseThrow().epoch();
        assertThat(session().numbers().parameters()).isEqualTo(parameters(SESSION.withTraining(wild), last));
        assertThat(session().numbers().parameters().values())
                .allMatch(table -> Double.isFinite(table.sumOfSquares()) || last > 0);
    }

    @Nested
    class WhileUpdatesAreMadeElsewhere {
        private final Trainer elsewhere = new Trainer(workbench, waiting::add);

        @Test
        void theSessionFollowsWhenItIsAskedTo() {
            elsewhere.start();
            assertThat(elsewhere.isBusy()).isTrue();
            assertThat(session()).isEqualTo(SESSION);
            waiting.remove().run();
            assertThat(session()).isEqualTo(SESSION);
            assertThat(elsewhere.isUpToDate()).isFalse();
            elsewhere.follow();
            assertThat(elsewhere.isUpToDate()).isTrue();
            assertThat(session().numbers().parameters()).isEqualTo(parameters(SESSION, 20));
        }

        @Test
        void whatComesAfterAnEditIsDropped() {
            elsewhere.start();
            workbench.edit("title", session -> session.withTitle("another"));
            waiting.remove().run();
            elsewhere.follow();
            assertThat(session()).isEqualTo(SESSION.withTitle("another"));
        }
    }
}
