package org.gatescope.ui.unrolled;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/** The note beside the mouse. */
final class UnrolledTip {
    private static final double AWAY = 14;

    private final Node owner;
    private final Tooltip tip = new Tooltip();

    UnrolledTip(Node owner) {
        this.owner = owner;
        tip.setHideOnEscape(false); // it is the window's
    }

    void show(String text, MouseEvent event) {
        tip.setText(text);
        tip.show(owner, event.getScreenX() + AWAY, event.getScreenY() + AWAY);
    }

    void hide() {
        tip.hide();
    }
}
