package org.gatescope.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        OpenLesson open = OpenLesson.of(Lessons.lesson());
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
        assertThatThrownBy(() -> new OpenLesson(Lessons.lesson(), 7, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OpenLesson(Lessons.lesson(), 0, Map.of(6, "x")))
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
}
