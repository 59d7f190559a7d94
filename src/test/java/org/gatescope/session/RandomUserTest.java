package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.reference.NetworkAgreement;
import org.gatescope.reference.NetworkProblem;
import org.gatescope.reference.Shrinking;
import org.gatescope.session.RandomUser.Step;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Somebody who edits, reshapes, trains, undoes and redoes at random. Sessions come back as the same instances and runs to
 * the bit, whatever was computed in between, and all figures agree with the scalar reference. What fails is told in as few
 * steps as it takes. More of them: {@code -Drandom.users=1000}.
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
        Shrinking.hold(story(seed), story -> {
            RandomUser user = RandomUser.of(seed);
            Workbench workbench = user.workbench();
            List<Session> steps = new ArrayList<>(List.of(workbench.session().get()));
            int at = 0;
            for (Step step : story) {
                Session before = workbench.session().get();
                user.act(step);
                Session after = workbench.session().get();
                switch (step.name()) {
                    case "undo" -> at = Math.max(0, at - 1);
                    case "redo" -> at = Math.min(steps.size() - 1, at + 1);
                    default -> {
                        if (!after.equals(before)) {
                            steps.subList(at + 1, steps.size()).clear();
                            steps.add(after);
                            at++;
                        }
                    }
                }
                assertThat(workbench.session().get()).isSameAs(steps.get(at));
                assertThat(workbench.undoLabel().isPresent()).isEqualTo(at > 0);
                assertThat(workbench.redoLabel().isPresent()).isEqualTo(at < steps.size() - 1);
                assertThat(workbench.shown().get().run().session()).isSameAs(steps.get(at));
                assertThat(numbers(workbench.shown().get().run().trace()))
                        .isEqualTo(numbers(Run.of(steps.get(at)).trace()));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void allFiguresAgreeWithTheReference(long seed) {
        Shrinking.hold(story(seed + 100_000), story -> {
            RandomUser user = RandomUser.of(seed);
            for (int i = 0; i < story.size(); i++) {
                user.act(story.get(i));
                if (i % 4 == 3 || i == story.size() - 1) {
                    Session session = user.workbench().session().get();
                    NetworkAgreement.check(
                            new NetworkProblem(session.network(), session.batch(), session.steps(), session.inputs()));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePlayheadStaysWithinTheRun(long seed) {
        Shrinking.hold(story(seed + 200_000), story -> {
            RandomUser user = RandomUser.of(seed);
            Workbench workbench = user.workbench();
            for (Step step : story) {
                long place = step.seed();
                workbench.move(
                        playhead -> playhead.at(place % (1 + playhead.schedule().length())));
                user.act(step);
                Playhead playhead = workbench.shown().get().playhead();
                assertThat(playhead.position())
                        .isBetween(0L, playhead.schedule().length());
                assertThat(playhead.schedule().length())
                        .isEqualTo(Schedule.of(workbench.session().get()).length());
            }
        });
    }

    private static List<Step> story(long seed) {
        return RandomUser.of(seed).story(seed, ACTIONS);
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
