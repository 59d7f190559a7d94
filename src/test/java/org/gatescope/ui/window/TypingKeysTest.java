package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.gatescope.ui.grid.Grid;
import org.junit.jupiter.api.Test;

/** Keys of the window where a text is typed, and how the focus leaves it again. */
class TypingKeysTest extends WindowScene {
    @Override
    protected Arrangement arrangement() {
        return new Arrangement(true, true, true, 0.3, 0.4);
    }

    @Test
    void theEditorsUndoIsItsOwnUntilAllThatWasTypedIsTakenBack() {
        String before = source();
        write("# mine\n");
        chord(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(source()).startsWith("# mine");
        write("x");
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(editor().getText()).startsWith("# mine").isEqualTo(source());
        chord(KeyCode.Z, KeyCode.CONTROL);
        assertThat(source()).isEqualTo(before);
        assertThat(editor().getText()).isEqualTo(before);
        chord(KeyCode.Y, KeyCode.CONTROL);
        assertThat(source()).startsWith("# mine");
    }

    @Test
    void otherKeysOfTheWindowWorkInTheEditorToo() {
        source();
        chord(KeyCode.DIGIT1, KeyCode.CONTROL);
        assertThat(onWindow(() -> window.root().lookup(".tables-panel"))).isNull();
    }

    @Test
    void aTextOfTheBubbleIsLeftByTab() {
        press("input-text");
        Node area = robot.lookup("#text-area").query();
        type(KeyCode.TAB);
        assertThat(onWindow(area::isFocused)).isFalse();
        chord(KeyCode.TAB, KeyCode.SHIFT);
        assertThat(onWindow(area::isFocused)).isTrue();
        assertThat(onWindow(() -> ((TextArea) area).getText())).doesNotContain("\t");
    }

    @Test
    void controlAndTabGoOnFromAnyPlace() {
        focus("input-array");
        chord(KeyCode.TAB, KeyCode.CONTROL);
        chord(KeyCode.TAB, KeyCode.CONTROL);
        assertThat(owner()).isInstanceOf(Grid.class);
        chord(KeyCode.TAB, KeyCode.CONTROL);
        assertThat(owner()).isNotInstanceOf(Grid.class);
        for (int i = 0; i < 3; i++) {
            chord(KeyCode.TAB, KeyCode.CONTROL, KeyCode.SHIFT);
        }
        assertThat(owner().getId()).isEqualTo("input-array");
    }

    /** Of the layer's cell; the editor is opened and typed at its start. */
    private String source() {
        if (!editor().isFocused()) {
            press("edit-equations");
        }
        robot.interact(() -> editor().positionCaret(0));
        return onWindow(() -> session().network().layers().getFirst().cell().source());
    }

    private TextArea editor() {
        return onWindow(() -> (TextArea) node("cell-source"));
    }

    private Node owner() {
        return onWindow(() -> stage.getScene().getFocusOwner());
    }
}
