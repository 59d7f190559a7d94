package org.gatescope.ui.grid;

import org.gatescope.ui.paint.Drawn;

/** The canvas of the cells. It is a layout of its own, so that scrolling repaints it without laying out the window. */
final class GridSheet extends Drawn {
    GridSheet(Grid grid) {
        super(
                grid.tones(),
                (width, height, tones) -> new TablePicture(
                        grid.getContent(),
                        grid.geometry(),
                        grid.selection(),
                        grid.lit(),
                        grid.figures(),
                        tones,
                        grid.isFocusWithin(),
                        grid.marksSelection(),
                        width,
                        height));
        setManaged(false);
    }
}
