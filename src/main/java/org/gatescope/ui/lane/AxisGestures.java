package org.gatescope.ui.lane;

import java.util.function.IntSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.gatescope.picture.lane.TimeAxis;

/** Zooms and pans the time axis: Ctrl or Shift with the wheel, the middle button, the keys + − 0. */
public final class AxisGestures {
    private static final double KEY_FACTOR = 1.5;
    /** Zoom for one pixel of the wheel; a notch is 40. */
    private static final double WHEEL_FACTOR = 1.005;

    private final ObjectProperty<TimeAxis> axis;
    private final IntSupplier current;
    private double draggedFrom;

    /**
     * @param node    whose wheel and keys zoom and scroll the axis
     * @param current the step at the playhead, which zooming by keys keeps in place
     */
    public AxisGestures(Node node, ObjectProperty<TimeAxis> axis, IntSupplier current) {
        this.axis = axis;
        this.current = current;
        node.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> draggedFrom = event.getX());
        node.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** With Shift some systems turn the wheel's direction by themselves. */
    private void scrolled(ScrollEvent event) {
        double by = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        if (event.isControlDown() || event.isMetaDown()) {
            axis.set(axis.get().zoomed(Math.pow(WHEEL_FACTOR, by), event.getX() - TimeAxis.HEADING));
        } else if (event.isShiftDown()) {
            axis.set(axis.get().panned(-by));
        } else {
            return;
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.MIDDLE) {
            axis.set(axis.get().panned(draggedFrom - event.getX()));
            draggedFrom = event.getX();
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(KEY_FACTOR);
            case MINUS, SUBTRACT -> zoom(1 / KEY_FACTOR);
            case DIGIT0, NUMPAD0 -> axis.set(axis.get().fitAll());
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** About the playhead if it is in view, otherwise about the middle. */
    private void zoom(double factor) {
        TimeAxis now = axis.get();
        double playhead = current.getAsInt() < 0 ? -1 : now.centre(current.getAsInt());
        boolean inView = playhead >= 0 && playhead <= now.width();
        axis.set(now.zoomed(factor, inView ? playhead : now.width() / 2));
    }
}
