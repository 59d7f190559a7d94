package org.gatescope.ui.lesson;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatescope.cell.Notation;
import org.gatescope.lesson.AnsweredNumbers;
import org.gatescope.lesson.Goal;
import org.gatescope.lesson.GoalAnswer;
import org.gatescope.lesson.LessonQuestion;
import org.gatescope.lesson.Sketch;
import org.gatescope.lesson.Verdict;
import org.gatescope.session.Run;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;

/** Answers and what they are worth, in words. */
public final class AnswerWords {
    private static final Texts TEXTS = Texts.of(AnswerWords.class);
    private static final int DIGITS = 4;

    private AnswerWords() {}

    /** An answer as it would be said. */
    public static String of(LessonQuestion question, String answer) {
        return switch (question) {
            case LessonQuestion.Sign sign when TEXTS.has("said." + answer) -> TEXTS.get("said." + answer);
            case LessonQuestion.Larger larger when TEXTS.has("said." + answer) -> TEXTS.get("said." + answer);
            case LessonQuestion.Unit unit -> TEXTS.get("said.unit", answer);
            case LessonQuestion.Line line -> Notation.plain(answer);
            case LessonQuestion.Amount amount -> number(answer);
            case Sketch sketch -> numbers(answer);
            case Goal goal -> lines(answer);
            default -> answer;
        };
    }

    private static String number(String answer) {
        try {
            return Numerals.brief(Double.parseDouble(answer), DIGITS).replace('-', Numerals.MINUS);
        } catch (NumberFormatException e) {
            return answer; // of a file that was edited by hand
        }
    }

    private static String numbers(String answer) {
        return Arrays.stream(AnsweredNumbers.of(answer))
                .mapToObj(number -> number(Double.toString(number)))
                .collect(Collectors.joining(TEXTS.get("between")));
    }

    private static String lines(String answer) {
        return GoalAnswer.read(answer).lines().stream()
                .map(GoalAnswer.Line::words)
                .collect(Collectors.joining(TEXTS.get("between.lines")));
    }

    private static Optional<String> ofSketch(Sketch sketch, Run run, String answer, Verdict verdict) {
        int off = sketch.off(run, answer);
        return switch (verdict.kind()) {
            case RIGHT -> Optional.of(TEXTS.get(off == 0 ? "sketch.right" : "sketch.nearly", off));
            case WRONG ->
                Optional.of(
                        TEXTS.get("sketch.wrong", off, sketch.curve().size(), Numerals.brief(sketch.tolerance(), 2)));
            case KNOWN -> Optional.of(CountedSteps.in(verdict.sentence()));
            case NONE -> Optional.of(TEXTS.get("sketch.answer"));
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofGoal(Goal goal, String answer, Verdict verdict) {
        return switch (verdict.kind()) {
            case RIGHT -> Optional.of(TEXTS.get("goal.right"));
            case NONE -> Optional.of(TEXTS.get(goal.solution().isThere() ? "goal.shown" : "none.words"));
            default -> Optional.of(TEXTS.get("goal.wrong", lines(answer)));
        };
    }

    /** One sentence, or two: what was answered, and what is right. */
    public static String of(LessonQuestion question, Run run, String answer, Verdict verdict) {
        Optional<String> own = switch (question) {
            case Sketch sketch -> ofSketch(sketch, run, answer, verdict);
            case Goal goal -> ofGoal(goal, answer, verdict);
            default -> Optional.empty();
        };
        if (own.isPresent()) {
            return own.get();
        }
        Optional<String> right = question.right(run).map(word -> of(question, word));
        String said = answer.isEmpty() ? "" : of(question, answer);
        return switch (verdict.kind()) {
            case RIGHT -> TEXTS.get("right", right.orElse(said));
            case WRONG -> TEXTS.get("wrong", said, right.orElse("")) + difference(question, run, answer);
            case KNOWN -> TEXTS.get("known", said, right.orElse(""), CountedSteps.in(verdict.sentence()));
            case NONE -> right.map(word -> TEXTS.get("none", word)).orElse(TEXTS.get("none.words"));
            case WORDS -> TEXTS.get("said", answer);
            case GONE -> TEXTS.get("gone", said);
        };
    }

    /** By how much a number is too large or too small. */
    private static String difference(LessonQuestion question, Run run, String answer) {
        if (!(question instanceof LessonQuestion.Amount amount)) {
            return "";
        }
        double over = parsed(answer) - amount.number().in(run).orElse(Double.NaN);
        return Double.isFinite(over)
                ? " " + TEXTS.get(over > 0 ? "over" : "under", Numerals.brief(Math.abs(over), 2))
                : "";
    }

    private static double parsed(String answer) {
        try {
            return Double.parseDouble(answer);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
