package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gatescope.engine.training.TrainingProgress.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrainingRunTest {
    private static final long ROOM = 1L << 30;

    private final Exercise lesson = Exercise.of("gru");
    private final List<TrainingProgress> seen = new ArrayList<>();
    private @Nullable TrainingRun run;
    /** What else is done when the run has changed. */
    private Consumer<TrainingRun> then = run -> {};

    private TrainingRun run(Training training, Snapshot start, long budget, Executor executor) {
        seen.clear();
        TrainingRun made =
                new TrainingRun(training, lesson.plan(), lesson.inputs(), start, budget, executor, this::look);
        run = made;
        return made;
    }

    private TrainingRun run(int epochs, long budget) {
        return run(Exercise.training(epochs), lesson.start(), budget, Runnable::run);
    }

    private void look() {
        TrainingRun changed = run;
        if (changed != null) {
            seen.add(changed.progress());
            then.accept(changed);
        }
    }

    /** One of each epoch, in their order. */
    private List<Snapshot> trained(int epochs) {
        run(epochs, ROOM).start();
        return seen.stream().map(TrainingProgress::snapshot).distinct().toList();
    }

    private static int epoch(TrainingRun run) {
        return run.progress().snapshot().epoch();
    }

    private static State state(TrainingRun run) {
        return run.progress().state();
    }

    private static void assertSameBits(Snapshot snapshot, Snapshot expected) {
        assertThat(snapshot).isEqualTo(expected);
    }

    @Test
    void itLearnsAndTellsEveryUpdate() {
        List<Snapshot> all = trained(60);
        assertThat(all).extracting(Snapshot::epoch).startsWith(0, 1, 2).hasSize(61);
        assertThat(all.getLast().loss()).isLessThan(all.get(1).loss() / 5);
        assertThat(seen.getFirst().state()).isEqualTo(State.RUNNING);
        assertThat(seen.getLast().state()).isEqualTo(State.FINISHED);
        assertThat(seen.getLast().curve().points()).hasSize(60);
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        List<Snapshot> once = trained(20);
        assertThat(trained(20)).isEqualTo(once);
    }

    @Test
    void pausedAndGoneOnWithItGivesWhatItWouldHaveGivenAtOnce() {
        Snapshot whole = trained(20).getLast();
        TrainingRun run = run(20, ROOM);
        then = changed -> {
            if (epoch(changed) == 7 && state(changed) == State.RUNNING) {
                changed.pause();
            }
        };
        run.start();
        assertThat(epoch(run)).as("the update that was made stays").isEqualTo(7);
        assertThat(state(run)).isEqualTo(State.PAUSED);
        then = changed -> {};
        run.start();
        assertSameBits(run.progress().snapshot(), whole);
    }

    @Test
    void aStepIsOneUpdateAndEndsWhatWasStarted() {
        TrainingRun run = run(9, ROOM);
        run.step();
        run.step();
        assertThat(epoch(run)).isEqualTo(2);
        assertThat(state(run)).isEqualTo(State.PAUSED);
        then = changed -> {
            if (epoch(changed) == 4) {
                then = again -> {};
                changed.step();
            }
        };
        run.start();
        assertThat(epoch(run)).isEqualTo(5);
    }

    @Test
    void stepsThatAreAskedForWhileTheExecutorIsBusyAreAllMade() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        TrainingRun run = run(Exercise.training(9), lesson.start(), ROOM, waiting::add);
        run.step();
        run.step();
        run.step();
        assertThat(epoch(run)).isZero();
        waiting.remove().run();
        assertThat(epoch(run)).isEqualTo(3);
        assertThat(waiting).as("one task served them all").isEmpty();
    }

    @Test
    void everyEpochCanBeHadAgainToTheBitHoweverLittleRoomThereIs() {
        List<Snapshot> all = trained(40);
        TrainingRun run = run(40, 1);
        run.start();
        for (int epoch : new int[] {39, 0, 17, 18, 5, 40, 3}) {
            run.goTo(epoch);
            assertSameBits(run.progress().snapshot(), all.get(epoch));
        }
        assertThatThrownBy(() -> run.goTo(41)).hasMessage("no epoch 41 from 0 to 40");
        assertThatThrownBy(() -> run.goTo(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takenBackItKnowsWhatCameAndGoesOnFromThere() {
        List<Snapshot> all = trained(30);
        TrainingRun run = run(30, 1);
        run.start();
        Curve curve = run.progress().curve();
        seen.clear();
        run.goTo(12);
        assertThat(seen.getFirst().state()).isEqualTo(State.REPLAYING);
        assertThat(state(run)).isEqualTo(State.PAUSED);
        assertThat(run.progress().reached()).isEqualTo(30);
        run.start();
        assertSameBits(run.progress().snapshot(), all.getLast());
        assertThat(state(run)).isEqualTo(State.FINISHED);
        assertThat(run.progress().curve()).isEqualTo(curve);
    }

    @Test
    void aRunGoesOnFromASnapshotOfAnother() {
        List<Snapshot> all = trained(20);
        TrainingRun run = run(Exercise.training(20), all.get(7), 1, Runnable::run);
        run.start();
        assertSameBits(run.progress().snapshot(), all.getLast());
        run.goTo(11);
        assertSameBits(run.progress().snapshot(), all.get(11));
        run.goTo(7);
        assertSameBits(run.progress().snapshot(), all.get(7));
        assertThatThrownBy(() -> run.goTo(6)).hasMessage("no epoch 6 from 7 to 20");
    }

    @Test
    void cancelledIsForGood() {
        TrainingRun run = run(10, ROOM);
        run.step();
        run.cancel();
        run.start();
        run.step();
        run.goTo(0);
        assertThat(epoch(run)).isEqualTo(1);
        assertThat(state(run)).isEqualTo(State.CANCELLED);
    }

    @Test
    void noEpochsAreDoneAtOnce() {
        TrainingRun run = run(0, ROOM);
        run.start();
        run.step();
        assertThat(state(run)).isEqualTo(State.FINISHED);
        assertThat(epoch(run)).isZero();
    }

    @Test
    void overflowStopsAtTheLastFiniteSnapshotAndSaysWhereItBegan() {
        Training wild =
                new Training(new Optimizer.Sgd(0, false), new LearningRate.Constant(1e308), new Clipping.None(), 0, 50);
        TrainingRun run = run(wild, lesson.start(), ROOM, Runnable::run);
        run.start();
        TrainingProgress end = run.progress();
        assertThat(end.state()).isEqualTo(State.DIVERGED);
        assertThat(end.snapshot().divergence().orElseThrow().epoch())
                .isEqualTo(end.snapshot().epoch());
        assertThat(end.snapshot().parameters().values()).allMatch(matrix -> matrix.isFinite());
        run.start();
        run.step();
        assertThat(run.progress()).as("there is nothing to go on with").isEqualTo(end);
        run.goTo(end.snapshot().epoch());
        assertThat(state(run)).isEqualTo(State.PAUSED);
        run.start();
        assertThat(run.progress()).as("it diverges again where it did").isEqualTo(end);
    }
}
