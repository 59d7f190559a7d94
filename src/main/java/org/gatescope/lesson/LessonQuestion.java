package org.gatescope.lesson;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.cell.Assignment;
import org.gatescope.session.Run;

/**
 * What a step of a lesson asks. Answers are texts: a word of {@link #choices}, a number as Java writes it, several with blanks
 * between them, a {@link GoalAnswer}, or free words; no text at all stands for none. What is right is worked out from the run.
 */
public sealed interface LessonQuestion
        permits LessonQuestion.Sign,
                LessonQuestion.Larger,
                LessonQuestion.Amount,
                LessonQuestion.Unit,
                LessonQuestion.Line,
                LessonQuestion.Words,
                Sketch,
                Goal {
    /** What is asked, in words. */
    String prompt();

    /** Answers that stem from known mistakes. */
    List<KnownAnswer> known();

    /** The right answer; empty where there is none, or the run does not have it. */
    Optional<String> right(Run run);

    /** Whether an answer is right enough. */
    default boolean isRight(Run run, String answer) {
        return right(run).filter(answer::equals).isPresent();
    }

    /** Whether an answer is what a known mistake leads to. */
    default boolean isMistake(Run run, String answer, KnownAnswer mistake) {
        return answer.equals(mistake.answer());
    }

    /** What can be chosen, in order; none where it is typed. */
    default List<String> choices(Run run) {
        return List.of();
    }

    /** Whether a number has a sign, and which. */
    record Sign(String prompt, Reckoning number, List<KnownAnswer> known) implements LessonQuestion {
        private static final List<String> WORDS = List.of("negative", "zero", "positive");

        public Sign {
            known = List.copyOf(known);
        }

        @Override
        public List<String> choices(Run run) {
            return WORDS;
        }

        @Override
        public Optional<String> right(Run run) {
            return compared(number.in(run), OptionalDouble.of(0)).map(sign -> WORDS.get(sign + 1));
        }
    }

    /** Whether a number is larger or smaller than another. */
    record Larger(String prompt, Reckoning number, Reckoning than, List<KnownAnswer> known) implements LessonQuestion {
        private static final List<String> WORDS = List.of("smaller", "equal", "larger");

        public Larger {
            known = List.copyOf(known);
        }

        @Override
        public List<String> choices(Run run) {
            return WORDS;
        }

        @Override
        public Optional<String> right(Run run) {
            return compared(number.in(run), than.in(run)).map(sign -> WORDS.get(sign + 1));
        }
    }

    /**
     * A number that is to be worked out.
     *
     * @param tolerance how far an answer may be from it
     */
    record Amount(String prompt, Reckoning number, double tolerance, List<KnownAnswer> known)
            implements LessonQuestion {
        /** @throws IllegalArgumentException if a known mistake cannot be reckoned */
        public Amount {
            known = List.copyOf(known);
            known.forEach(mistake -> Reckoning.of(mistake.answer()));
        }

        @Override
        public Optional<String> right(Run run) {
            OptionalDouble right = number.in(run);
            return right.isPresent() ? Optional.of(Double.toString(right.getAsDouble())) : Optional.empty();
        }

        @Override
        public boolean isRight(Run run, String answer) {
            return isNear(answer, number.in(run));
        }

        @Override
        public boolean isMistake(Run run, String answer, KnownAnswer mistake) {
            return isNear(answer, Reckoning.of(mistake.answer()).in(run));
        }

        private boolean isNear(String answer, OptionalDouble other) {
            return other.isPresent() && Math.abs(parsed(answer) - other.getAsDouble()) <= tolerance * (1 + 1e-9);
        }
    }

    /** Which of several units has the largest number. @param units what is compared, one for each unit */
    record Unit(String prompt, List<Reckoning> units, List<KnownAnswer> known) implements LessonQuestion {
        public Unit {
            units = List.copyOf(units);
            known = List.copyOf(known);
        }

        @Override
        public List<String> choices(Run run) {
            return IntStream.range(0, units.size()).mapToObj(String::valueOf).toList();
        }

        @Override
        public Optional<String> right(Run run) {
            List<OptionalDouble> values =
                    units.stream().map(unit -> unit.in(run)).toList();
            return values.stream().allMatch(value -> value.isPresent() && !Double.isNaN(value.getAsDouble()))
                    ? IntStream.range(0, values.size())
                            .boxed()
                            .max(Comparator.<Integer>comparingDouble(
                                            unit -> values.get(unit).getAsDouble())
                                    .thenComparing(Comparator.reverseOrder()))
                            .map(String::valueOf)
                    : Optional.empty();
        }
    }

    /**
     * Which line of a cell's equations is meant.
     *
     * @param part key of a layer's direction
     * @param line name of what the line computes, such as {@code c'}
     */
    record Line(String prompt, String part, String line, List<KnownAnswer> known) implements LessonQuestion {
        public Line {
            known = List.copyOf(known);
        }

        /** The lines of the equations, as they are written. */
        public List<Assignment> lines(Run run) {
            boolean isThere = run.session().network().parts().stream()
                    .anyMatch(one -> one.key().equals(part));
            return isThere ? run.session().network().part(part).layer().cell().lines() : List.of();
        }

        @Override
        public List<String> choices(Run run) {
            return lines(run).stream().map(Assignment::name).toList();
        }

        @Override
        public Optional<String> right(Run run) {
            return Optional.of(line).filter(choices(run)::contains);
        }
    }

    /** What can only be said in words. */
    record Words(String prompt) implements LessonQuestion {
        @Override
        public List<KnownAnswer> known() {
            return List.of();
        }

        @Override
        public Optional<String> right(Run run) {
            return Optional.empty();
        }
    }

    /** What an answer is worth in a run. */
    default Verdict judge(Run run, String answer) {
        if (answer.isEmpty()) {
            return Verdict.of(Verdict.Kind.NONE);
        }
        if (this instanceof Words) {
            return Verdict.of(Verdict.Kind.WORDS);
        }
        if (right(run).isEmpty()) {
            return Verdict.of(Verdict.Kind.GONE);
        }
        return isRight(run, answer)
                ? Verdict.of(Verdict.Kind.RIGHT)
                : known().stream()
                        .filter(mistake -> isMistake(run, answer, mistake))
                        .findFirst()
                        .map(mistake -> new Verdict(Verdict.Kind.KNOWN, mistake.sentence()))
                        .orElse(Verdict.of(Verdict.Kind.WRONG));
    }

    /** @return −1, 0 or 1; empty where there are no two numbers */
    private static Optional<Integer> compared(OptionalDouble one, OptionalDouble other) {
        return Stream.of(one, other).allMatch(number -> number.isPresent() && !Double.isNaN(number.getAsDouble()))
                ? Optional.of((int) Math.signum(one.getAsDouble() - other.getAsDouble()))
                : Optional.empty();
    }

    private static double parsed(String answer) {
        try {
            return Double.parseDouble(answer);
        } catch (NumberFormatException e) {
            return Double.NaN; // a file may say anything
        }
    }
}
