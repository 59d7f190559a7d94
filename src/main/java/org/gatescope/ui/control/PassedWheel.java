package org.gatescope.ui.control;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Lets a page that scrolls on below a still mouse go past a list on it: the wheel is the list's only once the mouse has
 * moved over it, or was pressed there.
 */
public final class PassedWheel {
    private boolean isMet;

    private PassedWheel() {}

    /** @param list takes the wheel for itself, and is on a page that scrolls */
    public static void of(Node list) {
        PassedWheel wheel = new PassedWheel();
        list.addEventFilter(MouseEvent.MOUSE_MOVED, event -> wheel.isMet = true);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> wheel.isMet = true);
        list.addEventHandler(MouseEvent.MOUSE_EXITED, event -> wheel.isMet = false);
        list.addEventFilter(ScrollEvent.SCROLL, event -> wheel.scrolled(list, event));
    }

    private void scrolled(Node list, ScrollEvent event) {
        Parent page = list.getParent();
        if (!isMet && page != null) {
            event.consume();
            page.fireEvent(event.copyFor(event.getSource(), page));
        }
    }
}
