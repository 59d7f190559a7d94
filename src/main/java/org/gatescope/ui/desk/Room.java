package org.gatescope.ui.desk;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.Region;
import org.gatescope.ui.control.Shortcuts;

/** A room at the right of the window. One is seen at a time; the window makes all of them, and closes them. */
public interface Room {
    /** What it shows, from above to below. */
    List<Region> content();

    /** False while it cannot be seen: then it need not keep up. The window says so. */
    BooleanProperty activeProperty();

    /** Lets go of what it listens to, and of what is under way. */
    void close();

    /**
     * Some rooms begin anew with each session that is opened; the others stay as they are scrolled.
     *
     * @param show shows it from its beginning
     */
    default void onBegin(Runnable show) {}

    /** What the files of sessions keep of it; empty for nothing. */
    default String kept() {
        return "";
    }

    /** @param kept what {@link #kept} was, or anything else that a file may say */
    default void restore(String kept) {}

    /** Keys that are the room's, whether it is seen or not. */
    default void addShortcuts(Shortcuts shortcuts) {}
}
