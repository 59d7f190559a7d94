package org.gatescope.ui.lane;

import org.gatescope.picture.lane.Square;

/** What the application does when the user points at a number. */
public interface LaneListener {
    /** Clicked, or Enter: move the playhead there and open the number. */
    void seek(Square square);

    /** Clicked with Control: run there. */
    void runTo(Square square);

    /** Double-clicked, or F2: edit it at its source. */
    void edit(Square square);

    /** Its name in full, for example {@code f[t=3, unit 2]}. */
    String name(Square square);
}
