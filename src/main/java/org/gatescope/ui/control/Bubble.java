package org.gatescope.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;

/**
 * Bubbles that hang over the window, with an arrow to what they belong to, one at a time: keys go to the one that was
 * opened first. Neither can they be torn off nor do they fade: ControlsFX fails where one is dragged or hidden while it is
 * still on its way.
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
        bubble.addEventHandler(WindowEvent.WINDOW_SHOWING, event -> hideOthers(bubble));
        bubble.getScene().addEventFilter(KeyEvent.KEY_PRESSED, event -> leave(bubble, event));
        return bubble;
    }

    private static void hideOthers(PopOver shown) {
        Window.getWindows().stream()
                .filter(other -> other instanceof PopOver && other != shown)
                .toList()
                .forEach(Window::hide);
    }

    /** A choice would keep Escape for itself, also while its list is closed. */
    private static void leave(PopOver bubble, KeyEvent event) {
        boolean closesList = event.getTarget() instanceof ComboBoxBase<?> choice && choice.isShowing();
        if (event.getCode() == KeyCode.ESCAPE && !closesList) {
            bubble.hide();
            event.consume();
        }
    }

    /** Contents that are scrolled where the window is too low for all of them. */
    public static ScrollPane scrolling(Node content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("scrolled-bubble");
        return pane;
    }

    /** The same under a title, with a button that closes it. */
    public static PopOver of(Node content, ArrowLocation arrow, String title) {
        PopOver bubble = of(content, arrow);
        bubble.setTitle(title);
        bubble.setHeaderAlwaysVisible(true);
        return bubble;
    }
}
