package org.gatescope.picture.table;

/** A place in a grid, counted from 0; −1 stands for the headings where it is said so. */
public record GridCell(int row, int column) {
    /** False for a place in the headings. */
    public boolean inBody() {
        return row >= 0 && column >= 0;
    }

    /** The nearest cell of a matrix of this size. */
    public GridCell within(int rows, int columns) {
        return new GridCell(Math.clamp(row, 0, Math.max(0, rows - 1)), Math.clamp(column, 0, Math.max(0, columns - 1)));
    }
}
