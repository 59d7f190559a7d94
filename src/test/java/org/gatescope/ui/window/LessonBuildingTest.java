package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.gatescope.format.session.SavedSession;
import org.gatescope.lesson.AnsweredNumbers;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Lessons;
import org.gatescope.lesson.OpenLesson;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.junit.jupiter.api.Test;

/** A lesson in which one draws, changes something, and comes to a step with a session of its own. */
class LessonBuildingTest extends WindowScene {
    private static final String BIAS = "b.h";
    private static final Session OPENING = Example.SMALL_SEQUENCE.session();

    @Override
    protected Session first() {
        return Example.SENTENCE.session();
    }

    private void begin(int step) {
        OpenLesson lesson = OpenLesson.of(Lessons.building(), OPENING).at(step);
        robot.interact(() -> window.begin(
                new SavedSession(OPENING, 1, List.of(), List.of(), Map.of(), Optional.of(lesson)), "Open"));
        settle();
    }

    private void fire(String id) {
        robot.interact(() -> ((ButtonBase) node(id)).fire());
        settle();
    }

    private boolean isOff(String id) {
        return onWindow(() -> node(id).isDisabled());
    }

    private OpenLesson now() {
        return onWindow(() -> window.lesson().orElseThrow());
    }

    private Point2D inPad(double x, double y) {
        return onWindow(() -> {
            Node pad = node("lesson-sketch");
            Bounds bounds = pad.getLayoutBounds();
            return pad.localToScreen(x * bounds.getWidth(), y * bounds.getHeight());
        });
    }

    private double bias(int unit) {
        return session().table(new TableId.Parameter("0.forward.b.h")).get(0, unit);
    }

    @Test
    void aCurveIsDrawnWithTheMouseOrByKeysAndTheRealOneIsDrawnOverIt() {
        begin(0);
        assertThat(isOff("lesson-answer")).as("nothing is drawn").isTrue();
        drag(inPad(0.15, 0.5), inPad(0.97, 0.5));
        assertThat(isOff("lesson-answer")).isFalse();
        begin(0);
        robot.interact(() -> window.root().requestFocus());
        type(KeyCode.SPACE);
        assertThat(onWindow(() -> node("lesson-sketch").isFocused())).isTrue();
        type(KeyCode.UP, 15);
        assertThat(onWindow(() -> node("lesson-sketch").getAccessibleText())).isEqualTo("Step 0: 1");
        type(KeyCode.DOWN, 2);
        type(KeyCode.RIGHT);
        type(KeyCode.UP, 8);
        assertThat(isOff("lesson-answer")).as("a step is still open").isTrue();
        type(KeyCode.RIGHT);
        type(KeyCode.UP, 8);
        type(KeyCode.ENTER);
        assertThat(AnsweredNumbers.of(Objects.requireNonNull(now().answers().get(0))))
                .containsExactly(new double[] {0.8, 0.8, 0.8}, offset(1e-9));
        assertThat(text("lesson-verdict")).isEqualTo("Right: your curve keeps to it at every step.");
        assertThat(onWindow(() -> node("lesson-sketch").getAccessibleText())).startsWith("You drew 0.8, 0.8, 0.8.");
        assertThat(onWindow(() -> node("lesson-sketch").isFocusTraversable())).isFalse();
    }

    @Test
    void aGoalIsFollowedInTheTablesCheckedAndKeptAndIsNotThereInOtherSteps() {
        begin(0);
        fire("left-tables");
        change("5");
        assertThat(bias(0)).as("locked").isEqualTo(1);
        assertThat(notice()).isEqualTo("This step of the lesson keeps the weights as they are.");
        fire("left-lesson");
        fire("lesson-skip");
        fire("lesson-next");
        assertThat(conditions()).containsExactly(false, false);
        fire("lesson-answer");
        assertThat(refusal()).isEqualTo("Not yet. The lines with an empty circle are still open.");
        fire("left-tables");
        change("-1");
        assertThat(conditions()).containsExactly(false, true);
        fire("lesson-check");
        assertThat(refusal()).isEqualTo("That is too much.");
        fire("left-tables");
        change("0");
        assertThat(conditions()).containsExactly(true, true);
        fire("lesson-check");
        assertThat(text("lesson-verdict")).isEqualTo("Done.");
        assertThat(now().answers().get(1))
                .isEqualTo("+ `h` is nearly 0 (7e-4)\n+ one number was changed (1)\n= 0.forward.b.h[0, 0]: 1.0 → 0.0");
        fire("lesson-next");
        assertThat(session()).isEqualTo(Lessons.other());
        fire("lesson-back");
        assertThat(bias(0)).as("what was made").isZero();
        assertThat(bias(1)).isEqualTo(1);
        fire("lesson-back");
        assertThat(session()).isEqualTo(OPENING);
        fire("lesson-next");
        fire("lesson-restart");
        assertThat(session()).isEqualTo(OPENING);
    }

    @Test
    void whoGivesUpIsShownASolution() {
        begin(1);
        fire("lesson-skip");
        assertThat(bias(0)).isZero();
        assertThat(text("lesson-verdict")).isEqualTo("This is one way to do it. Undo takes it back.");
    }

    @Test
    void undoPastItsOpeningPutsItAwayAndRedoBringsItBack() {
        begin(0);
        fire("lesson-skip");
        OpenLesson answered = now();
        robot.interact(workbench::undo);
        assertThat(onWindow(() -> window.lesson())).isEmpty();
        robot.interact(workbench::redo);
        assertThat(onWindow(() -> window.lesson())).hasValue(answered);
        robot.interact(() -> workbench.open("Another", first()));
        robot.interact(workbench::undo);
        assertThat(onWindow(() -> window.lesson())).hasValue(answered);
        robot.interact(workbench::redo);
        assertThat(onWindow(() -> window.lesson())).isEmpty();
        settle();
    }

    private List<Boolean> conditions() {
        return onWindow(() -> every(".lesson-condition").stream()
                .map(line -> line.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("holds")))
                .toList());
    }

    private String refusal() {
        return onWindow(() -> ((Labeled) node("lesson").lookup(".problem")).getText());
    }

    private void change(String typed) {
        clickCell(BIAS, 0, 0);
        write(typed);
        type(KeyCode.ENTER);
    }
}
