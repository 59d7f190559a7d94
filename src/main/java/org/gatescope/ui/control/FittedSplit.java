package org.gatescope.ui.control;

import java.util.function.DoubleUnaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/**
 * Two panes, one above the other, whose divider stands where it is best until the user drags it. A double click on the
 * divider gives it back.
 */
public class FittedSplit extends SplitPane {
    private static final double STILL = 1e-6;

    private final DoubleUnaryOperator share;
    private double pressedAt;
    private double placedFor;
    private double dragged;

    /** @param share of a height in pixels that is best for the upper pane, asked when all is laid out */
    public FittedSplit(DoubleUnaryOperator share) {
        this.share = share;
        setOrientation(Orientation.VERTICAL);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressedAt = position());
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> dragged = hasBeenDragged(event) ? position() : dragged);
        addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (isOnDivider(event) && event.getClickCount() == 2) {
                drag(0);
            }
        });
    }

    /** Puts the divider where it is best, with the next layout, unless the user has dragged it. */
    public final void fit() {
        placedFor = 0;
        requestLayout();
    }

    /** The share of the height that the user gave to the upper pane; 0 where it is what is best. */
    public final double dragged() {
        return dragged;
    }

    /** Gives the upper pane a share of the height as if the user had; 0 for what is best. */
    public final void drag(double share) {
        dragged = Math.clamp(share, 0, 1);
        fit();
    }

    /** A split pane that gets another height shares it out first. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (placedFor != getHeight() && getHeight() > 0 && getDividers().size() == 1) {
            placedFor = getHeight();
            setDividerPositions(dragged > 0 ? dragged : share.applyAsDouble(getHeight()));
            super.layoutChildren();
        }
    }

    private boolean hasBeenDragged(MouseEvent event) {
        return isOnDivider(event) && Math.abs(position() - pressedAt) > STILL;
    }

    private double position() {
        return getDividers().isEmpty() ? 0 : getDividerPositions()[0];
    }

    private boolean isOnDivider(MouseEvent event) {
        Node node = event.getTarget() instanceof Node target ? target : null;
        while (node != null && !node.getStyleClass().contains("split-pane-divider")) {
            node = node.getParent();
        }
        return node != null && node.getParent() == this;
    }
}
