package org.gatescope.ui.grid;

import javafx.geometry.Point2D;
import org.gatescope.picture.table.GridGeometry;

/** Where a grid's cells are on the screen. On the JavaFX thread. */
public final class GridPlaces {
    private GridPlaces() {}

    public static Point2D middleOf(Grid grid, int row, int column) {
        GridGeometry at = grid.geometry();
        return grid.localToScreen(at.x(column) + at.cellWidth() / 2, at.y(row) + at.cellHeight() / 2);
    }
}
