package org.gatescope.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.training.TrainingProgress.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked of a run while an update is being made elsewhere; here an update waits until it is let through. */
@Timeout(60)
class TrainingThreadsTest {
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final BlockingQueue<Integer> begun = new ArrayBlockingQueue<>(100);
    private final BlockingQueue<Boolean> permits = new ArrayBlockingQueue<>(100);
    private final TrainingRun run = new TrainingRun(this::update, 100, at(0), 1, worker, () -> {});

    private Snapshot update(Snapshot before) {
        begun.add(before.epoch());
        try {
            permits.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return at(before.epoch() + 1);
    }

    private static Snapshot at(int epoch) {
        return new Snapshot(
                epoch, Map.of("W", Matrix.row(epoch)), Map.of(), 0, 0, 0, Map.of(), Map.of(), Optional.empty());
    }

    private void let(int updates) throws InterruptedException {
        for (int i = 0; i < updates; i++) {
            begun.take();
            permits.add(true);
        }
    }

    /** Ends once the worker has done all that it was asked for. */
    private TrainingProgress settled() throws InterruptedException {
        CountDownLatch idle = new CountDownLatch(1);
        worker.execute(idle::countDown);
        idle.await();
        return run.progress();
    }

    @AfterEach
    void end() throws InterruptedException {
        worker.shutdownNow();
        assertThat(worker.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void pausingKeepsTheUpdateUnderWay() throws InterruptedException {
        run.start();
        let(3);
        assertThat(begun.take()).isEqualTo(3);
        run.pause();
        assertThat(run.progress().state()).as("an update is still being made").isEqualTo(State.RUNNING);
        permits.add(true);
        assertThat(settled().state()).isEqualTo(State.PAUSED);
        assertThat(settled().snapshot().epoch()).isEqualTo(4);
        run.step();
        let(1);
        assertThat(settled().snapshot().epoch())
                .as("the step goes out from there")
                .isEqualTo(5);
    }

    @Test
    void pausedAndStartedWithinOneUpdateItGoesOn() throws InterruptedException {
        run.start();
        assertThat(begun.take()).isZero();
        run.pause();
        run.start();
        permits.add(true);
        let(99);
        assertThat(settled().state()).isEqualTo(State.FINISHED);
        assertThat(begun).as("no update was made twice").isEmpty();
    }

    @Test
    void takenElsewhereItLeavesTheUpdateUnderWayBehind() throws InterruptedException {
        run.start();
        let(5);
        assertThat(begun.take()).isEqualTo(5);
        run.goTo(2); // only epoch 0 and the latest are kept
        assertThat(run.progress().state()).isEqualTo(State.REPLAYING);
        permits.add(true);
        assertThat(begun.take()).as("again from the checkpoint").isZero();
        permits.add(true);
        let(1);
        TrainingProgress there = settled();
        assertThat(there.state()).isEqualTo(State.PAUSED);
        assertThat(there.snapshot()).isEqualTo(at(2));
        assertThat(there.reached()).as("what was under way is known").isEqualTo(6);
    }

    @Test
    void cancellingDropsTheUpdateUnderWay() throws InterruptedException {
        run.start();
        assertThat(begun.take()).isZero();
        run.cancel();
        permits.add(true);
        assertThat(settled().state()).isEqualTo(State.CANCELLED);
        assertThat(run.progress().snapshot().epoch()).isZero();
        assertThat(begun).isEmpty();
    }

    @Test
    void anotherThreadSeesEachSnapshotWhole() throws InterruptedException {
        run.start();
        for (int i = 0; i < 100; i++) {
            let(1);
            TrainingProgress seen = run.progress();
            int epoch = seen.snapshot().epoch();
            assertThat(seen.snapshot().parameters()).isEqualTo(Map.of("W", Matrix.row(epoch)));
            assertThat(seen.curve().points()).hasSize(epoch);
            assertThat(seen.reached()).isEqualTo(epoch);
        }
        assertThat(settled().snapshot()).isEqualTo(at(100));
    }

    @Test
    void anUpdateThatFailsStopsTheRunWhichCanBeTriedAgain() {
        boolean[] fails = {true};
        IllegalStateException cause = new IllegalStateException("full");
        TrainingRun failing = new TrainingRun(
                before -> {
                    if (before.epoch() == 3 && fails[0]) {
                        throw cause;
                    }
                    return at(before.epoch() + 1);
                },
                5,
                at(0),
                1,
                Runnable::run,
                () -> {});
        failing.start();
        assertThat(failing.progress().state()).isEqualTo(State.FAILED);
        assertThat(failing.progress().failure()).contains(cause);
        assertThat(failing.progress().snapshot().epoch()).isEqualTo(3);
        fails[0] = false;
        failing.start();
        assertThat(failing.progress().state()).isEqualTo(State.FINISHED);
        assertThat(failing.progress().failure()).isEmpty();
    }

    @Test
    void anExecutorThatTakesNothingMoreFailsTheRun() {
        worker.shutdown();
        run.start();
        assertThat(run.progress().state()).isEqualTo(State.FAILED);
        assertThat(run.progress().failure().orElseThrow()).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void anObserverThatFailsStopsTheRunButNotForGood() {
        boolean[] fails = {true};
        TrainingRun[] own = new TrainingRun[1];
        own[0] = new TrainingRun(before -> at(before.epoch() + 1), 5, at(0), 1, Runnable::run, () -> {
            if (fails[0] && own[0].progress().snapshot().epoch() == 2) {
                throw new IllegalStateException("observer");
            }
        });
        assertThatThrownBy(() -> own[0].start()).hasMessage("observer");
        assertThat(own[0].progress().state()).isEqualTo(State.FAILED);
        fails[0] = false;
        own[0].start();
        assertThat(own[0].progress().state()).isEqualTo(State.FINISHED);
    }
}
