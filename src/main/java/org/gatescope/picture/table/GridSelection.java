package org.gatescope.picture.table;

/**
 * A rectangle of selected cells.
 *
 * @param anchor the active cell, where it began and where typing goes
 * @param lead the opposite corner, which Shift moves
 */
public record GridSelection(GridCell anchor, GridCell lead) {
    /** One cell. */
    public static GridSelection of(GridCell cell) {
        return new GridSelection(cell, cell);
    }

    /** Everything between two corners, in a matrix of this size. */
    public static GridSelection all(int rows, int columns) {
        return new GridSelection(new GridCell(0, 0), new GridCell(rows - 1, columns - 1).within(rows, columns));
    }

    /** The first row, from 0. */
    public int top() {
        return Math.min(anchor.row(), lead.row());
    }

    /** The first column, from 0. */
    public int left() {
        return Math.min(anchor.column(), lead.column());
    }

    /** The last row, which is selected too. */
    public int bottom() {
        return Math.max(anchor.row(), lead.row());
    }

    /** The last column, which is selected too. */
    public int right() {
        return Math.max(anchor.column(), lead.column());
    }

    /** How many rows are selected, 1 or more. */
    public int rows() {
        return bottom() - top() + 1;
    }

    /** How many columns are selected, 1 or more. */
    public int columns() {
        return right() - left() + 1;
    }

    /** True if a cell is among those selected. */
    public boolean contains(int row, int column) {
        return hasRow(row) && hasColumn(column);
    }

    /** True if cells of this row are selected. */
    public boolean hasRow(int row) {
        return row >= top() && row <= bottom();
    }

    /** True if cells of this column are selected. */
    public boolean hasColumn(int column) {
        return column >= left() && column <= right();
    }

    /** True if no other cell than the active one is selected. */
    public boolean isOneCell() {
        return anchor.equals(lead);
    }

    /** With the corner that moves elsewhere. */
    public GridSelection extendedTo(GridCell cell) {
        return new GridSelection(anchor, cell);
    }

    /** With both corners in a matrix of this size, at the nearest cells. */
    public GridSelection within(int rows, int columns) {
        return new GridSelection(anchor.within(rows, columns), lead.within(rows, columns));
    }
}
