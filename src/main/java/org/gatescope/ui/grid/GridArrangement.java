package org.gatescope.ui.grid;

import org.gatescope.picture.table.GridFigures;
import org.gatescope.picture.table.GridGeometry;
import org.gatescope.picture.table.TablePicture;

/** Gives the cells, scroll bars and map of a grid their places, and knows how much room they would like. */
final class GridArrangement {
    /** A table of usual numbers has room for so many in a cell. */
    private static final int CHARACTERS = 6;

    private static final int MOST_COLUMNS = 16;
    private static final int FEWEST = 2;
    /** Cells from which a matrix that does not fit gets a map. */
    private static final int LARGE = 512;

    private static final double NARROWEST_WITH_MAP = 280;
    private static final double MAP_SHARE = 0.28;
    private static final double MAP_GAP = 8;
    private static final double HEADING_SHARE = 0.45;

    private final Grid grid;
    private final GridSheet sheet;
    private final GridBars bars;
    private final GridMap map;
    private double headingWidth;

    GridArrangement(Grid grid, GridSheet sheet, GridBars bars, GridMap map) {
        this.grid = grid;
        this.sheet = sheet;
        this.bars = bars;
        this.map = map;
    }

    /** Headings only ever get wider while the content keeps its size, so that scrolling does not make it jump. */
    void forgetHeadings() {
        headingWidth = 0;
    }

    boolean needsWiderHeadings() {
        return widestHeading() > headingWidth;
    }

    double preferredWidth() {
        GridGeometry whole = measured();
        double cells = Math.min(whole.columns(), MOST_COLUMNS) * whole.cellWidth();
        boolean tall = whole.rows() > grid.maxVisibleRowsProperty().get();
        double mapRoom = isLarge() ? MAP_GAP + mapWidth(GridMap.MOST) : 0;
        return across() + whole.headingWidth() + cells + (tall ? bars.thickness() : 0) + mapRoom;
    }

    /** @param width the width there will be; negative if that is not known */
    double preferredHeight(double width) {
        GridGeometry any = measured();
        int rows = Math.min(any.rows(), grid.maxVisibleRowsProperty().get());
        double height = any.headingHeight() + rows * any.cellHeight();
        double room = width - across();
        boolean bar = width >= 0 && frame(measured(room, height), room, height).horizontalBar();
        return down() + height + (bar ? bars.thickness() : 0);
    }

    double leastWidth() {
        GridGeometry whole = measured();
        return across() + whole.headingWidth() + Math.min(whole.columns(), FEWEST) * whole.cellWidth();
    }

    double leastHeight() {
        GridGeometry whole = measured();
        return down() + whole.headingHeight() + Math.min(whole.rows(), FEWEST) * whole.cellHeight();
    }

    /** Places everything, and tells the grid which cells that leaves in sight. */
    void layOut(double fullWidth, double fullHeight) {
        double width = Math.max(0, fullWidth - across());
        double height = Math.max(0, fullHeight - down());
        GridGeometry whole = measured(width, height);
        GridFrame frame = frame(whole, width, height);
        grid.seen(whole.seenThrough(frame.width(), frame.height()));
        if (needsWiderHeadings()) {
            layOut(fullWidth, fullHeight); // other rows have come into sight
            return;
        }
        double left = grid.snappedLeftInset();
        double top = grid.snappedTopInset();
        sheet.resizeRelocate(left, top, frame.width(), frame.height());
        bars.place(frame, left, top);
        placeMap(frame, left + width, top + whole.headingHeight());
    }

    private void placeMap(GridFrame frame, double right, double top) {
        map.setVisible(frame.mapSize() > 0);
        if (frame.mapSize() > 0) {
            GridContent content = grid.getContent();
            double width = mapWidth(frame.mapSize());
            double height = GridMap.side(content.rows(), longestSide(), frame.mapSize());
            map.resizeRelocate(right - width, top, width, height);
            map.show(content);
            map.requestLayout();
        }
    }

    private GridFrame frame(GridGeometry whole, double width, double height) {
        double contentWidth = whole.headingWidth() + whole.columns() * whole.cellWidth();
        double contentHeight = whole.headingHeight() + whole.rows() * whole.cellHeight();
        GridFrame frame = GridFrame.fit(width, height, contentWidth, contentHeight, bars.thickness());
        if (!frame.scrolls() || !hasMap(width)) {
            return frame;
        }
        double mapSize = mapSize(width, height);
        return GridFrame.fit(width - MAP_GAP - mapWidth(mapSize), height, contentWidth, contentHeight, bars.thickness())
                .withMap(mapSize);
    }

    private boolean hasMap(double width) {
        return isLarge() && width >= NARROWEST_WITH_MAP;
    }

    private static double mapSize(double width, double height) {
        return Math.clamp(Math.min(Math.floor(width * MAP_SHARE), height), GridMap.LEAST, GridMap.MOST);
    }

    private double mapWidth(double mapSize) {
        return GridMap.side(grid.getContent().columns(), longestSide(), mapSize);
    }

    private int longestSide() {
        return Math.max(grid.getContent().rows(), grid.getContent().columns());
    }

    private boolean isLarge() {
        return (long) grid.getContent().rows() * grid.getContent().columns() >= LARGE;
    }

    /** Cells and headings at their size for any room there may be. */
    GridGeometry measured() {
        return measured(Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /**
     * Cells and headings at their size, the view not yet known; what is scrolled follows the size of the cells. Cells
     * draw in a little where that spares a scroll bar.
     */
    private GridGeometry measured(double width, double height) {
        GridContent content = grid.getContent();
        GridGeometry before = grid.geometry();
        headingWidth = Math.max(headingWidth, widestHeading());
        double headings = grid.snapSizeX(Math.min(headingWidth, width * HEADING_SHARE));
        double cellHeight = grid.snapSizeY(Math.rint(grid.figures().size() * 1.9));
        boolean tall = cellHeight * (content.rows() + 1) > height;
        double cellWidth = cellWidth(width - headings - (tall ? besides(width, height) : 0));
        return new GridGeometry(
                content.rows(),
                content.columns(),
                cellWidth,
                cellHeight,
                headings,
                cellHeight,
                0,
                0,
                grid.snapPositionX(before.scrollX() * cellWidth / before.cellWidth()),
                grid.snapPositionY(before.scrollY() * cellHeight / before.cellHeight()));
    }

    private double cellWidth(double room) {
        double pitch = grid.figures().pitch();
        double number = grid.figures().numberWidth(grid.getContent().form().widest());
        double usual = grid.snapSizeX(Math.max(pitch * (CHARACTERS + 0.4) + 6, number + pitch));
        double least = Math.max(pitch * (CHARACTERS - 1) + 4, number + 4);
        double fitting = Math.floor(room / Math.max(1, grid.getContent().columns()));
        return fitting >= least ? Math.min(usual, fitting) : usual;
    }

    /** What a matrix that scrolls down takes at its right. */
    private double besides(double width, double height) {
        return bars.thickness() + (hasMap(width) ? MAP_GAP + mapWidth(mapSize(width, height)) : 0);
    }

    /** Room for the widest row heading in sight; long ones are shortened. */
    private double widestHeading() {
        GridFigures figures = grid.figures();
        GridContent content = grid.getContent();
        int first = grid.geometry().firstRow();
        int shown = Math.max(
                grid.geometry().endRow() - first, grid.maxVisibleRowsProperty().get());
        double widest = figures.width("h00"); // so that tables one below the other line up
        for (int row = first; row < Math.min(first + shown, content.rows()); row++) {
            widest = Math.max(widest, figures.width(content.rowHeading(row)));
        }
        return grid.snapSizeX(Math.min(widest, figures.size() * 12) + TablePicture.HEADING_GAP);
    }

    private double across() {
        return grid.snappedLeftInset() + grid.snappedRightInset();
    }

    private double down() {
        return grid.snappedTopInset() + grid.snappedBottomInset();
    }
}
