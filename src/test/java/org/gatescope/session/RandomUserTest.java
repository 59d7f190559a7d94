package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.reference.NetworkAgreement;
import org.gatescope.reference.NetworkProblem;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Somebody who edits, reshapes, trains, undoes and redoes at random. Sessions come back as the same instances and runs to
 * the bit, whatever was computed in between, and all figures agree with the scalar reference. More of them:
 * {@code -Drandom.users=1000}.
 */
@Execution(ExecutionMode.CONCURRENT)
class RandomUserTest {
    private static final int ACTIONS = 40;

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("random.users", 25));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsDoneCanBeUndoneAndDoneAgainToTheBit(long seed) {
        RandomUser user = new RandomUser(seed);
        Workbench workbench = user.workbench();
        List<Session> steps = new ArrayList<>(List.of(workbench.session().get()));
        int at = 0;
        for (int i = 0; i < ACTIONS; i++) {
            switch (user.choose(6)) {
                case 0 -> {
                    workbench.undo();
                    at = Math.max(0, at - 1);
                }
                case 1 -> {
                    workbench.redo();
                    at = Math.min(steps.size() - 1, at + 1);
                }
                default -> {
                    Session before = workbench.session().get();
                    user.act();
                    Session after = workbench.session().get();
                    if (!after.equals(before)) {
                        steps.subList(at + 1, steps.size()).clear();
                        steps.add(after);
                        at++;
                    }
                }
            }
            assertThat(workbench.session().get()).as(user::story).isSameAs(steps.get(at));
            assertThat(workbench.undoLabel().isPresent()).as(user::story).isEqualTo(at > 0);
            assertThat(workbench.redoLabel().isPresent()).as(user::story).isEqualTo(at < steps.size() - 1);
            assertThat(workbench.shown().get().run().session()).as(user::story).isSameAs(steps.get(at));
            assertThat(numbers(workbench.shown().get().run().trace()))
                    .as(user::story)
                    .isEqualTo(numbers(Run.of(steps.get(at)).trace()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void allFiguresAgreeWithTheReference(long seed) {
        RandomUser user = new RandomUser(seed + 100_000);
        int figures = 0;
        for (int i = 0; i < ACTIONS / 4; i++) {
            for (int actions = 0; actions < 4; actions++) {
                user.act();
            }
            Session session = user.workbench().session().get();
            figures += NetworkAgreement.check(
                    new NetworkProblem(session.network(), session.batch(), session.steps(), session.inputs()));
        }
        assertThat(figures).as(user::story).isPositive();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePlayheadStaysWithinTheRun(long seed) {
        RandomUser user = new RandomUser(seed + 200_000);
        for (int i = 0; i < ACTIONS; i++) {
            user.act();
            Workbench workbench = user.workbench();
            workbench.move(playhead ->
                    playhead.at(user.choose(1 + (int) playhead.schedule().length())));
            user.act();
            Playhead playhead = workbench.shown().get().playhead();
            assertThat(playhead.position())
                    .as(user::story)
                    .isBetween(0L, playhead.schedule().length());
            assertThat(playhead.schedule().length())
                    .as(user::story)
                    .isEqualTo(Schedule.of(workbench.session().get()).length());
        }
    }

    /** Everything that a run answers for the whole network: matrices and series compare bit by bit. */
    private static Map<String, Object> numbers(NetworkTrace trace) {
        return Map.of(
                "output", SameComputation.numbers(trace.output()),
                "input gradient", SameComputation.numbers(trace.inputGradient()),
                "parameter gradients", trace.parameterGradients(),
                "states", trace.finalStates(),
                "loss", trace.readOut().map(readOut -> (Object) readOut.loss()).orElse("none"));
    }
}
