package org.gatescope.lesson;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gatescope.session.Run;

/**
 * What the session is to be changed for: one weight, a line of the cell, a mistake that is to be found. The answer is what
 * the numbers of the conditions were when all of them held.
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

    /** Whether all of it holds. */
    public boolean isReached(Run run) {
        return conditions.stream().allMatch(condition -> condition.holds(run));
    }

    /** What is said of a change that does not lead there, if it is known. */
    public Optional<String> attempt(Run run) {
        return attempts.stream()
                .filter(attempt -> attempt.holds(run))
                .map(GoalCondition::says)
                .findFirst();
    }

    /** What is kept of a run in which it is reached: the numbers of the conditions. */
    public String reached(Run run) {
        return AnsweredNumbers.written(conditions.stream()
                .map(condition -> condition.number().in(run).orElse(Double.NaN))
                .toList());
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
        double[] numbers = AnsweredNumbers.of(answer);
        boolean held = numbers.length == conditions.size()
                && IntStream.range(0, numbers.length).allMatch(i -> conditions
                        .get(i)
                        .holds(OptionalDouble.of(numbers[i]), conditions.get(i).than().in(run)));
        return Verdict.of(held ? Verdict.Kind.RIGHT : Verdict.Kind.WRONG);
    }
}
