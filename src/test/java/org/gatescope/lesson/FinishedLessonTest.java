package org.gatescope.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.WrittenNumber;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SessionJson;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the lessons that come along ask, beside what comes out by hand or in NumPy: never from their own numbers. */
class FinishedLessonTest {
    private static final String CHANGE = "-";

    private static OpenLesson open(FinishedLesson lesson) throws FormatException {
        return SessionJson.read(lesson.file()).lesson().orElseThrow();
    }

    private static LessonQuestion question(OpenLesson step) {
        return step.step().question().orElseThrow();
    }

    /** A line for each lesson: its answers in order, a curve as its heights; {@code -} for words and for something to change. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ONE_NUMBER | 2; positive; 4.5; 0.5; larger; zero; -; -
            SUM_OVER_TIME | 3; 0.5; 0.25 0.5 1; 1; equal; zero; 2; -; -
            SATURATION | 0.9993293; smaller; 0.00134095; 0.00134095 0.78669145 0.94851298 0.35152436; smaller; -; -
            VANISHING | 0.125; 1 0.5 0.25 0.125 0.0625 0.03125 0.015625 0.0078125; 0.0078125; -; larger; negative; smaller; 0.0078125
            CELL_STATE | smaller; c'; larger; larger; 0; larger; smaller; -; -
            FORGET_BIAS | 0.5; 0.946688 0.473344 0.236672 0.118336 0.059168 0.029584 0.014792 0.007396 0.003698 0.001849; 0.001953125; 0.73106; -; f; -
            TRUNCATION | 1; 1; zero; 0; -; smaller; -
            BIDIRECTIONAL | 3; 9; 15 14 12 9 5; 2; 2; 3; -; -
            NEXT_WORD | larger; 0.6931472; negative; 2; -; 0.6931472; -
            MISTAKE | 4.5; 0.5; 2; smaller; -; -; 0.5; c'; -
            JACOBIAN | 4; zero; 4; 4.06202; 1.41421 4.06202 4.01559 3.00520 2.00195 1.25078; equal; -; -
            MIN_GRU | 2; larger; z; negative; 0.25; 10; -; -
            """)
    void rightIsWhatComesOutByHand(FinishedLesson lesson, String answers) throws FormatException {
        String[] byHand = answers.split("; ");
        OpenLesson open = open(lesson);
        assertThat(byHand).hasSize(open.lesson().steps().size());
        for (int i = 0; i < byHand.length; i++) {
            OpenLesson step = open.at(i);
            String right = question(step).right(Run.of(step.begin())).orElse(CHANGE);
            if (right.matches("[-\\d].*\\d.*")) {
                assertThat(AnsweredNumbers.of(right))
                        .as("step %d", i + 1)
                        .containsExactly(AnsweredNumbers.of(byHand[i]), offset(1e-5));
            } else {
                assertThat(right).as("step %d", i + 1).isEqualTo(byHand[i]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachAsksInSeveralWaysAndFitsALesson(FinishedLesson lesson) throws FormatException {
        List<LessonStep> steps = open(lesson).lesson().steps();
        assertThat(steps).hasSizeBetween(6, 9);
        assertThat(steps.stream()
                        .flatMap(step -> step.question().stream())
                        .map(LessonQuestion::getClass)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(steps).anySatisfy(step -> assertThat(step.question()).containsInstanceOf(Goal.class));
        assertThat(steps)
                .as("for whoever speaks")
                .anySatisfy(step -> assertThat(step.notes()).isNotEmpty());
        assertThat(lesson.file()).hasSizeLessThan(60_000);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsToBeChangedIsNotThereYetAndTheSolutionLeadsThere(FinishedLesson lesson) throws FormatException {
        OpenLesson open = open(lesson);
        for (int i = 0; i < open.lesson().steps().size(); i++) {
            OpenLesson step = open.at(i);
            if (question(step) instanceof Goal goal) {
                Session begin = step.begin();
                assertThat(goal.isReached(Run.of(begin), begin))
                        .as(goal.prompt())
                        .isFalse();
                Run solved = Run.of(goal.solution().of(begin));
                assertThat(goal.isReached(solved, begin)).as(goal.prompt()).isTrue();
            }
        }
    }

    /** Steps count from 0. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ONE_NUMBER | 6 | given parameter 0.forward.Wh.h 0 0 | 1 | It adds up, but each input counts twice.
            ONE_NUMBER | 6 | given parameter 0.forward.Wx.h 0 0 | 1 | The first state is right.
            ONE_NUMBER | 6 | given parameter 0.forward.b.h 0 0 | 1 | It grows by itself
            ONE_NUMBER | 6 | given parameter 0.forward.Wh.h 0 0 | 0 | It forgets
            SUM_OVER_TIME | 7 | given input 0 2 0 | 4 | The last input does not matter
            SUM_OVER_TIME | 7 | given input 0 1 0 | 0.5 | The right place. More
            CELL_STATE | 7 | given parameter 0.forward.b.f 0 0 | 0 | Some units still hold
            BIDIRECTIONAL | 6 | given input 0 0 0 | 7 | The forward direction has noticed
            BIDIRECTIONAL | 6 | given input 0 2 0 | 4 | The right place. 14 was there
            JACOBIAN | 6 | given parameter 0.forward.Wh.h 0 0 | 2 | It explodes
            JACOBIAN | 6 | given parameter 0.forward.Wh.h 0 1 | 0 | It fades
            """)
    void changesThatDoNotLeadThereAreRecognised(
            FinishedLesson lesson, int step, String number, double value, String said) throws FormatException {
        OpenLesson open = open(lesson).at(step);
        Given given = (Given) WrittenNumber.read(number).orElseThrow();
        Session changed = new Solution(Map.of(given, value), Optional.empty(), false).of(open.begin());
        Goal goal = (Goal) question(open);
        assertThat(goal.isReached(Run.of(changed), open.begin())).isFalse();
        assertThat(goal.attempt(Run.of(changed), open.begin()))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith(said));
    }
}
