package org.gatescope.ui.lane;

import javafx.scene.input.MouseEvent;
import org.gatescope.picture.lane.Lane;
import org.gatescope.picture.lane.LaneLook;
import org.gatescope.picture.lane.PointedCell;
import org.gatescope.picture.lane.Square;

/** What a lane asks of the column that it stands in. */
interface LaneHost {
    void choose(Lane lane, LaneLook look);

    /** Up for −1, down for 1. */
    void move(Lane lane, int by);

    /** The keyboard came to a lane. */
    void focused(LaneView view);

    /** The keyboard's square moved. */
    void select(Square square);

    /** Clicked, or Enter. */
    void seek(Square square);

    /** Selects it, and runs there. */
    void runTo(Square square);

    void edit(Square square);

    void showTip(LaneView lane, PointedCell cell, MouseEvent event);

    void hideTip();

    int current();
}
