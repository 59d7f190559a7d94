package org.gatescope.ui.transport;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** The ways in which the transport bar's buttons move the playhead. */
public enum Move {
    START(Feather.SKIP_BACK, KeyCode.HOME),
    STEP_OUT_BACK(Feather.CORNER_LEFT_UP, KeyCode.F12, KeyCombination.SHIFT_DOWN),
    TIME_STEP_BACK(Feather.REWIND, KeyCode.LEFT, KeyCombination.SHIFT_DOWN),
    STEP_BACK(Feather.CHEVRON_LEFT, KeyCode.LEFT),
    STEP(Feather.CHEVRON_RIGHT, KeyCode.RIGHT),
    TIME_STEP(Feather.FAST_FORWARD, KeyCode.RIGHT, KeyCombination.SHIFT_DOWN),
    STEP_OUT(Feather.CORNER_RIGHT_UP, KeyCode.F12),
    END(Feather.SKIP_FORWARD, KeyCode.END);

    private final Feather icon;

    private final KeyCombination keys;

    Move(Feather icon, KeyCode key, KeyCombination.Modifier... modifiers) {
        this.icon = icon;
        this.keys = new KeyCodeCombination(key, modifiers);
    }

    /** The keys that its button names. */
    public KeyCombination keys() {
        return keys;
    }

    Feather icon() {
        return icon;
    }

    boolean backward() {
        return compareTo(STEP) < 0;
    }

    /** Whether it takes the playhead further than a time step. */
    boolean isOuter() {
        return this == START || this == STEP_OUT_BACK || this == STEP_OUT || this == END;
    }

    /** Its name in texts and style classes, for example {@code time-step-back}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
