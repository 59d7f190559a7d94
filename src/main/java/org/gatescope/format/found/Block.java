package org.gatescope.format.found;

import org.gatescope.format.tensor.NamedTensor;

/**
 * A matrix that lies in a stored tensor. Every known layout of gates is a set of such blocks.
 *
 * @param start        of its number at (0, 0), in the tensor's numbers counted row after row
 * @param rowStride    how far apart the numbers of neighbouring rows are; 0 where it has but one
 * @param columnStride the same for columns
 */
public record Block(NamedTensor tensor, int start, int rowStride, int columnStride) {
    /** Consecutive columns of a table, from one of its rows on. */
    public static Block at(NamedTensor table, int row, int column) {
        int columns = table.dimensions().size(1);
        return new Block(table, row * columns + column, columns, 1);
    }

    /** Consecutive rows of a table, as columns. */
    public static Block transposed(NamedTensor table, int row) {
        int columns = table.dimensions().size(1);
        return new Block(table, row * columns, 1, columns);
    }

    /** Consecutive numbers, as a row. */
    public static Block row(NamedTensor tensor, int first) {
        return new Block(tensor, first, 0, 1);
    }

    /** Which of the tensor's numbers stands at a place. */
    public int place(int row, int column) {
        return start + row * rowStride + column * columnStride;
    }

    /** Whether its rows are columns of the tensor. */
    public boolean isTransposed() {
        return rowStride == 1 && columnStride > 1;
    }
}
