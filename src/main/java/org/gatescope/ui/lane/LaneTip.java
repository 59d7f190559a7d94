package org.gatescope.ui.lane;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow.AnchorLocation;

/** The number under the mouse, at once and wherever it goes: above the lane, so that it hides none of its squares. */
final class LaneTip {
    private static final double RIGHT = 14;
    private static final double GAP = 2;
    /** Of a lane that is large, it stays near the mouse. */
    private static final double FARTHEST = 120;

    private final Tooltip tooltip = new Tooltip();

    LaneTip() {
        tooltip.setAnchorLocation(AnchorLocation.WINDOW_BOTTOM_LEFT);
        tooltip.setHideOnEscape(false); // it is the window's
    }

    /** @param squares what the mouse points at */
    void show(Node squares, String text, MouseEvent event) {
        double top = squares.localToScreen(0, 0).getY() - GAP;
        tooltip.setText(text);
        tooltip.show(squares, event.getScreenX() + RIGHT, Math.max(top, event.getScreenY() - FARTHEST));
    }

    void hide() {
        tooltip.hide();
    }

    /** What it says, empty while it is hidden. */
    String text() {
        return tooltip.isShowing() ? tooltip.getText() : "";
    }
}
