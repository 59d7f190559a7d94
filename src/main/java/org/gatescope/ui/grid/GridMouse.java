package org.gatescope.ui.grid;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.gatescope.picture.table.GridCell;
import org.gatescope.picture.table.GridGeometry;
import org.gatescope.picture.table.GridSelection;
import org.jspecify.annotations.Nullable;

/** Selects, extends, edits and scrolls with the mouse. */
final class GridMouse {
    private final Grid grid;

    GridMouse(Grid grid, Node sheet) {
        this.grid = grid;
        sheet.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        sheet.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        sheet.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        grid.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private void pressed(MouseEvent event) {
        grid.hideRefusal();
        grid.requestFocus();
        GridCell cell = grid.geometry().cellAt(event.getX(), event.getY());
        if (cell == null || grid.isEmpty()) {
            return;
        }
        boolean keeps =
                event.getButton() != MouseButton.PRIMARY && grid.selection().contains(cell.row(), cell.column());
        if (!keeps) {
            grid.choose(selectionAt(cell, event.isShiftDown()));
            grid.point();
        }
        event.consume();
    }

    /** The cell, or the row, column or all of a heading. */
    private GridSelection selectionAt(GridCell cell, boolean extend) {
        int lastRow = grid.getContent().rows() - 1;
        int lastColumn = grid.getContent().columns() - 1;
        GridCell from = new GridCell(Math.max(0, cell.row()), Math.max(0, cell.column()));
        GridCell to =
                new GridCell(cell.row() < 0 ? lastRow : cell.row(), cell.column() < 0 ? lastColumn : cell.column());
        return new GridSelection(extend ? grid.selection().anchor() : from, to);
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY
                && !grid.isEmpty()
                && !grid.editor().isOpen()) {
            grid.select(grid.selection().extendedTo(grid.geometry().cellNear(event.getX(), event.getY())));
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        @Nullable GridCell cell = grid.geometry().cellAt(event.getX(), event.getY());
        boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
        if (twice && cell != null && cell.inBody() && grid.isEditable()) {
            grid.editor().open();
            event.consume();
        }
    }

    /** Leaves the event to a pane around the grid where the grid itself is at its end. */
    private void scrolled(ScrollEvent event) {
        GridGeometry before = grid.geometry();
        grid.scrollTo(before.scrollX() - event.getDeltaX(), before.scrollY() - event.getDeltaY());
        if (!grid.geometry().equals(before)) {
            event.consume();
        }
    }
}
