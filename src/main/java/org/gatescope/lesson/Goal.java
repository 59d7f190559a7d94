package org.gatescope.lesson;

import java.util.List;
import java.util.Optional;
import org.gatescope.session.Run;
import org.gatescope.session.Session;

/**
 * What the session is to be changed for: one weight, a line of the cell, a mistake that is to be found. The answer is a
 * {@link GoalAnswer}.
 *
 * @param conditions that have to hold; at least one
 * @param attempts   that do not lead there, and what is said of each
 * @param solution   one of the ways there
 */
public record Goal(String prompt, List<GoalCondition> conditions, List<GoalCondition> attempts, Solution solution)
        implements LessonQuestion {
    /** @throws IllegalArgumentException without a condition */
    public Goal {
        conditions = List.copyOf(conditions);
        attempts = List.copyOf(attempts);
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("a goal without a condition");
        }
    }

    @Override
    public List<KnownAnswer> known() {
        return List.of();
    }

    /** Whether all of it holds. @param begin what the run's session was made from */
    public boolean isReached(Run run, Session begin) {
        return conditions.stream().allMatch(condition -> condition.holds(run, begin));
    }

    /** What is said of a change that does not lead there, if it is known. */
    public Optional<String> attempt(Run run, Session begin) {
        return attempts.stream()
                .filter(attempt -> attempt.holds(run, begin))
                .map(GoalCondition::says)
                .findFirst();
    }

    /** There are many ways. */
    @Override
    public Optional<String> right(Run run) {
        return Optional.empty();
    }

    @Override
    public Verdict judge(Run run, String answer) {
        if (answer.isEmpty()) {
            return Verdict.of(Verdict.Kind.NONE);
        }
        return Verdict.of(GoalAnswer.read(answer).isReached() ? Verdict.Kind.RIGHT : Verdict.Kind.WRONG);
    }
}
