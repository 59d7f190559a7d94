package org.gatescope.ui.lane;

import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import org.gatescope.picture.lane.TimeAxis;

/**
 * The playhead's column through all lanes: tinted below the squares, so that it changes no colour that stands for a
 * number, and where columns are narrow a line on either side above them. Moving it draws no lane.
 */
final class PlayheadMark {
    private static final double NARROW = 24;

    private final Rectangle below = new Rectangle();
    private final Rectangle left = new Rectangle();
    private final Rectangle right = new Rectangle();
    private final Group above = new Group(left, right);

    PlayheadMark() {
        below.getStyleClass().add("playhead-column");
        left.getStyleClass().add("playhead-line");
        right.getStyleClass().add("playhead-line");
        below.setManaged(false);
        above.setManaged(false);
        below.setMouseTransparent(true);
        above.setMouseTransparent(true);
    }

    Rectangle below() {
        return below;
    }

    Group above() {
        return above;
    }

    void place(TimeAxis axis, int t, double height) {
        boolean there = t >= 0 && t < axis.steps();
        double from = there ? Math.max(0, axis.left(t)) : 0;
        double to = there ? Math.min(axis.width(), Math.max(axis.left(t) + 1, axis.right(t))) : 0;
        below.setVisible(there && to > from);
        above.setVisible(below.isVisible() && axis.column() < NARROW);
        set(below, from, to - from, height);
        set(left, from - 1, 1, height);
        set(right, to, 1, height);
    }

    private static void set(Rectangle box, double x, double width, double height) {
        box.setX(TimeAxis.HEADING + x);
        box.setWidth(width);
        box.setHeight(height);
    }
}
