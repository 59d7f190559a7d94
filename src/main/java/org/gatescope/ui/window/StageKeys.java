package org.gatescope.ui.window;

import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.gatescope.ui.control.Shortcuts;
import org.gatescope.ui.inspect.InspectPanel;
import org.gatescope.ui.stage.StagePanel;

/** Keys of the middle of the window, and those that lanes and tables see to themselves. */
final class StageKeys {
    private StageKeys() {}

    static void add(Shortcuts shortcuts, StagePanel stage, InspectPanel why, TransportController playback) {
        BooleanProperty rolled = stage.network().rolledProperty();
        shortcuts
                .line("square")
                .note(KeyCode.UP)
                .note(KeyCode.DOWN)
                .line("square-time")
                .note(KeyCode.LEFT, KeyCombination.SHORTCUT_DOWN)
                .note(KeyCode.RIGHT, KeyCombination.SHORTCUT_DOWN)
                .line("zoom")
                .note(KeyCode.PLUS)
                .note(KeyCode.MINUS)
                .note(KeyCode.DIGIT0)
                .line("lane")
                .note(KeyCode.UP, KeyCombination.ALT_DOWN)
                .note(KeyCode.DOWN, KeyCombination.ALT_DOWN)
                .line("edit")
                .note(KeyCode.ENTER)
                .note(KeyCode.F2)
                .line("take-over")
                .note(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN)
                .line("go")
                .note(KeyCode.ENTER)
                .line("open")
                .note(KeyCode.ENTER)
                .line("copy")
                .note(KeyCode.C, KeyCombination.SHORTCUT_DOWN)
                .note(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
                .line("menu")
                .note(KeyCode.CONTEXT_MENU)
                .line("trail")
                .elsewhere(why::back, KeyCode.LEFT, KeyCombination.ALT_DOWN)
                .elsewhere(why::forward, KeyCode.RIGHT, KeyCombination.ALT_DOWN)
                .line("run-to")
                .everywhere(() -> stage.cursor().ifPresent(playback::runTo), KeyCode.F10, KeyCombination.SHORTCUT_DOWN)
                .line("roll")
                .elsewhere(() -> rolled.set(!rolled.get()), KeyCode.R);
    }
}
