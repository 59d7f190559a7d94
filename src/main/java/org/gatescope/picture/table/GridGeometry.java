package org.gatescope.picture.table;

import org.jspecify.annotations.Nullable;

/**
 * Where the cells of a grid are: equal cells behind frozen headings, scrolled by some pixels. Lengths are in pixels from
 * the upper left corner of the view.
 */
public record GridGeometry(
        int rows,
        int columns,
        double cellWidth,
        double cellHeight,
        double headingWidth,
        double headingHeight,
        double viewWidth,
        double viewHeight,
        double scrollX,
        double scrollY) {
    /** Room for cells beside the headings. */
    public double bodyWidth() {
        return Math.max(0, viewWidth - headingWidth);
    }

    /** Room for cells below the headings. */
    public double bodyHeight() {
        return Math.max(0, viewHeight - headingHeight);
    }

    /** How far it can be scrolled to the right. */
    public double maxScrollX() {
        return Math.max(0, columns * cellWidth - bodyWidth());
    }

    /** How far it can be scrolled down. */
    public double maxScrollY() {
        return Math.max(0, rows * cellHeight - bodyHeight());
    }

    /** Where a column begins. */
    public double x(int column) {
        return headingWidth + column * cellWidth - scrollX;
    }

    /** Where a row begins. */
    public double y(int row) {
        return headingHeight + row * cellHeight - scrollY;
    }

    /** The first row that shows at least in part. */
    public int firstRow() {
        return Math.clamp((long) (scrollY / cellHeight), 0, rows);
    }

    /** One after the last row that shows. */
    public int endRow() {
        return Math.clamp((long) Math.ceil((scrollY + bodyHeight()) / cellHeight), 0, rows);
    }

    /** The first column that shows at least in part. */
    public int firstColumn() {
        return Math.clamp((long) (scrollX / cellWidth), 0, columns);
    }

    /** One after the last column that shows. */
    public int endColumn() {
        return Math.clamp((long) Math.ceil((scrollX + bodyWidth()) / cellWidth), 0, columns);
    }

    /** Rows that fit in full, at least one. */
    public int pageRows() {
        return Math.max(1, (int) (bodyHeight() / cellHeight));
    }

    /** The cell at a point; −1 for a heading's row or column, null beside the matrix. */
    public @Nullable GridCell cellAt(double x, double y) {
        if (x < 0 || y < 0 || x >= viewWidth || y >= viewHeight) {
            return null;
        }
        GridCell cell = nearest(x, y);
        int row = y < headingHeight ? -1 : cell.row();
        int column = x < headingWidth ? -1 : cell.column();
        return row < rows && column < columns ? new GridCell(row, column) : null;
    }

    /** The cell a point would be in if the matrix went on for ever. */
    private GridCell nearest(double x, double y) {
        return new GridCell((int) Math.floor((y - headingHeight + scrollY) / cellHeight), (int)
                Math.floor((x - headingWidth + scrollX) / cellWidth));
    }

    /** The cell of the matrix that is next to a point anywhere, as dragging needs it. */
    public GridCell cellNear(double x, double y) {
        return nearest(x, y).within(rows, columns);
    }

    /** The same cells through a view of this size. */
    public GridGeometry seenThrough(double width, double height) {
        return new GridGeometry(
                        rows,
                        columns,
                        cellWidth,
                        cellHeight,
                        headingWidth,
                        headingHeight,
                        width,
                        height,
                        scrollX,
                        scrollY)
                .scrolledTo(scrollX, scrollY);
    }

    /** True if a cell is in sight at least in part. */
    public boolean shows(GridCell cell) {
        return cell.row() >= firstRow()
                && cell.row() < endRow()
                && cell.column() >= firstColumn()
                && cell.column() < endColumn();
    }

    /** Scrolled as far as said, or as it can be. */
    public GridGeometry scrolledTo(double x, double y) {
        return new GridGeometry(
                rows,
                columns,
                cellWidth,
                cellHeight,
                headingWidth,
                headingHeight,
                viewWidth,
                viewHeight,
                Math.clamp(x, 0, maxScrollX()),
                Math.clamp(y, 0, maxScrollY()));
    }

    /** Scrolled as little as it takes to see the cell. */
    public GridGeometry revealing(GridCell cell) {
        double right = (cell.column() + 1) * cellWidth - bodyWidth();
        double bottom = (cell.row() + 1) * cellHeight - bodyHeight();
        double x = Math.min(Math.max(scrollX, right), cell.column() * cellWidth);
        double y = Math.min(Math.max(scrollY, bottom), cell.row() * cellHeight);
        return scrolledTo(x, y);
    }
}
