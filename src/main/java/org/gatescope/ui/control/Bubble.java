package org.gatescope.ui.control;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
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
        bubble.addEventHandler(WindowEvent.WINDOW_SHOWING, event -> hideOthers(bubble));
        stayOnScreen(bubble);
        bubble.getScene().addEventFilter(KeyEvent.KEY_PRESSED, event -> leave(bubble, event));
        return bubble;
    }

    /**
     * JavaFX's own way of keeping it on the screen serves until it has been laid out. Later on it would move a bubble at the
     * screen's edge to and fro without an end: ControlsFX empties and fills the bubble's outline whenever it moves, and what
     * is moved follows the outline.
     */
    private static void stayOnScreen(PopOver bubble) {
        bubble.setAutoFix(true);
        bubble.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> bubble.setAutoFix(true));
        bubble.addEventHandler(
                WindowEvent.WINDOW_SHOWN,
                event -> Platform.runLater(() -> Platform.runLater(() -> bubble.setAutoFix(!bubble.isShowing()))));
        bubble.widthProperty().subscribe(() -> Platform.runLater(() -> moveOntoScreen(bubble)));
        bubble.heightProperty().subscribe(() -> Platform.runLater(() -> moveOntoScreen(bubble)));
    }

    private static void moveOntoScreen(PopOver bubble) {
        if (!bubble.isShowing() || bubble.isAutoFix()) {
            return;
        }
        Rectangle2D screen = Screen.getScreensForRectangle(bubble.getX(), bubble.getY(), 1, 1).stream()
                .findFirst()
                .orElseGet(Screen::getPrimary)
                .getVisualBounds();
        double x = Math.max(screen.getMinX(), screen.getMaxX() - bubble.getWidth());
        double y = Math.max(screen.getMinY(), screen.getMaxY() - bubble.getHeight());
        if (x < bubble.getX()) {
            bubble.setX(x);
        }
        if (y < bubble.getY()) {
            bubble.setY(y);
        }
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
