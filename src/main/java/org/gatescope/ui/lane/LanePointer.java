package org.gatescope.ui.lane;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.gatescope.picture.lane.LaneHeights;
import org.gatescope.picture.lane.PointedCell;
import org.gatescope.picture.lane.Square;
import org.jspecify.annotations.Nullable;

/** The mouse over a lane: hover, click, double click, dragging its lower edge. */
final class LanePointer {
    private final LaneView view;
    private final Node squares;
    private final LaneListener listener;
    private final LaneTip tip;
    private boolean resizing;
    /** By the first click of two. */
    private @Nullable Square clicked;

    LanePointer(LaneView view, Node squares, Region resizer, LaneListener listener, LaneTip tip) {
        this.view = view;
        this.squares = squares;
        this.listener = listener;
        this.tip = tip;
        squares.setOnMouseMoved(this::hover);
        squares.setOnMouseExited(event -> tip.hide());
        view.setOnMousePressed(this::press);
        squares.setOnMouseClicked(this::click);
        resizer.setOnMousePressed(event -> resizing = event.getButton() == MouseButton.PRIMARY);
        view.setOnMouseDragged(this::resize);
        view.setOnMouseReleased(event -> resizing = false);
        resizer.setOnMouseClicked(this::resizerClicked);
    }

    /** Kept from the scroll pane, which would take the focus for itself. */
    private void press(MouseEvent event) {
        view.requestFocus();
        event.consume();
    }

    private void hover(MouseEvent event) {
        if (covered(event)) {
            showTip(event);
        } else {
            tip.hide();
        }
    }

    private void showTip(MouseEvent event) {
        PointedCell cell = cell(event);
        tip.show(squares, LaneWords.tip(view.lane(), cell, listener.name(square(cell))), event);
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !covered(event) || !event.isStillSincePress()) {
            return;
        }
        Square square = square(cell(event));
        if (event.getClickCount() == 2 && clicked != null) {
            listener.edit(clicked); // the first click may have unfolded the lane under the pointer
        } else if (event.isShortcutDown()) {
            listener.runTo(square);
        } else {
            clicked = square;
            listener.open(square);
        }
        event.consume();
    }

    private void resize(MouseEvent event) {
        if (resizing) {
            double y = view.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
            double height = Math.clamp(Math.rint(y), LaneHeights.LEAST, LaneHeights.MOST);
            view.choose(view.look().withHeight(height));
            event.consume();
        }
    }

    private void resizerClicked(MouseEvent event) {
        if (event.getClickCount() == 2) {
            view.choose(view.look().withHeight(0));
        }
    }

    private boolean covered(MouseEvent event) {
        return view.lane().content().units() > 0 && view.grid().axis().covers(event.getX());
    }

    private Square square(PointedCell cell) {
        return new Square(view.lane().id(), cell.t(), cell.unit());
    }

    private PointedCell cell(MouseEvent event) {
        return PointedCell.at(view.lane().content(), view.grid(), event.getX(), event.getY());
    }
}
