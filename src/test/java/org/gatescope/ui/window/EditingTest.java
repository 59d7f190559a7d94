package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.gatescope.Wording;
import org.gatescope.picture.Palette;
import org.gatescope.session.OneLayer;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.ui.control.KeyText;
import org.junit.jupiter.api.Test;

/** Numbers are changed in the tables, and the lanes show at once what comes of it. */
class EditingTest extends WindowScene {
    private static final List<String> LANES = List.of("h.pre", "h'", "d.h'", "d.h.pre", "d.x");

    @Test
    void aTypedWeightChangesTheLanesAtOnce() {
        List<Screenshot> before = lanes();
        clickCell("Wh.h", 1, 2);
        write("0,5");
        type(KeyCode.ENTER);
        assertThat(weight("Wh.h", 1, 2)).isEqualTo(0.5);
        assertThat(grid("Wh.h").getAccessibleText()).contains("W_hh", "row h2", "column 2");
        List<Screenshot> after = lanes();
        for (int lane = 0; lane < LANES.size() - 3; lane++) {
            assertThat(after.get(lane)).as(LANES.get(lane)).isNotEqualTo(before.get(lane));
        }
    }

    @Test
    void undoAndRedoBringBackThePictureExactly() {
        List<Screenshot> before = lanes();
        clickCell("b.h", 0, 1);
        write("-1");
        type(KeyCode.ENTER);
        List<Screenshot> after = lanes();
        assertThat(after).doesNotContainAnyElementsOf(before);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(lanes()).isEqualTo(before);
        assertThat(weight("b.h", 0, 1)).isEqualTo(1);
        chord(KeyCode.Y, KeyCode.CONTROL);
        assertThat(lanes()).isEqualTo(after);
        chord(KeyCode.Z, KeyCode.CONTROL);
        chord(KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
        assertThat(lanes()).isEqualTo(after);
    }

    /** The first of the two clicks unfolds it, and another square comes under the pointer. */
    @Test
    void aDoubleClickOnAFoldedLaneEditsTheSquareThatWasPointedAt() {
        robot.interact(() -> window.restore(Map.of("folds", Folds.written(Map.of("x", true)))));
        settle();
        doubleClick(onWindow(
                () -> squares("x").localToScreen(axis().centre(1), squares("x").getHeight() - 1)));
        assertThat(editor("input").isVisible()).isTrue();
        write("0.7");
        type(KeyCode.ENTER);
        int last = OneLayer.sizes(session()).inputs() - 1;
        assertThat(number(new TableId.Input(0), 1, last)).isEqualTo(0.7);
    }

    @Test
    void whileACellIsTypedUndoIsTheTextsOwn() {
        setSize("hidden", "5");
        clickCell("Wh.h", 4, 4);
        write("7");
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(size("hidden"))
                .as("the session is not undone under the editor")
                .isEqualTo("5");
        assertThat(editor("Wh.h").isVisible()).isTrue();
        type(KeyCode.ESCAPE);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(size("hidden")).isEqualTo("4");
        assertThat(unhandled()).isEmpty();
    }

    @Test
    void theButtonsNameTheStepThatTheyTakeBackOrDoAgain() {
        Button undo = (Button) node("undo");
        Button redo = (Button) node("redo");
        assertThat(List.of(undo, redo)).allMatch(Node::isDisabled);
        assertThat(undo.getAccessibleText()).is(saying("ui.window:undo"));
        clickCell("Wh.h", 0, 0);
        write("2");
        type(KeyCode.ENTER);
        clickCell("b.h", 0, 0);
        type(KeyCode.DELETE);
        assertThat(undo.isDisabled()).isFalse();
        assertThat(undo.getAccessibleText()).isEqualTo("Undo: clear b_h");
        assertThat(tooltip(undo))
                .isEqualTo(KeyText.with(
                        "Undo: clear b_h", new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN)));
        assertThat(redo.isDisabled()).isTrue();
        click(undo);
        assertThat(undo.getAccessibleText()).isEqualTo("Undo: edit W_hh");
        assertThat(tooltip(redo))
                .isEqualTo(KeyText.with(
                        "Redo: clear b_h", new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN)));
        click(undo);
        assertThat(undo.isDisabled()).isTrue();
        assertThat(redo.getAccessibleText()).isEqualTo("Redo: edit W_hh");
        click(redo);
        assertThat(weight("Wh.h", 0, 0)).isEqualTo(2);
        clickCell("b.h", 0, 1);
        type(KeyCode.DELETE);
        assertThat(redo.isDisabled()).as("a new edit forgets what was undone").isTrue();
    }

    @Test
    void whatChangesNothingIsNoStep() {
        clickCell("initial h", 0, 0);
        type(KeyCode.DELETE);
        assertThat(node("undo").isDisabled()).isTrue();
        assertThat(onWindow(() -> workbench.undoLabel())).isEmpty();
    }

    @Test
    void aBlockIsPastedAndCopiedOutAgain() {
        copyToClipboard("1\t2\t3\t4\n0,5\t-1\t1e-3\t0\n7\t8\t9\t10");
        clickCell("Wh.h", 1, 0);
        List<Screenshot> before = lanes();
        chord(KeyCode.V, KeyCode.CONTROL);
        assertThat(lanes()).doesNotContainAnyElementsOf(before.subList(0, 2));
        assertThat(weight("Wh.h", 0, 0)).isEqualTo(0.01);
        assertThat(weight("Wh.h", 1, 0)).isEqualTo(1);
        assertThat(weight("Wh.h", 2, 0)).isEqualTo(0.5);
        assertThat(weight("Wh.h", 2, 2)).isEqualTo(0.001);
        assertThat(weight("Wh.h", 3, 3)).isEqualTo(10);
        copyToClipboard("");
        chord(KeyCode.C, KeyCode.CONTROL);
        assertThat(clipboard().strip().split("[\t\n]"))
                .extracting(Double::parseDouble)
                .containsExactly(1.0, 2.0, 3.0, 4.0, 0.5, -1.0, 0.001, 0.0, 7.0, 8.0, 9.0, 10.0);
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(lanes()).isEqualTo(before);
        assertThat(node("undo").isDisabled()).as("a paste is one step").isTrue();
    }

    @Test
    void aBlockWithoutRoomIsRefusedAndNothingChanges() {
        Session session = session();
        copyToClipboard("1\t2\t3\t4\n1\t2\t3\t4\n1\t2\t3\t4");
        clickCell("Wh.h", 2, 0);
        chord(KeyCode.V, KeyCode.CONTROL);
        awaitNote(note -> note.contains("3 rows") && note.contains("2 rows"));
        assertThat(session()).isSameAs(session);
    }

    @Test
    void whatIsNoNumberStaysInTheEditorWithTheReason() {
        Session session = session();
        List<Screenshot> before = lanes();
        clickCell("Wh.h", 1, 2);
        write("abc");
        type(KeyCode.ENTER);
        assertThat(editor("Wh.h").isVisible()).isTrue();
        assertThat(editor("Wh.h").getText()).isEqualTo("abc");
        awaitNote(note -> note.contains("“abc” is not a number"));
        assertThat(session()).isSameAs(session);
        assertThat(lanes()).isEqualTo(before);
        assertThat(node("undo").isDisabled()).isTrue();
        type(KeyCode.ESCAPE);
        assertThat(editor("Wh.h").isVisible()).isFalse();
        assertThat(notes()).isEmpty();
        assertThat(session()).isSameAs(session);
    }

    @Test
    void notANumberIsShownInAColourOfItsOwnAndLeadsToWhereItBegan() {
        assertThat(node("status-non-finite").isVisible()).isFalse();
        clickCell("Wh.h", 0, 0);
        write("NaN");
        type(KeyCode.ENTER);
        assertThat(node("status-non-finite").isVisible()).isTrue();
        Button warning = (Button) node("status-non-finite");
        assertThat(warning.getText())
                .is(saying("ui.window:status.non-finite", Wording.form("ui.words:place", "h_pre", 0, 0)));
        Palette values = Palette.of(org.gatescope.picture.Family.VALUES, false);
        Screenshot lane = pixels("h.pre");
        assertThat(lane.argb()).contains(values.argb(Palette.NAN));
        click(warning);
        assertThat(position()).contains("t = 0");
        assertThat(playhead().step()).isZero();
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(warning.isVisible()).isFalse();
    }

    @Test
    void infinityInTheInputWarnsToo() {
        clickCell("input", 1, 0);
        write("inf");
        type(KeyCode.ENTER);
        assertThat(((Button) node("status-non-finite")).getText()).contains("t=1");
        click(node("status-non-finite"));
        assertThat(playhead().step()).isEqualTo(1);
    }

    private List<Screenshot> lanes() {
        return LANES.stream().map(this::pixels).toList();
    }

    private static String tooltip(Button button) {
        return onWindow(() -> button.getTooltip().getText());
    }
}
