package org.gatescope.ui.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.gatescope.cell.Convention;

/** The notation in use, for whoever has to draw anew when it changes. On the JavaFX thread. */
public final class ShownNotation {
    /** What it is remembered by. */
    public static final String KEY = "notation";

    private static final ObjectProperty<Convention> SHOWN = new SimpleObjectProperty<>(Convention.shown());

    static {
        SHOWN.subscribe((before, now) -> Convention.show(now)); // the first of all listeners
    }

    private ShownNotation() {}

    /** One for all windows: a change is in use before others are told of it. */
    public static ObjectProperty<Convention> property() {
        return SHOWN;
    }
}
