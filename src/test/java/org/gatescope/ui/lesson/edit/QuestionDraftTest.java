package org.gatescope.ui.lesson.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionJson;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.FinishedLesson;
import org.gatescope.lesson.Goal;
import org.gatescope.lesson.GoalCondition;
import org.gatescope.lesson.KnownAnswer;
import org.gatescope.lesson.LessonQuestion;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.lesson.Reckoning;
import org.gatescope.lesson.Sketch;
import org.gatescope.lesson.Solution;
import org.gatescope.session.Run;
import org.gatescope.session.TableId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is typed of questions, and what is said of it. */
class QuestionDraftTest {
    private static final Run RUN = Run.of(Example.SMALL_SEQUENCE.session());
    private static final String H = "{step 0.forward h' 1 0 0}";

    static Stream<LessonQuestion> questions() {
        List<KnownAnswer> zero = List.of(new KnownAnswer("zero", "Nothing comes in."));
        Reckoning h = Reckoning.of(H);
        GoalCondition reached =
                new GoalCondition("h is: large", h, GoalCondition.Relation.LARGER, Reckoning.of("0.5"), 0.01);
        GoalCondition tried = new GoalCondition("no", h, GoalCondition.Relation.EQUAL, Reckoning.of("-2"), 0);
        return Stream.of(
                new LessonQuestion.Sign("?", h, zero),
                new LessonQuestion.Larger("?", h, Reckoning.of("0"), List.of(new KnownAnswer("equal", "no"))),
                new LessonQuestion.Amount("?", h, 1e-3, List.of(new KnownAnswer("2 * " + H, "twice"))),
                new LessonQuestion.Unit("?", List.of(h, Reckoning.of("1")), List.of(new KnownAnswer("0", "no"))),
                new LessonQuestion.Line("?", "0.forward", "h'", List.of()),
                new LessonQuestion.Words("?"),
                new Sketch("?", List.of(h, h, h), -1.5, 1, 0.1, List.of(new KnownAnswer("0;1;" + H, "no"))),
                new Goal(
                        "?",
                        List.of(reached, tried),
                        List.of(tried),
                        new Solution(
                                Map.of(new Given(new TableId.Parameter("0.forward.Wh.h"), 0, 0), 0.25),
                                Optional.of(List.of("state h", "h' = tanh(x @ Wx.h + h @ Wh.h + b.h)")),
                                true)));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void whatIsTypedOfAQuestionIsTheQuestion(LessonQuestion question) {
        TypedQuestion.Outcome outcome = TypedQuestion.read(QuestionDraft.of(question), RUN);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.question()).contains(question);
    }

    @ParameterizedTest
    @EnumSource
    void everyLessonThatComesAlongCanBeEdited(FinishedLesson finished) throws Exception {
        SavedSession saved = SessionJson.read(finished.file());
        OpenLesson lesson = saved.lesson().orElseThrow();
        LessonDraft draft = LessonDraft.of(lesson);
        assertThat(draft.open()).isEqualTo(lesson);
        for (int i = 0; i < draft.steps().size(); i++) {
            Run run = Run.of(lesson.at(i).begin());
            draft.steps()
                    .get(i)
                    .question()
                    .ifPresent(question -> assertThat(
                                    TypedQuestion.read(question, run).problems())
                            .as(question.prompt())
                            .isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofEachKindNothingIsRightWhileNothingIsTyped(QuestionKind kind) {
        TypedQuestion.Outcome outcome = TypedQuestion.read(QuestionDraft.empty(kind), RUN);
        assertThat(outcome.question()).isEmpty();
        assertThat(outcome.problems()).containsKey(TypedQuestion.PROMPT);
    }

    private static String problem(QuestionDraft draft, String key) {
        return TypedQuestion.read(draft.withPrompt("?"), RUN).problems().getOrDefault(key, "");
    }

    @Test
    void whatIsWrongIsSaidBesideIt() {
        QuestionDraft amount = QuestionDraft.empty(QuestionKind.AMOUNT);
        assertThat(problem(amount.with(QuestionField.NUMBER, "{step 0.forward h' 99 0 0}"), "number"))
                .contains("does not have");
        assertThat(problem(amount.with(QuestionField.NUMBER, "tanh("), "number"))
                .startsWith("“tanh(” cannot be worked");
        assertThat(problem(amount.with(QuestionField.NUMBER, "x"), "number")).contains("braces");
        assertThat(problem(amount.with(QuestionField.TOLERANCE, "-1"), "tolerance"))
                .contains("not negative");
        assertThat(problem(amount.with(QuestionField.TOLERANCE, "inf"), "tolerance"))
                .contains("Infinity");
        assertThat(problem(amount.with(QuestionField.TOLERANCE, "0,5"), "tolerance"))
                .isEmpty();
        QuestionDraft sign = QuestionDraft.empty(QuestionKind.SIGN)
                .with(QuestionField.NUMBER, H)
                .withMore();
        assertThat(problem(sign, "known-0-sentence")).contains("Say what is said");
        assertThat(problem(sign.withKnown(0, new KnownAnswer("nought", "no")), "known-0-answer"))
                .isEqualTo("The answers that can be chosen are negative, zero, positive.");
        QuestionDraft sketch = QuestionDraft.empty(QuestionKind.SKETCH).with(QuestionField.CURVE, "0\n1\n" + H);
        assertThat(problem(sketch.with(QuestionField.HIGH, "-1"), "high")).contains("larger than the lowest");
        assertThat(problem(sketch.withMore().withKnown(0, new KnownAnswer("1;2", "no")), "known-0-answer"))
                .contains("each of the 3 steps");
        QuestionDraft goal = QuestionDraft.empty(QuestionKind.GOAL);
        assertThat(problem(goal, "conditions")).isEqualTo("Say what has to hold.");
        assertThat(problem(goal.with(QuestionField.CONDITIONS, "h is large"), "conditions"))
                .contains("is no condition");
        assertThat(problem(goal.with(QuestionField.SOLUTION, "{loss} = 1"), "solution"))
                .contains("no number of a table");
        assertThat(problem(goal.with(QuestionField.SOLUTION, "h' = tanh("), "solution"))
                .contains("cannot be worked out");
        QuestionDraft line = QuestionDraft.empty(QuestionKind.LINE_OF_CELL).with(QuestionField.PART, "0.forward");
        assertThat(problem(line, "line")).contains("h'");
    }

    @Test
    void ofOneOpenNumberAllUnitsOrStepsFollow() {
        int units = RUN.session().network().layers().getFirst().hidden();
        assertThat(OpenSeries.of(QuestionField.UNITS, "step 0.forward h' 1 0 0", RUN)
                        .lines())
                .hasSize(units)
                .contains("{step 0.forward h' 1 0 " + (units - 1) + "}");
        assertThat(OpenSeries.of(QuestionField.CURVE, "step 0.forward h' 1 0 0", RUN)
                        .lines())
                .startsWith("{step 0.forward h' 0 0 0}", "{step 0.forward h' 1 0 0}");
        assertThat(OpenSeries.of(QuestionField.NUMBER, "loss", RUN)).isEqualTo("{loss}");
    }
}
