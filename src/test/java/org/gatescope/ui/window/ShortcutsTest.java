package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import org.gatescope.ui.FxEvents;
import org.gatescope.ui.SwiftRobot;
import org.gatescope.ui.control.Shortcuts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Undo of the window, and that of a text. */
@SuppressWarnings("NullAway.Init")
class ShortcutsTest {
    private final FxRobot robot = new SwiftRobot();
    private final AtomicInteger undone = new AtomicInteger();
    private TextArea text;
    private TextField field;

    @BeforeEach
    void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(stage -> {
            text = new TextArea();
            field = new TextField();
            VBox root = new VBox(text, field);
            new Shortcuts()
                    .everywhere(undone::incrementAndGet, KeyCode.Z, KeyCombination.SHORTCUT_DOWN)
                    .listenOn(root);
            stage.setScene(new Scene(root, 300, 200));
            stage.show();
            stage.toFront();
        });
    }

    @AfterEach
    void close() throws TimeoutException {
        robot.release(new KeyCode[0]);
        FxToolkit.cleanupStages();
    }

    @Test
    void inATextItTakesBackWhatWasTyped() {
        robot.interact(text::requestFocus);
        robot.write("abc");

        undo();

        assertThat(text.getText()).isEmpty();
        assertThat(undone).hasValue(0);
    }

    @Test
    void inAFieldItIsTheWindows() {
        robot.interact(field::requestFocus);

        undo();

        assertThat(undone).hasValue(1);
    }

    @Test
    void thePageOfKeysAndTipsSayThemAsThePlatformDoes() {
        Shortcuts shortcuts = new Shortcuts()
                .line("undo")
                .everywhere(() -> {}, KeyCode.Z, KeyCombination.SHORTCUT_DOWN)
                .as("back")
                .everywhere(() -> {}, KeyCode.Y, KeyCombination.SHORTCUT_DOWN)
                .line("")
                .everywhere(() -> {}, KeyCode.F1)
                .as("help")
                .line("lane")
                .note(KeyCode.UP, KeyCombination.ALT_DOWN);
        String undo = text(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
        String redo = text(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

        assertThat(shortcuts.lines()).containsExactly("undo", "lane");
        assertThat(shortcuts.keysIn("undo")).isEqualTo(undo + "  " + redo);
        assertThat(shortcuts.keysIn("lane")).isEqualTo(text(KeyCode.UP, KeyCombination.ALT_DOWN));
        assertThat(shortcuts.keysOf("back")).isEqualTo(undo);
        assertThat(shortcuts.keysOf("help")).isEqualTo(text(KeyCode.F1));
        assertThat(shortcuts.keysOf("nothing")).isEmpty();
        assertThat(shortcuts.keysOf("")).isEmpty();
    }

    private static String text(KeyCode key, KeyCombination.Modifier... modifiers) {
        return new KeyCodeCombination(key, modifiers).getDisplayText();
    }

    private void undo() {
        robot.press(KeyCode.SHORTCUT).type(KeyCode.Z).release(KeyCode.SHORTCUT);
        FxEvents.await(3);
    }
}
