package org.gatescope.ui.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.util.Subscription;
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

    /**
     * Tells of changes for as long as what is returned is kept: a window that is let go of is not held by the one notation
     * of all windows.
     */
    public static Subscription follow(Runnable told) {
        ChangeListener<Convention> listener = (shown, before, now) -> told.run();
        Following following = new Following(listener, new WeakChangeListener<>(listener));
        SHOWN.addListener(following.weak);
        return following;
    }

    /** @param listener that lives as long as this does */
    private record Following(ChangeListener<Convention> listener, WeakChangeListener<Convention> weak)
            implements Subscription {
        @Override
        public void unsubscribe() {
            SHOWN.removeListener(weak);
        }
    }

    /** One for all windows: a change is in use before others are told of it. */
    public static ObjectProperty<Convention> property() {
        return SHOWN;
    }
}
