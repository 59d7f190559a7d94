package org.gatescope.ui.grid;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** What can be done with a selection, by key or from the context menu. */
@SuppressWarnings("ImmutableEnumChecker")
enum GridCommand {
    COPY(false, KeyCode.C, SHORTCUT_DOWN),
    CUT(true, KeyCode.X, SHORTCUT_DOWN),
    PASTE(true, KeyCode.V, SHORTCUT_DOWN),
    FILL(true, KeyCode.ENTER, SHORTCUT_DOWN),
    FILL_DOWN(true, KeyCode.D, SHORTCUT_DOWN),
    FILL_RIGHT(true, KeyCode.R, SHORTCUT_DOWN),
    CLEAR(true, KeyCode.DELETE),
    RANDOMISE(true, KeyCode.R, SHORTCUT_DOWN, SHIFT_DOWN),
    SELECT_ALL(false, KeyCode.A, SHORTCUT_DOWN);

    final boolean edits;
    final KeyCodeCombination keys;

    GridCommand(boolean edits, KeyCode code, KeyCombination.Modifier... modifiers) {
        this.edits = edits;
        keys = new KeyCodeCombination(code, modifiers);
    }

    /** Key of its text. */
    String text() {
        return "menu." + name().toLowerCase(Locale.ROOT);
    }
}
