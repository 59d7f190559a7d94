package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.session.SharedResult.Answer;
import org.junit.jupiter.api.Test;

class SharedResultTest {
    private static final Session FIRST = OneLayer.zeros("", BuiltInCells.cell("lstm"), new Sizes(1, 3, 2, 2));

    private final Manual workers = new Manual();
    private final Workbench workbench = new Workbench(FIRST, Runnable::run, Runnable::run);
    private final List<Run> worked = new ArrayList<>();
    private boolean fails;
    private final SharedResult<Run> result =
            new SharedResult<>(workbench, new Background(workers, Runnable::run), (run, progress) -> {
                worked.add(run);
                if (fails) {
                    throw new IllegalStateException("asked for");
                }
                return run;
            });

    private Run run() {
        return workbench.shown().get().run();
    }

    private void edit() {
        workbench.edit("mistake", session -> session.withMistake(Mistake.UPSTREAM_TWICE, true));
    }

    @Test
    void nothingIsWorkedOutUntilSomebodyAsks() {
        assertThat(workers.waiting()).isZero();
        assertThat(result.answer().get()).isEqualTo(new Answer.Unasked<>());
        assertThat(result.known()).isEmpty();
    }

    @Test
    void whateverManyAskForIsWorkedOutOnce() {
        result.ask();
        result.ask();
        assertThat(result.answer().get()).isEqualTo(new Answer.UnderWay<>());
        workers.all();
        result.ask();
        workers.all();
        assertThat(worked).hasSize(1);
        assertThat(result.known()).containsSame(run());
    }

    @Test
    void anotherRunIsAnotherQuestion() {
        result.ask();
        workers.all();
        edit();
        assertThat(result.answer().get()).isEqualTo(new Answer.Unasked<>());
        result.ask();
        workers.all();
        assertThat(result.known()).containsSame(run());
    }

    @Test
    void whatComesTooLateIsNotTold() {
        result.ask();
        edit();
        workers.all();
        assertThat(result.answer().get()).isEqualTo(new Answer.Unasked<>());
    }

    @Test
    void movingThePlayheadForgetsNothing() {
        result.ask();
        workers.all();
        workbench.move(Playhead::toStart);
        assertThat(result.known()).containsSame(run());
    }

    @Test
    void stoppedItWaitsForSomebodyToBeginAnew() {
        result.ask();
        result.stop();
        workers.all();
        assertThat(result.answer().get()).isEqualTo(new Answer.Stopped<>());
        result.ask();
        assertThat(result.answer().get()).isEqualTo(new Answer.Stopped<>());
        result.restart();
        workers.all();
        assertThat(result.known()).containsSame(run());
    }

    @Test
    void aFailureIsAnAnswerToo() {
        fails = true;
        result.ask();
        workers.all();
        assertThat(result.answer().get()).isInstanceOf(Answer.Failed.class);
        fails = false;
        result.restart();
        workers.all();
        assertThat(result.known()).isPresent();
    }

    @Test
    void aFailureOfTheRunBeforeIsNotTold() {
        fails = true;
        result.ask();
        edit();
        workers.all();
        assertThat(result.answer().get()).isEqualTo(new Answer.Unasked<>());
    }

    @Test
    void theLatestAnswerIsOfTheLatestRunHoweverManyCameBetween() {
        result.ask();
        workers.all();
        for (int i = 0; i < 3; i++) {
            workbench.edit("undone", session -> session.withMistake(Mistake.UPSTREAM_TWICE, false));
            edit();
            result.ask();
        }
        workers.all();
        assertThat(result.known()).containsSame(run());
        assertThat(worked).hasSize(2);
    }

    @Test
    void theWorkIsAskedToStopWithItsRun() {
        List<Boolean> goesOn = new ArrayList<>();
        SharedResult<Run> whole =
                new SharedResult<>(workbench, new Background(workers, Runnable::run), (run, progress) -> {
                    edit(); // as if it came meanwhile
                    goesOn.add(progress.goesOn(1, 2));
                    return run;
                });
        whole.ask();
        workers.all();
        assertThat(goesOn).containsExactly(false);
        assertThat(whole.answer().get()).isEqualTo(new Answer.Unasked<>());
        whole.close();
    }

    @Test
    void stoppingWhatIsThereChangesNothing() {
        result.stop();
        assertThat(result.answer().get()).isEqualTo(new Answer.Unasked<>());
        result.ask();
        workers.all();
        result.stop();
        assertThat(result.known()).containsSame(run());
    }

    @Test
    void closedItTellsNothingOfWhatWasUnderWay() {
        result.ask();
        result.close();
        workers.all();
        assertThat(result.known()).isEmpty();
        assertThat(worked).isEmpty();
    }

    @Test
    void withoutWorkersTheAnswerIsAFailure() {
        SharedResult<Run> none = new SharedResult<>(
                workbench,
                new Background(
                        work -> {
                            throw new RejectedExecutionException("shut down");
                        },
                        Runnable::run),
                (run, progress) -> run);
        none.ask();
        assertThat(none.answer().get()).isInstanceOf(Answer.Failed.class);
        none.close();
    }

    @Test
    void closedItFollowsNoMore() {
        result.ask();
        workers.all();
        result.close();
        edit();
        assertThat(result.known()).isPresent();
    }

    @Test
    void theRightRunOfARunWithoutMistakesIsItself() {
        assertThat(run().right()).isSameAs(run());
        edit();
        assertThat(run().right().session().mistakes().mistakes()).isEmpty();
    }
}
