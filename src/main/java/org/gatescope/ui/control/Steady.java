package org.gatescope.ui.control;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Keeps a control where it is while what it does makes the panel above it grow or shrink: nothing moves under the pointer. */
public final class Steady {
    private Steady() {}

    /** Does something, and scrolls by as much as the control has moved. On the JavaFX thread. */
    public static void keep(Node control, Runnable action) {
        double before = control.localToScene(0, 0).getY();
        action.run();
        Parent root = control.getScene().getRoot();
        root.applyCss();
        root.layout();
        double moved = control.localToScene(0, 0).getY() - before;
        for (Node around = control.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane pane) {
                scroll(pane, moved / control.getLocalToSceneTransform().getMyy());
                return;
            }
        }
    }

    private static void scroll(ScrollPane pane, double by) {
        double hidden = pane.getContent().getLayoutBounds().getHeight()
                - pane.getViewportBounds().getHeight();
        if (hidden > 0) {
            pane.setVvalue(Math.clamp(pane.getVvalue() + by / hidden, 0, 1));
        }
    }
}
