package org.gatescope.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionJson;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.FinishedLesson;
import org.gatescope.lesson.KnownAnswer;
import org.gatescope.lesson.Lesson;
import org.gatescope.lesson.LessonQuestion;
import org.gatescope.lesson.LessonStep;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.lesson.Place;
import org.gatescope.lesson.Reckoning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TeacherPageTest {
    @ParameterizedTest
    @EnumSource
    void everyLessonThatComesAlongHasAPage(FinishedLesson finished) throws Exception {
        String page = TeacherPage.html(SessionJson.read(finished.file())).orElseThrow();
        assertThat(page)
                .contains("<h1>")
                .contains("Right: ")
                .doesNotContain("`")
                .doesNotContain("NaN");
    }

    @Test
    void answersHaveTheNumbersOfTheRunAndTextsStayTexts() {
        LessonQuestion question = new LessonQuestion.Amount(
                "<b>How</b> *much* is `h_1`, [there](position 3)?",
                Reckoning.of("1 / 4"),
                0.1,
                List.of(new KnownAnswer("2 * 3", "Twice & thrice.")));
        LessonStep step = new LessonStep(
                "Look.", Place.ANY, Optional.of(question), "So it is.", Place.ANY, "Wait <here>.", Set.of());
        Lesson lesson = new Lesson("<script>", 1, List.of("a < b"), List.of(step));
        String page = TeacherPage.html(new SavedSession(
                        Example.SMALL_SEQUENCE.session(),
                        0,
                        List.of(),
                        List.of(),
                        Map.of(),
                        Optional.of(OpenLesson.of(lesson, Example.SMALL_SEQUENCE.session()))))
                .orElseThrow();
        assertThat(page)
                .contains("&lt;script&gt;", "a &lt; b", "About one minute", "&lt;b&gt;How&lt;/b&gt; <b>much</b> is")
                .contains(
                        "Right: 0.25",
                        "<td>6</td>",
                        "Twice &amp; thrice.",
                        "So it is.",
                        "Wait &lt;here&gt;.",
                        ", there?")
                .doesNotContain("position 3");
        assertThat(TeacherPage.html(SavedSession.of(Example.SMALL_SEQUENCE.session())))
                .isEmpty();
    }
}
