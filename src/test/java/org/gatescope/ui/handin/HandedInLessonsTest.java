package org.gatescope.ui.handin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
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
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class hands in its files. */
@SuppressWarnings("NullAway.Init")
class HandedInLessonsTest {
    private static final TableId WEIGHT = new TableId.Parameter("0.forward.Wh.h");

    @TempDir
    private Path folder;

    private Session session;
    private Lesson lesson;
    private double weight;

    @BeforeEach
    void prepare() {
        session = Example.SMALL_SEQUENCE.session();
        weight = session.table(WEIGHT).get(0, 0);
        Reckoning number = Reckoning.of("{given parameter 0.forward.Wh.h 0 0}");
        LessonQuestion amount = new LessonQuestion.Amount(
                "How large is `Wh.h`?", number, 0.001, List.of(new KnownAnswer("7", "That is the input.")));
        LessonQuestion words = new LessonQuestion.Words("Why?");
        lesson = new Lesson(
                "Weights",
                5,
                List.of(),
                List.of(step(Optional.empty()), step(Optional.of(amount)), step(Optional.of(words))));
    }

    private static LessonStep step(Optional<LessonQuestion> question) {
        return new LessonStep("Look.", Place.ANY, question, "", Place.ANY);
    }

    private Path write(String name, Session of, Lesson with, Map<Integer, String> answers) throws FormatException {
        Path file = folder.resolve(name + SessionFile.ENDING);
        SessionFile.write(
                new SavedSession(
                        of, 0, List.of(), List.of(), Map.of(), Optional.of(new OpenLesson(with, 0, answers, of))),
                file);
        return file;
    }

    private HandedInLessons read(Optional<SavedSession> reference) throws FormatException {
        return HandedInLessons.read(List.of(folder), reference, Progress.NONE);
    }

    private static List<Mark.Kind> kinds(HandedIn row) {
        return row.marks().stream().map(Mark::kind).toList();
    }

    @Test
    void eachAnswerIsMarkedAndOtherFilesAreNamed() throws Exception {
        write("anna", session, lesson, Map.of(1, String.valueOf(weight), 2, "=1+1"));
        write("ben", session, lesson, Map.of(1, "7.0", 2, ""));
        write("cem", session, lesson, Map.of(1, "-123.5"));
        write("dora", session, lesson, new TreeMap<>());
        Lesson other = new Lesson("Another", 5, List.of(), lesson.steps());
        write("else", session, other, Map.of());
        SessionFile.write(SavedSession.of(session), folder.resolve("none.gatescope"));
        Files.writeString(folder.resolve("torn.gatescope"), "{");
        Files.writeString(folder.resolve("notes.txt"), "no session");

        HandedInLessons read = read(Optional.empty());

        assertThat(read.lesson()).contains(lesson);
        assertThat(read.questions()).containsOnlyKeys(2, 3);
        assertThat(read.rows())
                .extracting(HandedIn::name)
                .containsExactly("anna", "ben", "cem", "dora", "else", "none", "torn");
        assertThat(kinds(read.rows().get(0))).containsExactly(Mark.Kind.RIGHT, Mark.Kind.WORDS);
        assertThat(kinds(read.rows().get(1))).containsExactly(Mark.Kind.KNOWN, Mark.Kind.SHOWN);
        assertThat(kinds(read.rows().get(2))).containsExactly(Mark.Kind.WRONG, Mark.Kind.OPEN);
        assertThat(kinds(read.rows().get(3))).containsExactly(Mark.Kind.OPEN, Mark.Kind.OPEN);
        assertThat(read.rows().get(0).score()).isEqualTo(1);
        assertThat(read.rows().get(4).problem()).contains("another lesson").contains("Another");
        assertThat(read.rows().get(5).problem()).isEqualTo("This session has no lesson.");
        assertThat(read.rows().get(6).problem()).isNotEmpty();
        assertThat(read.problems()).hasSize(3);
        assertThat(read.mistakes(0)).containsExactly(Map.entry("That is the input.", 1L));
        assertThat(read.counts(0)).containsEntry(Mark.Kind.RIGHT, 1L).containsEntry(Mark.Kind.OPEN, 1L);

        String csv = HandInCsv.of(read, true);
        assertThat(csv.lines()).hasSize(5).first().isEqualTo("file,step 2,step 2 is,step 3,step 3 is,right");
        assertThat(csv).contains("'=1+1").contains("−123.5,wrong").doesNotContain("'−");
        assertThat(HandInCsv.of(read, false)).doesNotContain("anna", "ben", "cem");
    }

    @Test
    void namesDoNotDecideTheOrderOfRowsWithoutNames() throws Exception {
        List<String> names = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
        String before = "";
        for (int i = 0; i < 3; i++) {
            for (int pupil = 0; pupil < names.size(); pupil++) {
                write(names.get(pupil), session, lesson, Map.of(1, pupil + ".25"));
            }
            String csv = HandInCsv.of(read(Optional.empty()), false);
            assertThat(before.isEmpty() || before.equals(csv)).isTrue();
            before = csv;
            Collections.rotate(names, 1);
        }
    }

    @Test
    void whoChangedWeightsIsJudgedByTheLessonAsItWasHandedOut() throws Exception {
        Session changed = session.edit(WEIGHT, table -> table.with(0, 0, weight + 1));
        write("anna", changed, lesson, Map.of(1, String.valueOf(weight + 1)));
        SavedSession original = SessionFile.read(write("original", session, lesson, Map.of()));
        assertThat(kinds(read(Optional.empty()).rows().getFirst())).startsWith(Mark.Kind.RIGHT);
        assertThat(kinds(read(Optional.of(original)).rows().getFirst())).startsWith(Mark.Kind.WRONG);
    }

    @Test
    void aLessonThatComesAlongIsKnown() throws Exception {
        SavedSession saved = SessionJson.read(FinishedLesson.ONE_NUMBER.file());
        Lesson along = saved.lesson().orElseThrow().lesson();
        Session changed = saved.session().edit(new TableId.Parameter("0.forward.Wx.h"), table -> table.with(0, 0, 100));
        write("anna", changed, along, Map.of(0, "200.0"));
        write("ben", saved.session(), along, Map.of(0, "2.0"));
        HandedInLessons read = read(Optional.empty());
        assertThat(read.rows().get(0).marks().getFirst().kind()).isNotEqualTo(Mark.Kind.RIGHT);
        assertThat(read.rows().get(1).marks().getFirst().kind()).isEqualTo(Mark.Kind.RIGHT);
    }

    @Test
    void tooManyFilesAreRefused() throws IOException, FormatException {
        for (int i = 0; i <= HandedInLessons.MOST_FILES; i++) {
            Files.createFile(folder.resolve(i + SessionFile.ENDING));
        }
        assertThatThrownBy(() -> read(Optional.empty())).hasMessageContaining("At most 500");
        assertThat(HandedInLessons.read(List.of(folder.resolve("gone.gatescope")), Optional.empty(), Progress.NONE)
                        .problems())
                .hasSize(1);
    }
}
