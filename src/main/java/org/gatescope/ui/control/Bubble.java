package org.gatescope.ui.control;

import javafx.scene.Node;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;

/**
 * Bubbles that hang over the window, with an arrow to what they belong to. Neither can they be torn off nor do they fade:
 * ControlsFX fails where one is dragged or hidden while it is still on its way.
 */
public final class Bubble {
    private Bubble() {}

    /** A bubble that is not shown yet. */
    public static PopOver of(Node content, ArrowLocation arrow) {
        PopOver bubble = new PopOver(content);
        bubble.setArrowLocation(arrow);
        bubble.setDetachable(false);
        bubble.setAnimated(false);
        bubble.setAutoFix(true);
        return bubble;
    }

    /** The same under a title, with a button that closes it. */
    public static PopOver of(Node content, ArrowLocation arrow, String title) {
        PopOver bubble = of(content, arrow);
        bubble.setTitle(title);
        bubble.setHeaderAlwaysVisible(true);
        return bubble;
    }
}
