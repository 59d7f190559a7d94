package org.gatescope.ui.window;

import java.util.function.Function;
import org.gatescope.text.Texts;
import org.gatescope.ui.desk.Room;

/**
 * A room that the window can have at its right.
 *
 * @param key   what settings and the command line call it
 * @param texts say {@code room.KEY}, its name, and {@code room.KEY.tip}
 * @param make  makes it for one window
 */
record RoomOffer(String key, Texts texts, Function<WindowParts, Room> make) {
    String name() {
        return texts.get("room." + key);
    }

    String tip() {
        return texts.get("room." + key + ".tip");
    }
}
