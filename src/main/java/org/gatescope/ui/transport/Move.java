package org.gatescope.ui.transport;

import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;

/** The ways in which the transport bar's buttons move the playhead. */
public enum Move {
    START(Feather.SKIP_BACK),
    STEP_OUT_BACK(Feather.CORNER_LEFT_UP),
    TIME_STEP_BACK(Feather.REWIND),
    STEP_BACK(Feather.CHEVRON_LEFT),
    STEP(Feather.CHEVRON_RIGHT),
    TIME_STEP(Feather.FAST_FORWARD),
    STEP_OUT(Feather.CORNER_RIGHT_UP),
    END(Feather.SKIP_FORWARD);

    private final Feather icon;

    Move(Feather icon) {
        this.icon = icon;
    }

    Feather icon() {
        return icon;
    }

    boolean backward() {
        return compareTo(STEP) < 0;
    }

    /** Its name in texts and style classes, for example {@code time-step-back}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
