package org.gatescope.ui.lane;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/** The number under the mouse, beside it at once and wherever it goes. */
final class LaneTip {
    private static final double RIGHT = 14;
    private static final double BELOW = 16;

    private final Tooltip tooltip = new Tooltip();

    void show(Node owner, String text, MouseEvent event) {
        tooltip.setText(text);
        tooltip.show(owner, event.getScreenX() + RIGHT, event.getScreenY() + BELOW);
    }

    void hide() {
        tooltip.hide();
    }

    /** What it says, empty while it is hidden. */
    String text() {
        return tooltip.isShowing() ? tooltip.getText() : "";
    }
}
