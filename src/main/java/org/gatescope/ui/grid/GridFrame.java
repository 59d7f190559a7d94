package org.gatescope.ui.grid;

/**
 * How the room of a grid is shared out: headings and cells, scroll bars where they are needed, the map of a large
 * matrix.
 *
 * @param width room for headings and cells
 * @param mapSize the longer side of the map at most; 0 for no map
 */
record GridFrame(double width, double height, boolean verticalBar, boolean horizontalBar, double mapSize) {
    /**
     * @param contentWidth what all cells and headings would take
     * @param bar thickness of a scroll bar
     */
    static GridFrame fit(double width, double height, double contentWidth, double contentHeight, double bar) {
        boolean horizontal = contentWidth > width;
        boolean vertical = contentHeight > height - (horizontal ? bar : 0);
        horizontal = contentWidth > width - (vertical ? bar : 0);
        vertical = contentHeight > height - (horizontal ? bar : 0);
        return new GridFrame(
                Math.max(0, width - (vertical ? bar : 0)),
                Math.max(0, height - (horizontal ? bar : 0)),
                vertical,
                horizontal,
                0);
    }

    GridFrame withMap(double size) {
        return new GridFrame(width, height, verticalBar, horizontalBar, size);
    }

    boolean scrolls() {
        return verticalBar || horizontalBar;
    }
}
