package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import javafx.util.Subscription;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Sizes;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Task;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
    private static final TableId BIAS = OneLayer.parameter("b.h");
    /** Computed in the background. */
    private static final Sizes LARGE = new Sizes(1, 1000, 4, 128);

    private static UnaryOperator<Session> bias(double value) {
        return session -> session.edit(BIAS, table -> table.with(0, 0, value));
    }

    private static double bias(Session session) {
        return session.table(BIAS).get(0, 0);
    }

    @Nested
    class WithASmallNetwork {
        private final Manual background = new Manual();
        private final Workbench workbench = new Workbench(Example.SMALL_SEQUENCE.session(), background, new Manual());

        @Test
        void itOpensWithEverythingPlayed() {
            assertThat(workbench.shown().get().playhead().isAtEnd()).isTrue();
            assertThat(workbench.shown().get().run().session())
                    .isSameAs(workbench.session().get());
            assertThat(workbench.undoLabel()).isEmpty();
            assertThat(workbench.problem().get()).isEmpty();
        }

        @Test
        void anEditIsComputedAtOnce() {
            double before = output();
            workbench.edit("bias", bias(0));
            assertThat(workbench.computing().get()).isFalse();
            assertThat(background.waiting()).isZero();
            assertThat(output()).isNotEqualTo(before).isEqualTo(computed());
            assertThat(workbench.shown().get().run().session())
                    .isSameAs(workbench.session().get());
        }

        @Test
        void undoAndRedoShowTheSameNumbersAgain() {
            double before = output();
            workbench.edit("bias", bias(0));
            double after = output();
            assertThat(workbench.undoLabel()).contains("bias");
            workbench.undo();
            assertThat(output()).isEqualTo(before);
            assertThat(workbench.redoLabel()).contains("bias");
            workbench.redo();
            assertThat(output()).isEqualTo(after);
            workbench.undo();
            workbench.edit("other", bias(3));
            assertThat(workbench.redoLabel()).isEmpty();
        }

        @Test
        void undoWithNothingToUndoChangesNothing() {
            Session first = workbench.session().get();
            workbench.undo();
            workbench.redo();
            assertThat(workbench.session().get()).isSameAs(first);
        }

        @Test
        void movingComputesNothing() {
            Run run = workbench.shown().get().run();
            workbench.move(Playhead::previousStep);
            workbench.move(Playhead::previous);
            assertThat(workbench.shown().get().run()).isSameAs(run);
            assertThat(workbench.undoLabel()).as("and is no edit").isEmpty();
        }

        @Test
        void anEditLeavesThePlayheadWhereItIs() {
            workbench.move(playhead -> playhead.at(4));
            workbench.edit("bias", bias(0));
            assertThat(workbench.shown().get().playhead().position()).isEqualTo(4);
        }

        @Test
        void withFewerStepsThePlayheadComesToTheLast() {
            workbench.move(playhead -> playhead.atStep(Phase.FORWARD, OneLayer.PART, 2));
            OneLayer.resize(workbench, new Sizes(1, 2, 2, 4));
            assertThat(workbench.shown().get().playhead().step()).isEqualTo(1);
            assertThat(workbench.shown().get().playhead().schedule().steps()).isEqualTo(2);
        }

        @Test
        void openingIsOneStepAndLosesNothing() {
            workbench.edit("bias", bias(0));
            workbench.move(Playhead::toStart);
            workbench.open("open", Example.SENTENCE.session());
            assertThat(workbench.undoLabel()).contains("open");
            assertThat(workbench.shown().get().playhead().isAtEnd()).isTrue();
            assertThat(workbench
                            .shown()
                            .get()
                            .run()
                            .trace()
                            .part(OneLayer.PART)
                            .value("c'")
                            .steps())
                    .isEqualTo(7);
            workbench.undo();
            assertThat(workbench.undoLabel()).contains("bias");
            assertThat(workbench.session().get().steps()).isEqualTo(3);
        }

        @Test
        void aGestureIsKnownByItselfAndNotByItsLabel() {
            Object gesture = new Object();
            workbench.edit("bias", gesture, bias(0));
            assertThat(workbench.endsWith(gesture)).isTrue();
            workbench.edit("bias", new Object(), bias(1));
            assertThat(workbench.endsWith(gesture)).isFalse();
            workbench.undo();
            assertThat(workbench.endsWith(gesture)).isTrue();
            workbench.undo();
            assertThat(workbench.endsWith(gesture)).isFalse();
            workbench.edit("bias", bias(2));
            assertThat(workbench.endsWith(gesture)).isFalse();
        }

        @Test
        void whatChangesNothingIsNoStepAndKeepsRedo() {
            workbench.edit("bias", bias(0));
            workbench.undo();
            workbench.change("same", session -> OneLayer.withCell(session, OneLayer.cell(session)));
            OneLayer.resize(workbench, OneLayer.sizes(workbench.session().get()));
            workbench.edit("same", session -> session);
            assertThat(workbench.undoLabel()).isEmpty();
            assertThat(workbench.redoLabel()).contains("bias");
        }

        @Test
        void anotherCellKeepsItsTablesAndSaysWhatIsNew() {
            NetworkChange change =
                    workbench.change("cell", session -> OneLayer.withCell(session, BuiltInCells.cell("rnn-sigmoid")));
            assertThat(change.added()).isEmpty();
            assertThat(workbench.session().get().table(BIAS)).isEqualTo(Matrix.row(1, 1, 1, 1));
            assertThat(workbench
                            .change("cell", session -> OneLayer.withCell(session, BuiltInCells.cell("gru")))
                            .lost())
                    .contains("0.forward.Wh.h");
            workbench.undo();
            workbench.undo();
            assertThat(OneLayer.cell(workbench.session().get()).source()).contains("tanh");
        }

        @Test
        void aTableOfTheWrongSizeChangesNothing() {
            Session before = workbench.session().get();
            assertThatThrownBy(() -> workbench.edit("wrong", session -> session.with(BIAS, Matrix.zeros(2, 2))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("b.h");
            assertThat(workbench.session().get()).isSameAs(before);
            assertThat(workbench.undoLabel()).isEmpty();
        }

        private double output() {
            return workbench
                    .shown()
                    .get()
                    .run()
                    .trace()
                    .part(OneLayer.PART)
                    .value("h'")
                    .at(2, 0, 0);
        }

        private double computed() {
            Session session = workbench.session().get();
            return OneLayer.run(session).value("h'").at(2, 0, 0);
        }
    }

    @Nested
    class WhoFollowsIt {
        private final Workbench workbench =
                new Workbench(Example.SMALL_SEQUENCE.session(), Runnable::run, Runnable::run);
        private final List<String> told = new ArrayList<>();
        private final Subscription following = workbench.follow(
                (run, playhead) -> told.add("run " + bias(run.session()) + " at " + playhead.position()),
                playhead -> told.add("move to " + playhead.position()));
        private final long end = workbench.shown().get().playhead().position();

        @Test
        void isToldOfTheRunThatIsThereAndOfEachOtherOnce() {
            workbench.edit("bias", bias(3));
            assertThat(told).containsExactly("run 1.0 at " + end, "run 3.0 at " + end);
        }

        @Test
        void isToldOfMovesAlone() {
            told.clear();
            workbench.move(playhead -> playhead.at(4));
            workbench.move(playhead -> playhead.at(5));
            assertThat(told).containsExactly("move to 4", "move to 5");
        }

        /** Who was told first may move on at once; the others still hear of the run before they hear of the move. */
        @Test
        void isToldOfARunBeforeAMoveInIt() {
            following.unsubscribe();
            workbench.followRuns(run -> workbench.move(playhead -> playhead.at(2)));
            workbench.follow(
                    (run, playhead) -> told.add("run " + bias(run.session()) + " at " + playhead.position()),
                    playhead -> told.add("move to " + playhead.position()));
            told.clear();
            workbench.move(playhead -> playhead.at(7));
            workbench.edit("bias", bias(3));
            assertThat(told).startsWith("move to 7", "run 3.0 at 2").doesNotContain("run 3.0 at 7");
            assertThat(told).filteredOn(text -> text.startsWith("run")).hasSize(1);
        }

        @Test
        void isToldNothingOnceItLetsGo() {
            told.clear();
            following.unsubscribe();
            workbench.move(playhead -> playhead.at(4));
            workbench.edit("bias", bias(3));
            assertThat(told).isEmpty();
        }
    }

    @Nested
    class WithSizesThatDoNotFit {
        private final Workbench workbench =
                new Workbench(Example.SMALL_SEQUENCE.session(), Runnable::run, Runnable::run);
        private final Session before = workbench.session().get();

        @Test
        void theSessionIsKeptAndTheReasonTold() {
            for (Sizes sizes : List.of(
                    new Sizes(1, 2_000_000_000, 2, 4),
                    new Sizes(1, 3, 2_000_000_000, 4),
                    new Sizes(1, 3, 2, 100_000),
                    new Sizes(100_000, 100_000, 2, 4))) {
                OneLayer.resize(workbench, sizes);
                assertThat(workbench.session().get()).isSameAs(before);
                assertThat(workbench.undoLabel()).isEmpty();
                assertThat(workbench.problem().get().orElse("")).contains(sizes.toString());
            }
        }

        @Test
        void theNextEditThatIsAcceptedClearsTheReason() {
            OneLayer.resize(workbench, new Sizes(1, 3, 2, 100_000));
            workbench.edit("bias", bias(0));
            assertThat(workbench.problem().get()).isEmpty();
        }

        @Test
        void soDoesUndo() {
            workbench.edit("bias", bias(0));
            OneLayer.resize(workbench, new Sizes(1, 3, 2, 100_000));
            workbench.undo();
            assertThat(workbench.problem().get()).isEmpty();
        }

        @Test
        void aCellThatDoesNotFitIsRefusedBeforeItsMatricesAreDrawn() {
            workbench.change(
                    "vectors alone", session -> OneLayer.withCell(session, Cell.parse("state h\nh' = tanh(s * h)")));
            OneLayer.resize(workbench, new Sizes(1, 1, 1, 50_000));
            assertThat(workbench.problem().get()).isEmpty();
            Session large = workbench.session().get();
            NetworkChange change =
                    workbench.change("matrices", session -> OneLayer.withCell(session, BuiltInCells.cell("lstm")));
            assertThat(workbench.problem().get().orElse("")).contains("H 50000");
            assertThat(workbench.session().get()).isSameAs(large).isSameAs(change.session());
        }
    }

    @Nested
    class WithALargeNetwork {
        private final Manual background = new Manual();
        private final Manual foreground = new Manual();
        private final Workbench workbench = new Workbench(Example.SMALL_SEQUENCE.session(), background, foreground);
        private final List<Double> biasesShown = new ArrayList<>();

        WithALargeNetwork() {
            OneLayer.resize(workbench, LARGE);
            background.all();
            foreground.all();
            workbench.followRuns(run -> biasesShown.add(bias(run.session())));
            biasesShown.clear();
        }

        @Test
        void theOldRunIsShownUntilTheNewOneIsThere() {
            Run old = workbench.shown().get().run();
            workbench.edit("bias", bias(5));
            assertThat(workbench.computing().get()).isTrue();
            assertThat(workbench.shown().get().run()).isSameAs(old);
            background.step();
            assertThat(workbench.shown().get().run())
                    .as("not from the background's thread")
                    .isSameAs(old);
            assertThat(workbench.computing().get()).isTrue();
            foreground.step();
            assertThat(workbench.computing().get()).isFalse();
            assertThat(biasesShown).containsExactly(5.0);
        }

        /** Not at the place of the same name in the run before, which may have fewer steps, or no loss. */
        @Test
        void whatIsOpenedBeginsWhereItSaysOnceItsRunIsThere() {
            Workbench slow = new Workbench(Example.SMALL_SEQUENCE.session(), background, foreground);
            Session task = OneLayer.resized(Task.DELAYED_RECALL.session(1), LARGE);
            slow.open("task", task, Playhead::afterLoss);
            assertThat(slow.computing().get()).isTrue();
            background.all();
            foreground.all();
            assertThat(slow.shown().get().playhead().position())
                    .isEqualTo(Playhead.atEnd(Schedule.of(task)).afterLoss().position());
            slow.move(Playhead::toStart);
            slow.edit("title", session -> session.withTitle("another"));
            background.all();
            foreground.all();
            assertThat(slow.shown().get().playhead().isAtStart()).isTrue();
            slow.open("again", slow.session().get(), Playhead::afterLoss);
            assertThat(slow.shown().get().playhead().step()).isEqualTo(task.steps() - 1);
        }

        @Test
        void theSessionIsToldOfBeforeItsRunIsThere() {
            List<Double> told = new ArrayList<>();
            Subscription following = workbench.followSession(session -> told.add(bias(session)));
            told.clear();
            workbench.edit("bias", bias(5));
            assertThat(told).containsExactly(5.0);
            assertThat(biasesShown).isEmpty();
            following.unsubscribe();
            workbench.undo();
            assertThat(told).containsExactly(5.0);
        }

        /** So whoever is told of a run that is the session's can rely on it. */
        @Test
        void whoIsToldOfTheRunFindsThatNothingIsBeingComputed() {
            List<Boolean> computing = new ArrayList<>();
            workbench.edit("bias", bias(5));
            workbench.followRuns(run -> computing.add(workbench.computing().get()));
            background.all();
            foreground.all();
            assertThat(computing).containsExactly(true, false);
        }

        @Test
        void onlyTheLatestRequestCounts() {
            workbench.edit("bias", bias(5));
            background.step();
            workbench.edit("bias", bias(6));
            workbench.edit("bias", bias(7));
            foreground.all();
            assertThat(biasesShown).as("5 came too late").isEmpty();
            assertThat(workbench.computing().get()).isTrue();
            background.all();
            assertThat(foreground.waiting()).as("6 was not computed at all").isEqualTo(1);
            foreground.all();
            assertThat(biasesShown).containsExactly(7.0);
            assertThat(workbench.computing().get()).isFalse();
        }

        @Test
        void undoWhileComputingShowsWhatWasBefore() {
            workbench.edit("bias", bias(5));
            background.step();
            workbench.undo();
            foreground.all();
            assertThat(workbench.computing().get()).isTrue();
            background.all();
            foreground.all();
            assertThat(biasesShown).containsExactly(1.0);
            assertThat(workbench.session().get())
                    .isSameAs(workbench.shown().get().run().session());
        }

        @Test
        void aSmallNetworkNeedNotWaitForALargeOne() {
            workbench.edit("bias", bias(5));
            OneLayer.resize(workbench, new Sizes(1, 3, 2, 4));
            assertThat(workbench.computing().get()).isFalse();
            assertThat(OneLayer.sizes(workbench.shown().get().run().session())).isEqualTo(new Sizes(1, 3, 2, 4));
            background.all();
            foreground.all();
            assertThat(OneLayer.sizes(workbench.shown().get().run().session())).isEqualTo(new Sizes(1, 3, 2, 4));
        }

        @Test
        void norForOneThatIsUnderWay() throws InterruptedException {
            CountDownLatch held = new CountDownLatch(1);
            List<Thread> workers = new ArrayList<>();
            Workbench busy = new Workbench(
                    workbench.session().get(),
                    task -> workers.add(Thread.ofPlatform().start(() -> {
                        awaited(held);
                        task.run();
                    })),
                    foreground);
            busy.edit("bias", bias(5));
            OneLayer.resize(busy, new Sizes(1, 3, 2, 4));
            assertThat(workers).singleElement().matches(Thread::isAlive);
            assertThat(OneLayer.sizes(busy.shown().get().run().session())).isEqualTo(new Sizes(1, 3, 2, 4));
            held.countDown();
            for (Thread worker : workers) {
                worker.join();
            }
            foreground.all();
            assertThat(OneLayer.sizes(busy.shown().get().run().session())).isEqualTo(new Sizes(1, 3, 2, 4));
        }

        private static void awaited(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Test
        void thePlayheadMayMoveMeanwhile() {
            workbench.edit("bias", bias(5));
            workbench.move(playhead -> playhead.at(10));
            background.all();
            foreground.all();
            assertThat(workbench.shown().get().playhead().position()).isEqualTo(10);
            assertThat(bias(workbench.shown().get().run().session())).isEqualTo(5);
        }

        @Test
        void refusalWhileComputingLeavesTheComputationAlone() {
            workbench.edit("bias", bias(5));
            OneLayer.resize(workbench, new Sizes(1, 1000, 4, 100_000));
            assertThat(workbench.computing().get()).isTrue();
            background.all();
            foreground.all();
            assertThat(biasesShown).containsExactly(5.0);
            assertThat(workbench.problem().get()).isPresent();
        }
    }

    @Test
    void networksWithoutWeightsAreSmallOnlyWhileTheyAreShort() {
        Cell cell = Cell.parse("state h\nh' = tanh(0.5 * h)");
        assertThat(RunEngine.isSmall(OneLayer.zeros("", cell, new Sizes(1, 10, 1, 1))))
                .isTrue();
        assertThat(RunEngine.isSmall(OneLayer.zeros("", cell, new Sizes(1, 10_000_000, 1, 1))))
                .isFalse();
    }

    @Test
    void sessionsOfTheSameNetworkAreComputedByTheSamePlan() {
        Workbench workbench = new Workbench(Example.SMALL_SEQUENCE_LSTM.session(), Runnable::run, Runnable::run);
        TableId weights = OneLayer.parameter("Wh.i");
        Matrix before = workbench.session().get().table(weights);
        workbench.edit("zero", session -> session.edit(weights, table -> table.map(x -> 0)));
        workbench.edit("back", session -> session.with(weights, before));
        Session session = Example.SMALL_SEQUENCE_LSTM.session();
        assertThat(workbench.shown().get().run().trace().parameterGradient("0.forward.Wh.f"))
                .isEqualTo(OneLayer.run(session).parameterGradient("Wh.f"));
    }
}
