package org.gatescope.engine.program;

/**
 * Where a table of numbers stands in a buffer: the number at (t, row, column) is at {@code base + t * stepStride + row *
 * rowStride + column}. A stride of 0 repeats: a vector serves all rows, a parameter all steps.
 *
 * @param columns numbers in a row
 */
public record Slot(Buffer buffer, int base, int stepStride, int rowStride, int columns) {
    /** The array in which the table stands. */
    public double[] values() {
        return buffer.values();
    }

    /** Where step t begins. */
    public int at(int t) {
        return base + t * stepStride;
    }

    /** Some of the columns. */
    public Slot slice(int from, int count) {
        return new Slot(buffer, base + from, stepStride, rowStride, count);
    }

    /** The same from a later row on. */
    public Slot below(int rows) {
        return new Slot(buffer, base + rows * rowStride, stepStride, rowStride, columns);
    }

    /** True if rows follow one another without a gap. */
    public boolean isDense() {
        return rowStride == columns;
    }
}
