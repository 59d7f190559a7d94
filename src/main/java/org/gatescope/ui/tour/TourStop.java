package org.gatescope.ui.tour;

import java.util.Locale;
import org.gatescope.text.Texts;
import org.gatescope.ui.control.Shortcuts;

/** Where the tour stops, in its order. */
public enum TourStop {
    PLAYBACK,
    LANES,
    WHY,
    TABLES,
    CELL,
    GALLERY;

    private static final Texts TEXTS = Texts.of(TourStop.class);

    String title() {
        return TEXTS.get("stop." + id());
    }

    /** What is seen there, and what to do. */
    String task(Shortcuts shortcuts) {
        return TEXTS.get("stop." + id() + ".do", shortcuts.keysOf("gallery"));
    }

    /** What has come of it, once it is done. */
    String outcome(Shortcuts shortcuts) {
        return TEXTS.get("stop." + id() + ".done", shortcuts.keysOf("undo"));
    }

    /** {@code playback}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
