package org.gatescope.ui.grid;

import org.gatescope.picture.table.TablePicture;
import org.gatescope.ui.paint.Drawn;

/** The canvas of the cells. It is a layout of its own, so that scrolling repaints it without laying out the window. */
final class GridSheet extends Drawn {
    GridSheet(Grid grid) {
        super((width, height) -> new TablePicture(
                grid.getContent(),
                grid.geometry(),
                grid.selection(),
                grid.lit(),
                grid.before(),
                grid.figures(),
                grid.tones().get(),
                grid.isFocusWithin(),
                grid.marksSelection(),
                width,
                height));
        setManaged(false);
        grid.tones().subscribe(this::redraw);
    }
}
