package org.gatescope.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.lesson.Verdict.Kind;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LessonQuestionTest {
    private static final Session SESSION = Example.SMALL_SEQUENCE.session();
    private static final Run RUN = Run.of(SESSION);
    /** Of the first step, by hand: the state before it is zero. */
    private static final double FIRST = Math.tanh(0.01 * 0.01 + 0.02 * 0.03 + 1);

    @Test
    void numbersAreReckonedFromTheRunWhateverTheWeights() {
        assertThat(Lessons.h(0, 0).in(RUN).orElseThrow()).isCloseTo(FIRST, offset(1e-15));
        Run other = Run.of(SESSION.edit(new TableId.Parameter("0.forward.b.h"), bias -> bias.map(one -> 0)));
        assertThat(Lessons.h(0, 0).in(other).orElseThrow()).isCloseTo(Math.tanh(0.0007), offset(1e-15));
        assertThat(Reckoning.of("max(2, -{given input 0 2 1}) ^ 2 / 8 + abs(-0.5)")
                        .in(RUN))
                .hasValue(1);
        assertThat(Reckoning.of("{step 0.forward h' 9 0 0} + 1").in(RUN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h'", "{nothing} + 1", "n0", "n1 + {loss}", "{loss} @ 2", "norm({loss})", "1 +", ""})
    void whatCannotBeReckonedIsRefused(String text) {
        assertThatThrownBy(() -> Reckoning.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0, positive, RIGHT",
                "0, zero, WRONG",
                "0, negative, KNOWN",
                "1, larger, RIGHT",
                "1, smaller, WRONG",
                "2, 0.7, WRONG",
                "2, anything, WRONG",
                "2, NaN, WRONG",
                "3, 2, RIGHT",
                "3, 0, WRONG",
                "4, h', RIGHT",
                "4, c', KNOWN",
                "5, anything, WORDS"
            })
    void answersAreJudged(int question, String answer, Kind kind) {
        assertThat(Lessons.questions().get(question).judge(RUN, answer).kind()).isEqualTo(kind);
        assertThat(Lessons.questions().get(question).judge(RUN, "").kind()).isEqualTo(Kind.NONE);
    }

    @Test
    void aNumberMayBeAsFarAwayAsItsToleranceAndTheMistakeIsRecognised() {
        LessonQuestion amount = Lessons.questions().get(2);
        double right = Double.parseDouble(amount.right(RUN).orElseThrow());
        assertThat(amount.judge(RUN, Double.toString(right + 0.0049)).kind()).isEqualTo(Kind.RIGHT);
        assertThat(amount.judge(RUN, Double.toString(right - 0.0051)).kind()).isEqualTo(Kind.WRONG);
        double mistaken = Math.tanh(RUN.trace().part("0.forward").value("h.pre").at(1, 0, 0) - 0.1);
        assertThat(amount.judge(RUN, Double.toString(mistaken)))
                .isEqualTo(new Verdict(Kind.KNOWN, "The bias is not all of it."));
    }

    @Test
    void whatTheRunDoesNotHaveHasNoRightAnswer() {
        LessonQuestion gone = new LessonQuestion.Sign("?", Lessons.h(7, 0), List.of());
        assertThat(gone.right(RUN)).isEmpty();
        assertThat(gone.judge(RUN, "zero").kind()).isEqualTo(Kind.GONE);
        LessonQuestion line = new LessonQuestion.Line("?", "3.forward", "h'", List.of());
        assertThat(line.choices(RUN)).isEmpty();
        assertThat(line.judge(RUN, "h'").kind()).isEqualTo(Kind.GONE);
        LessonQuestion equal = new LessonQuestion.Larger("?", Lessons.h(0, 0), Lessons.h(0, 0), List.of());
        assertThat(equal.right(RUN)).hasValue("equal");
    }

    @Test
    void anAnswerIsKeptAsItWasGiven() {
        OpenLesson open = OpenLesson.of(Lessons.lesson(), Example.SMALL_SEQUENCE.session());
        assertThat(open.isDone()).isFalse();
        assertThat(open.places()).containsExactly(open.step().place());
        OpenLesson answered = open.answered("positive");
        assertThat(answered.answer()).hasValue("positive");
        assertThat(answered.places())
                .containsExactly(open.step().place(), open.step().shown());
        assertThatThrownBy(() -> answered.answered("negative")).isInstanceOf(IllegalStateException.class);
        OpenLesson last = answered.at(99);
        assertThat(last.isLast() && last.isDone()).isTrue();
        assertThat(last.at(-1).answers()).isEqualTo(Map.of(0, "positive"));
        assertThatThrownBy(() -> new OpenLesson(Lessons.lesson(), 7, Map.of(), SESSION))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OpenLesson(Lessons.lesson(), 0, Map.of(6, "x"), SESSION))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void linksLeadToPlaces() {
        assertThat(Place.link("position 12").orElseThrow().position()).hasValue(12);
        assertThat(Place.link("opened step 0.forward h' 1 0 0"))
                .hasValueSatisfying(
                        place -> assertThat(place.view()).isEqualTo(Map.of("opened", "step 0.forward h' 1 0 0")));
        assertThat(Place.link("position -1")).isEqualTo(Optional.empty());
        assertThat(Place.link("lanes")).isEmpty();
    }

    /** Three steps: at none of them may a drawing be farther off than it says. */
    @Test
    void aDrawnCurveIsRightWhereItKeepsToTheRealOne() {
        Sketch sketch = Lessons.sketch();
        double[] right = AnsweredNumbers.of(sketch.right(RUN).orElseThrow());
        assertThat(right[0]).isCloseTo(FIRST, offset(1e-15));
        assertThat(sketch.judge(RUN, drawn(right, 0.09, -0.09, 0.09)).kind()).isEqualTo(Kind.RIGHT);
        assertThat(sketch.judge(RUN, drawn(right, 0.09, -0.11, 0.09)).kind()).isEqualTo(Kind.WRONG);
        assertThat(sketch.off(RUN, drawn(right, 0.2, -0.2, 0))).isEqualTo(2);
        assertThat(sketch.judge(RUN, "0.05 0 -0.45")).isEqualTo(new Verdict(Kind.KNOWN, "That is flat."));
        for (String no : List.of("0", "0 0 0 0", "a b c", "NaN NaN NaN")) {
            assertThat(sketch.judge(RUN, no).kind()).as(no).isEqualTo(Kind.WRONG);
        }
    }

    private static String drawn(double[] right, double... off) {
        return AnsweredNumbers.written(IntStream.range(0, right.length)
                .mapToObj(i -> right[i] + off[i])
                .toList());
    }

    @Test
    void aLongerCurveMayBeFartherOffAtOneStepInFive() {
        Reckoning zero = Reckoning.of("0");
        Sketch long10 = new Sketch("?", Collections.nCopies(10, zero), -1, 1, 0.1, List.of());
        assertThat(long10.judge(RUN, "1 1 0 0 0 0 0 0 0 0").kind()).isEqualTo(Kind.RIGHT);
        assertThat(long10.judge(RUN, "1 1 1 0 0 0 0 0 0 0").kind()).isEqualTo(Kind.WRONG);
        assertThatThrownBy(() -> new Sketch("?", List.of(zero), -1, 1, 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sketch("?", List.of(zero, zero), 1, 1, 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGoalIsReachedByAChangeAndKeepsWhatItReached() {
        Goal goal = Lessons.goal();
        assertThat(goal.isReached(RUN, SESSION)).isFalse();
        assertThat(goal.attempt(RUN, SESSION)).isEmpty();
        TableId bias = new TableId.Parameter("0.forward.b.h");
        Run far = Run.of(SESSION.edit(bias, old -> old.map(one -> -1)));
        assertThat(goal.attempt(far, SESSION)).hasValue("That is too much.");
        Run solved = Run.of(goal.solution().of(SESSION));
        assertThat(goal.isReached(solved, SESSION)).isTrue();
        assertThat(goal.isReached(solved, solved.session()))
                .as("something is to be changed")
                .isFalse();
        String kept = GoalAnswer.of(goal, solved, SESSION).written();
        assertThat(kept)
                .isEqualTo("+ `h` is nearly 0 (7e-4)\n+ one number was changed (1)\n= 0.forward.b.h[0, 0]: 1.0 → 0.0");
        assertThat(goal.judge(RUN, kept).kind()).as("whatever is changed later").isEqualTo(Kind.RIGHT);
        assertThat(goal.judge(RUN, GoalAnswer.of(goal, far, SESSION).written()).kind())
                .isEqualTo(Kind.WRONG);
        assertThat(goal.judge(RUN, "no").kind()).isEqualTo(Kind.WRONG);
        assertThat(goal.judge(RUN, "").kind()).isEqualTo(Kind.NONE);
    }

    @Test
    void changesAreWeightsInputsLinesAndMistakes() {
        Solution cell =
                new Solution(Map.of(), Optional.of(List.of("state h, c", "c' = c + x @ Wx.h", "h' = c'")), false);
        Session written = cell.of(SESSION);
        assertThat(SessionChanges.of(SESSION, written).first())
                .containsExactly("0.forward c': c' = c + x @ Wx.h", "0.forward h': h' = c'");
        assertThat(Reckoning.of("{state 0.forward c}").in(Run.of(written))).hasValue(1);
        assertThat(Reckoning.of("{state 0.forward c} + {state 7.forward h}").in(RUN))
                .hasValue(0);
        Session changed = SESSION.withMistake(Mistake.UPSTREAM_TWICE, true)
                .edit(new TableId.Input(0), input -> input.map(one -> 9));
        SessionChanges changes = SessionChanges.of(SESSION, changed);
        assertThat(changes.count())
                .isEqualTo(SESSION.steps() * SESSION.network().inputs() + 1);
        assertThat(changes.first()).hasSizeLessThanOrEqualTo(8);
        assertThat(SessionChanges.of(SESSION, SESSION).count()).isZero();
    }

    @Test
    void mistakesAreCountedAndASolutionTakesThemAway() {
        Session mistaken = SESSION.withMistake(Mistake.UPSTREAM_TWICE, true);
        Reckoning count = Reckoning.of("{mistakes}");
        assertThat(count.in(RUN)).hasValue(0);
        assertThat(count.in(Run.of(mistaken))).hasValue(1);
        assertThat(count.in(Run.of(Lessons.goal().solution().of(mistaken)))).hasValue(0);
        Solution cell = new Solution(Map.of(), Optional.of(List.of("state h", "h' = x @ W + h @ U")), false);
        assertThat(cell.of(SESSION).network().layers().getFirst().cell().lines())
                .hasSize(1);
    }

    @Test
    void locksBarWhatTheyAreFor() {
        Session weight = SESSION.edit(new TableId.Parameter("0.forward.b.h"), bias -> bias.map(one -> 0));
        Session input = SESSION.edit(new TableId.Input(0), table -> table.map(one -> 0));
        assertThat(Arrays.stream(Lock.values()).filter(lock -> lock.bars(SESSION, weight)))
                .containsExactly(Lock.WEIGHTS);
        assertThat(Arrays.stream(Lock.values()).filter(lock -> lock.bars(SESSION, input)))
                .containsExactly(Lock.INPUTS);
        assertThat(Arrays.stream(Lock.values())
                        .filter(lock -> lock.bars(SESSION, SESSION.withMistake(Mistake.UPSTREAM_TWICE, true))))
                .containsExactly(Lock.MISTAKES);
    }
}
