package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.gatescope.engine.training.TrainingRun.State;
import org.junit.jupiter.api.Test;

class TrainingRunTest {
    private static final long ROOM = 1L << 30;

    private final Lesson lesson = Lesson.of("gru");
    private final List<Snapshot> seen = new ArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private TrainingRun run(int epochs, long budget) {
        return new TrainingRun(
                Lesson.training(epochs), lesson.plan(), lesson.inputs(), budget, Runnable::run, seen::add);
    }

    @Test
    void itLearnsAndTellsEveryUpdate() {
        TrainingRun run = run(60, ROOM);
        assertThat(run.state()).isEqualTo(State.PAUSED);
        assertThat(run.latest().epoch()).isZero();
        run.start();
        assertThat(run.state()).isEqualTo(State.FINISHED);
        assertThat(seen).extracting(Snapshot::epoch).startsWith(1, 2, 3).hasSize(60);
        assertThat(seen.getLast().loss()).isLessThan(seen.getFirst().loss() / 5);
        assertThat(run.curve().points()).hasSize(60);
        assertThat(run.latest()).isSameAs(seen.getLast());
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        run(20, ROOM).start();
        List<Snapshot> once = List.copyOf(seen);
        seen.clear();
        run(20, ROOM).start();
        for (int i = 0; i < 20; i++) {
            assertThat(seen.get(i).parameters()).isEqualTo(once.get(i).parameters());
            assertThat(seen.get(i).loss()).isEqualTo(once.get(i).loss());
        }
    }

    @Test
    void pausedAndGoneOnWithItGivesWhatItWouldHaveGivenAtOnce() {
        run(20, ROOM).start();
        Snapshot whole = seen.getLast();
        TrainingRun run = new TrainingRun(
                Lesson.training(20), lesson.plan(), lesson.inputs(), ROOM, waiting::add, snapshot -> {});
        run.step();
        assertThat(run.latest().epoch()).as("a step is made at once").isEqualTo(1);
        run.start();
        run.pause();
        waiting.remove().run();
        assertThat(run.latest().epoch()).as("paused before its turn came").isEqualTo(1);
        run.start();
        waiting.remove().run();
        assertThat(run.latest().parameters()).isEqualTo(whole.parameters());
        assertThat(run.state()).isEqualTo(State.FINISHED);
    }

    @Test
    void pausingFromWithinTakesEffectBeforeTheNextUpdate() {
        TrainingRun[] own = new TrainingRun[1];
        own[0] = new TrainingRun(Lesson.training(20), lesson.plan(), lesson.inputs(), ROOM, Runnable::run, snapshot -> {
            if (snapshot.epoch() == 7) {
                own[0].pause();
            }
        });
        own[0].start();
        assertThat(own[0].latest().epoch()).isEqualTo(7);
        assertThat(own[0].state()).isEqualTo(State.PAUSED);
        own[0].start();
        assertThat(own[0].latest().epoch()).isEqualTo(20);
    }

    @Test
    void everyEpochCanBeHadAgainToTheBitHoweverLittleRoomThereIs() {
        TrainingRun run = run(40, 1);
        run.start();
        for (Snapshot then : seen) {
            Snapshot again = run.at(then.epoch());
            assertThat(again.parameters()).isEqualTo(then.parameters());
            assertThat(again.slots()).isEqualTo(then.slots());
        }
        assertThat(run.at(0).parameters()).isEqualTo(lesson.inputs().parameters());
        assertThatThrownBy(() -> run.at(41)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run.at(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takenBackItGoesOnFromThere() {
        TrainingRun run = run(30, ROOM);
        run.start();
        Snapshot last = run.latest();
        assertThat(run.rewind(12).epoch()).isEqualTo(12);
        assertThat(run.state()).isEqualTo(State.PAUSED);
        assertThat(run.latest().epoch()).isEqualTo(12);
        assertThat(run.curve().points()).hasSize(12);
        run.start();
        assertThat(run.latest().parameters()).isEqualTo(last.parameters());
        assertThat(run.curve().points()).hasSize(30);
    }

    @Test
    void cancelledIsForGood() {
        TrainingRun run = run(10, ROOM);
        run.step();
        run.cancel();
        run.start();
        run.step();
        assertThat(run.latest().epoch()).isEqualTo(1);
        assertThat(run.state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void noEpochsAreDoneAtOnce() {
        TrainingRun run = run(0, ROOM);
        run.start();
        assertThat(run.state()).isEqualTo(State.FINISHED);
        assertThat(seen).isEmpty();
    }

    @Test
    void overflowPausesAndSaysWhereItBegan() {
        Training wild =
                new Training(new Optimizer.Sgd(0, false), new LearningRate.Constant(1e308), new Clipping.None(), 0, 50);
        TrainingRun run = new TrainingRun(wild, lesson.plan(), lesson.inputs(), ROOM, Runnable::run, seen::add);
        run.start();
        assertThat(run.state()).isEqualTo(State.DIVERGED);
        Divergence divergence = run.latest().divergence().orElseThrow();
        assertThat(divergence.epoch()).isEqualTo(run.latest().epoch() - 1);
        assertThat(divergence.name()).isNotBlank();
        assertThat(seen.stream().filter(Snapshot::hasDiverged)).hasSize(1);
        run.start();
        assertThat(run.state()).isEqualTo(State.DIVERGED);
        run.rewind(0);
        assertThat(run.state()).isEqualTo(State.PAUSED);
    }

    @Test
    void pausingAndLookingFromAnotherThreadLosesNothing() throws InterruptedException {
        run(300, ROOM).start();
        Snapshot whole = seen.getLast();
        try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
            CountDownLatch finished = new CountDownLatch(1);
            TrainingRun run =
                    new TrainingRun(Lesson.training(300), lesson.plan(), lesson.inputs(), 4096, worker, snapshot -> {
                        if (snapshot.epoch() == 300) {
                            finished.countDown();
                        }
                    });
            while (run.state() != State.FINISHED) {
                run.start();
                run.at(run.latest().epoch() / 2);
                run.pause();
            }
            assertThat(finished.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(run.latest().parameters()).isEqualTo(whole.parameters());
        }
    }
}
