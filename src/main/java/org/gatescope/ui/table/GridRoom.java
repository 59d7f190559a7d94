package org.gatescope.ui.table;

/** Gives the cells, scroll bars and map of a grid their places, and knows how much room they would like. */
final class GridRoom {
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

    GridRoom(Grid grid, GridSheet sheet, GridBars bars, GridMap map) {
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
        GridGeometry whole = measured(Double.MAX_VALUE);
        double cells = Math.min(whole.columns(), MOST_COLUMNS) * whole.cellWidth();
        boolean tall = whole.rows() > grid.maxVisibleRowsProperty().get();
        double mapRoom = isLarge() ? MAP_GAP + GridMap.width(whole.rows(), whole.columns(), GridMap.MOST) : 0;
        return across() + whole.headingWidth() + cells + (tall ? bars.thickness() : 0) + mapRoom;
    }

    /** @param width the width there will be; negative if that is not known */
    double preferredHeight(double width) {
        GridGeometry whole = measured(width < 0 ? Double.MAX_VALUE : width);
        int rows = Math.min(whole.rows(), grid.maxVisibleRowsProperty().get());
        double height = whole.headingHeight() + rows * whole.cellHeight();
        boolean bar = width >= 0 && frame(whole, width - across(), height).horizontalBar();
        return down() + height + (bar ? bars.thickness() : 0);
    }

    double leastWidth() {
        GridGeometry whole = measured(Double.MAX_VALUE);
        return across() + whole.headingWidth() + Math.min(whole.columns(), FEWEST) * whole.cellWidth();
    }

    double leastHeight() {
        GridGeometry whole = measured(Double.MAX_VALUE);
        return down() + whole.headingHeight() + Math.min(whole.rows(), FEWEST) * whole.cellHeight();
    }

    /** Places everything, and tells the grid which cells that leaves in sight. */
    void layOut(double fullWidth, double fullHeight) {
        double width = Math.max(0, fullWidth - across());
        double height = Math.max(0, fullHeight - down());
        GridGeometry whole = measured(fullWidth);
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
            double width = GridMap.width(content.rows(), content.columns(), frame.mapSize());
            double height = GridMap.height(content.rows(), content.columns(), frame.mapSize());
            map.resizeRelocate(right - width, top, width, height);
            map.show(content);
            map.requestLayout();
        }
    }

    private GridFrame frame(GridGeometry whole, double width, double height) {
        double contentWidth = whole.headingWidth() + whole.columns() * whole.cellWidth();
        double contentHeight = whole.headingHeight() + whole.rows() * whole.cellHeight();
        GridFrame frame = GridFrame.fit(width, height, contentWidth, contentHeight, bars.thickness());
        if (!frame.scrolls() || !isLarge() || width < NARROWEST_WITH_MAP) {
            return frame;
        }
        double most = Math.floor(width * MAP_SHARE);
        double mapSize = Math.max(GridMap.LEAST, Math.min(Math.min(GridMap.MOST, most), frame.height()));
        double room = width - MAP_GAP - GridMap.width(whole.rows(), whole.columns(), mapSize);
        return GridFrame.fit(room, height, contentWidth, contentHeight, bars.thickness())
                .withMap(mapSize);
    }

    private boolean isLarge() {
        return (long) grid.getContent().rows() * grid.getContent().columns() >= LARGE;
    }

    /** Cells and headings at their size, the view not yet known; what is scrolled follows the size of the cells. */
    GridGeometry measured(double width) {
        Figures figures = grid.figures();
        GridContent content = grid.getContent();
        GridGeometry before = grid.geometry();
        headingWidth = Math.max(headingWidth, widestHeading());
        double cellWidth = grid.snapSizeX(figures.pitch() * (content.characters() + 0.4) + 6);
        double cellHeight = grid.snapSizeY(Math.round(figures.size() * 1.9));
        return new GridGeometry(
                content.rows(),
                content.columns(),
                cellWidth,
                cellHeight,
                grid.snapSizeX(Math.min(headingWidth, width * HEADING_SHARE)),
                cellHeight,
                0,
                0,
                grid.snapPositionX(before.scrollX() * cellWidth / before.cellWidth()),
                grid.snapPositionY(before.scrollY() * cellHeight / before.cellHeight()));
    }

    /** Room for the widest row heading in sight; long ones are shortened. */
    private double widestHeading() {
        Figures figures = grid.figures();
        GridContent content = grid.getContent();
        int first = grid.geometry().firstRow();
        int shown = Math.max(
                grid.geometry().endRow() - first, grid.maxVisibleRowsProperty().get());
        double widest = 0;
        for (int row = first; row < Math.min(first + shown, content.rows()); row++) {
            widest = Math.max(widest, figures.width(content.rowHeading(row)));
        }
        return grid.snapSizeX(Math.min(widest, figures.size() * 12) + GridPainter.HEADING_GAP);
    }

    private double across() {
        return grid.snappedLeftInset() + grid.snappedRightInset();
    }

    private double down() {
        return grid.snappedTopInset() + grid.snappedBottomInset();
    }
}
