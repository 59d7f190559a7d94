package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionJson;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.FinishedLesson;
import org.gatescope.lesson.Lesson;
import org.gatescope.lesson.LessonQuestion;
import org.gatescope.lesson.LessonStep;
import org.gatescope.lesson.Lock;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.lesson.Place;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;

/** A lesson is written by the form at the left, with keys and buttons. */
class LessonEditingTest extends WindowScene {
    @Override
    protected Session first() {
        return Example.SMALL_SEQUENCE.session();
    }

    private void begin() {
        robot.interact(window::newLesson);
        settle();
    }

    private void fire(String id) {
        robot.interact(() -> ((ButtonBase) node(id)).fire());
        settle();
    }

    private void write(String id, String text) {
        robot.interact(() -> {
            node(id).requestFocus();
            ((TextInputControl) node(id)).setText(text);
        });
        settle();
    }

    private void choose(int kind) {
        robot.interact(
                () -> ((ComboBox<?>) node("edit-kind")).getSelectionModel().select(kind));
        settle();
    }

    private Lesson lesson() {
        return onWindow(() -> window.lesson().orElseThrow().lesson());
    }

    private String problem(String entry) {
        return onWindow(() -> ((Label) node("edit-" + entry + "-problem")).getText());
    }

    private void press(KeyCode... keys) {
        robot.press(keys).release(keys);
        settle();
    }

    @Test
    void aLessonIsWrittenPreviewedAndHandedOut() throws Exception {
        begin();
        write("edit-title", "Signs");
        write("edit-minutes", "0");
        assertThat(problem("minutes")).startsWith("Minutes are a whole number");
        write("edit-minutes", "5");
        write("edit-goals", "what a sign is\n\nwhat none is");
        robot.interact(() -> node("edit-text").requestFocus());
        robot.write("Look.");
        assertThat(lesson())
                .isEqualTo(new Lesson(
                        "Signs",
                        5,
                        List.of("what a sign is", "what none is"),
                        List.of(lesson().steps().getFirst())));
        assertThat(lesson().steps().getFirst().text()).isEqualTo("Look.");

        press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(lesson().steps().getFirst().text()).as("one change").isEmpty();
        press(KeyCode.CONTROL, KeyCode.Y);
        assertThat(lesson().steps().getFirst().text()).isEqualTo("Look.");

        choose(1);
        assertThat(problem("prompt")).isEqualTo("Say what is asked.");
        assertThat(text("edit-status")).contains("step 1");
        assertThat(lesson().steps().getFirst().question()).isEmpty();
        write("edit-prompt", "Which sign?");
        fire("edit-number-open");
        assertThat(problem("number")).as("no number is open").isNotEmpty();
        robot.interact(() -> {
            workbench.move(now -> now.at(4));
            window.selection()
                    .opened()
                    .set(org.gatescope.explain.WrittenNumber.read("step 0.forward h' 0 0 0")
                            .orElseThrow());
        });
        fire("edit-number-open");
        fire("edit-shown-now");
        fire("edit-lock-weights");
        fire("edit-known-add");
        write("edit-known-0-answer", "zero");
        write("edit-known-0-sentence", "Without the input.");
        LessonStep step = lesson().steps().getFirst();
        LessonQuestion question = step.question().orElseThrow();
        assertThat(question.judge(run(), "zero").sentence()).isEqualTo("Without the input.");
        assertThat(step.shown().position()).hasValue(4);
        assertThat(step.shown().view())
                .containsEntry(Place.OPENED, "step 0.forward h' 0 0 0")
                .containsKey("panels");
        assertThat(step.locks()).containsExactly(Lock.WEIGHTS);
        assertThat(text("edit-status")).isEmpty();

        robot.interact(() -> ((TextInputControl) node("edit-text")).selectAll());
        fire("edit-text-link");
        assertThat(lesson().steps().getFirst().text()).isEqualTo("[Look.](opened step 0.forward h' 0 0 0)");

        fire("left-lesson");
        assertThat(text("lesson-place")).isEqualTo("Step 1 of 1");
        robot.interact(() -> ((ToggleButton) node("lesson-choice-zero")).setSelected(true));
        fire("lesson-answer");
        assertThat(text("lesson-verdict")).contains("Without the input.");
        fire("left-edit");
        assertThat(onWindow(() -> window.lesson().orElseThrow().answers())).isEmpty();

        SavedSession saved = onWindow(() -> new SavedSession(
                        workbench.session().get(), 0, List.of(), List.of(), window.view(), window.lesson())
                .handedOut());
        SavedSession read = SessionJson.read(SessionJson.write(saved));
        assertThat(read.lesson()).contains(OpenLesson.of(lesson(), saved.session()));
        assertThat(read.view()).isEqualTo(Map.of());
        fire("edit-done");
        assertThat(onWindow(window::isEditingLesson)).isFalse();
        assertThat(text("lesson-place")).isEqualTo("Step 1 of 1");
    }

    private org.gatescope.session.Run run() {
        return onWindow(() -> workbench.shown().get().run());
    }

    private List<String> texts() {
        return lesson().steps().stream().map(LessonStep::text).toList();
    }

    @Test
    void stepsAreAddedMovedAndDeletedByKeys() {
        begin();
        write("edit-text", "one");
        robot.interact(() -> node("edit-steps").requestFocus());
        press(KeyCode.INSERT);
        write("edit-text", "two");
        robot.interact(() -> node("edit-steps").requestFocus());
        press(KeyCode.CONTROL, KeyCode.D);
        assertThat(texts()).containsExactly("one", "two", "two");
        press(KeyCode.UP);
        press(KeyCode.ALT, KeyCode.UP);
        assertThat(texts()).containsExactly("two", "one", "two");
        press(KeyCode.DELETE);
        assertThat(texts()).containsExactly("one", "two");
        press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(texts()).containsExactly("two", "one", "two");
        press(KeyCode.ALT, KeyCode.DOWN);
        assertThat(texts()).containsExactly("one", "two", "two");
        press(KeyCode.DELETE);
        press(KeyCode.DELETE);
        press(KeyCode.DELETE);
        assertThat(texts()).as("the last one stays").hasSize(1);
        robot.interact(() -> workbench.open("another", Example.SMALL_SEQUENCE_LSTM.session(), end -> end));
        settle();
        assertThat(onWindow(window::isEditingLesson)).isFalse();
        assertThat(onWindow(window::lesson)).isEqualTo(Optional.empty());
    }

    @Test
    void aKindIsChosenByTheArrowsOfTheOpenList() {
        begin();
        ComboBox<?> kinds = (ComboBox<?>) node("edit-kind");
        robot.interact(() -> {
            kinds.requestFocus();
            kinds.show();
        });
        settle();
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        assertThat(onWindow(kinds::isShowing)).as("the list stays open").isTrue();
        press(KeyCode.ENTER);
        assertThat(onWindow(() -> ((ComboBox<?>) node("edit-kind")).getValue())).hasToString("Optional[AMOUNT]");
    }

    @Test
    void aStepWithASessionOfItsOwnIsCompleteWhileAnotherIsLookedAt() throws Exception {
        SavedSession saved = SessionJson.read(FinishedLesson.MISTAKE.file());
        robot.interact(() -> window.begin(saved, "lesson"));
        settle();
        robot.interact(window::editLesson);
        settle();
        assertThat(text("edit-status")).isEmpty();
    }
}
