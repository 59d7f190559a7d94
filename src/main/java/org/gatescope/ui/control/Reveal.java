package org.gatescope.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Scrolls as little as it takes to see a stretch of what is scrolled; of a longer one than there is room for, its end. */
public final class Reveal {
    private Reveal() {}

    /**
     * Scrolls the nearest pane about a node, if there is one, until the node is seen; on the JavaFX thread, once all is laid
     * out.
     *
     * @param beside so much more comes into view, if anything has to be scrolled
     */
    public static void inItsPage(Node node, double beside) {
        Parent around = node.getParent();
        while (around != null && !(around instanceof ScrollPane)) {
            around = around.getParent();
        }
        if (around instanceof ScrollPane page) {
            Bounds place = page.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
            vertically(page, place.getMinY(), place.getMaxY(), beside);
        }
    }

    /**
     * Of a pane's content, on the JavaFX thread, once it is laid out.
     *
     * @param from   where the stretch begins, in pixels from the top of the content
     * @param beside so much more comes into view, if anything has to be scrolled
     */
    public static void vertically(ScrollPane pane, double from, double to, double beside) {
        Bounds content = pane.getContent().getLayoutBounds();
        double room = pane.getViewportBounds().getHeight();
        pane.setVvalue(value(pane.getVvalue(), from, to, content.getHeight(), room, beside));
    }

    /**
     * The same across.
     *
     * @param from   from the left of the content
     * @param beside so much more comes into view, if anything has to be scrolled
     */
    public static void horizontally(ScrollPane pane, double from, double to, double beside) {
        Bounds content = pane.getContent().getLayoutBounds();
        double room = pane.getViewportBounds().getWidth();
        pane.setHvalue(value(pane.getHvalue(), from, to, content.getWidth(), room, beside));
    }

    /**
     * How far to scroll.
     *
     * @param value how far it is scrolled, from 0 to 1 of what is hidden
     * @param whole length of what is scrolled, of which {@code room} can be seen
     */
    static double value(double value, double from, double to, double whole, double room, double beside) {
        double hidden = whole - room;
        if (hidden <= 1) {
            return value;
        }
        double now = value * hidden;
        double least = to - room;
        double most = Math.max(least, from);
        double wanted = now > most ? most - beside : now < least ? least + beside : now;
        return Math.clamp(wanted / hidden, 0, 1);
    }
}
