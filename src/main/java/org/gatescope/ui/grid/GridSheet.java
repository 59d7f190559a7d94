package org.gatescope.ui.grid;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/** The canvas of the cells. It is a layout of its own, so that scrolling repaints it without laying out the window. */
final class GridSheet extends Region {
    private final Grid grid;
    private final Canvas canvas = new Canvas();

    GridSheet(Grid grid) {
        this.grid = grid;
        setManaged(false);
        getChildren().add(canvas);
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
        }
        new GridPainter(
                        canvas.getGraphicsContext2D(),
                        grid.getContent(),
                        grid.geometry(),
                        grid.selection(),
                        grid.lit(),
                        grid.look(grid.isFocusWithin()),
                        grid.marksSelection())
                .paint();
    }
}
