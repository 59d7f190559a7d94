package org.gatescope.ui.lane;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import org.gatescope.picture.lane.Square;
import org.jspecify.annotations.Nullable;

/** Hears from each lane what is done to its squares. */
public interface LaneListener {
    /** Clicked, or the keyboard entered its lane: open its number. Looking at it does not move the playhead. */
    void open(Square square);

    /** An arrow came to it from its neighbour: open its number in the place of that one's. */
    void passTo(Square square);

    /** Enter: open its number, and move the playhead there. */
    void seek(Square square);

    /** Clicked with Control: open its number, and run there. */
    void runTo(Square square);

    /** Double-clicked, or F2: edit it at its source. */
    void edit(Square square);

    /** Its number's name in full, for example {@code f[t=3, unit 2]}. */
    String name(Square square);

    /** What a lane's menu offers to hide and to reveal. @param square that is selected; null for none */
    default List<MenuItem> coverItems(String lane, @Nullable Square square) {
        return List.of();
    }

    /** Which run its lane shows; empty where there is no other to choose. */
    default Optional<ComparedSide> side(String lane) {
        return Optional.empty();
    }

    /** Chosen in its lane's menu. */
    default void show(String lane, ComparedSide side) {}
}
