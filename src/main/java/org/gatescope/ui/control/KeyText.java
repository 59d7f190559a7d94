package org.gatescope.ui.control;

import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;

/** Keys as the platform writes them: Ctrl+Z, and ⌘Z on macOS. */
public final class KeyText {
    private KeyText() {}

    /** {@code Undo  Ctrl+Z}. */
    public static String with(String text, KeyCombination keys) {
        return text + "  " + keys.getDisplayText();
    }

    /** A tip that names the keys which do the same. */
    public static Tooltip tip(String text, KeyCombination keys) {
        return new Tooltip(with(text, keys));
    }
}
