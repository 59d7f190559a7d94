package org.gatescope.format.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.format.FormatException;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Lesson;
import org.gatescope.lesson.LessonStep;
import org.gatescope.lesson.Lessons;
import org.gatescope.lesson.OpenLesson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lesson and its answers are kept in the session's file. */
class LessonJsonTest {
    static SavedSession saved() {
        return new SavedSession(
                Example.SMALL_SEQUENCE.session(),
                3,
                List.of(),
                List.of(),
                Map.of(),
                Optional.of(new OpenLesson(
                        Lessons.lesson(),
                        2,
                        Map.of(0, "positive", 2, "0.76", 5, "“So”\n", 3, ""),
                        Example.SMALL_SEQUENCE.session())));
    }

    private static SavedSession building() {
        OpenLesson open = new OpenLesson(
                Lessons.building(), 1, Map.of(0, "0 0.5 0.75", 1, "+ `h` is nearly 0 (0.001)"), Lessons.other());
        return new SavedSession(Example.SMALL_SEQUENCE.session(), 3, List.of(), List.of(), Map.of(), Optional.of(open));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "low": -1 | "low": 2 | “lesson.steps[0].question.low” should be below “high”.
            "0; 0; -0.5" | "0; 0" | “lesson.steps[0].question.known” should have a number for each of the 3 steps, with semicolons between them, but has “0; 0”.
            "is": "equal" | "is": "near" | “lesson.steps[1].question.conditions[0].is” cannot be “near”. It can be: smaller, equal, larger.
            "given parameter 0.forward.b.h 0 0" | "loss" | “lesson.steps[1].question.asks” cannot be worked out: “loss” is no number of a run.
            "weights" | "keys" | “lesson.steps[0].locks” cannot be “keys”. It can be: weights, inputs, network, mistakes.
            b.h 0 0": 0 | b.h 0 7": 0 | “lesson.steps[1].question.solution” cannot be done in this session.
            "start": {} | "start": {"steps": -1} | “lesson.steps[2].start” is no session: “steps” should be a whole number from 0 to 10000000.
            "start": {} | "start": {"lesson": {}} | “lesson.steps[2].start” is no session: “lesson” is not known to this version of Gatescope.
            "start": {} | "start": {"network": null} | “lesson.steps[2].start” is no session: “network” is missing.
            "start": {} | "start": {"steps": 9000000, "lengths": [9000000], "input": 0, "upstream": 0} | “lesson.steps[2].start” is no session: The tables of this session need
            """)
    void whatIsWrongWithACurveOrAGoalIsSaid(String was, String is, String sentence) {
        String text = new String(SessionJson.write(building()), StandardCharsets.UTF_8);
        String changed = text.replace(was, is);
        assertThat(changed).isNotEqualTo(text);
        assertThatThrownBy(() -> SessionJson.read(changed.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void aLessonHasOnlySoManySessions() {
        LessonStep step = Lessons.building().steps().getLast();
        Lesson many = new Lesson("Many", 1, List.of(), Collections.nCopies(33, step));
        SavedSession saved = new SavedSession(
                Lessons.other(), 0, List.of(), List.of(), Map.of(), Optional.of(OpenLesson.of(many, Lessons.other())));
        assertThatThrownBy(() -> SessionJson.read(SessionJson.write(saved)))
                .hasMessage("The steps of a lesson can have up to 32 sessions of their own; this lesson has more.");
    }

    private static String text() {
        return new String(SessionJson.write(saved()), StandardCharsets.UTF_8);
    }

    @Test
    void itIsReadBackAsItWas() throws FormatException {
        assertThat(SessionJson.read(SessionJson.write(saved()))).isEqualTo(saved());
        assertThat(SessionJson.read(SessionJson.write(building()))).isEqualTo(building());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "minutes": 5 | "minutes": 0 | “lesson.minutes” should be a whole number from 1 to 10000.
            "at": 2 | "at": 7 | “lesson.at” should be a whole number from 0 to 6.
            "0": "positive" | "6": "positive" | “lesson.answers.6” is not known to this version of Gatescope.
            "0": "positive" | "0": 1 | “lesson.answers.0” should be a text.
            "asks": "unit" | "asks": "guess" | “lesson.steps[3].question.asks” cannot be “guess”. It can be: sign, larger, number, unit, line, words, sketch, goal.
            "tolerance": 0.005 | "tolerance": "NaN" | “lesson.steps[2].question.tolerance” should be a number of at least 0.
            "number": "{step 0.forward h' 1 0 0}" | "number": "{step nowhere}" | “lesson.steps[1].question.asks” cannot be worked out: “step nowhere” is no number of a run.
            "position": 2 | "position": 2000 | “lesson.steps[0].shown.position” should be a whole number from 0 to 33.
            "reveal": "So." | "revel": "So." | “lesson.steps[0].reveal” is missing.
            tanh({step | tanh(({step | “lesson.steps[2].question.asks”, column 16: expected “)” to close the “(” at column 5, but found the end of the line
            """)
    void whatIsWrongIsSaidInASentence(String was, String is, String sentence) {
        String changed =
                text().replaceFirst(java.util.regex.Pattern.quote(was), java.util.regex.Matcher.quoteReplacement(is));
        assertThat(changed).isNotEqualTo(text());
        assertThatThrownBy(() -> SessionJson.read(changed.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FormatException.class)
                .hasMessage(sentence);
    }

    @Test
    void aLessonWithoutStepsIsRefused() {
        String none = text().replaceFirst("(?s)\"steps\": \\[.*\\],(\\s*\"at\")", "\"steps\": [],$1");
        assertThatThrownBy(() -> SessionJson.read(none.getBytes(StandardCharsets.UTF_8)))
                .hasMessage("“lesson.steps” should have from 1 to 1000 steps, but has 0.");
    }
}
