package org.gatescope.engine;

import org.jspecify.annotations.Nullable;

/** A matrix copied into one array a row, as {@link RowSums} wants it. As an instruction it takes the copy. */
final class PackedRows implements Instruction {
    private final Slot slot;
    private final int rows;
    private double @Nullable [][] packed;

    PackedRows(Slot slot, int rows) {
        this.slot = slot;
        this.rows = rows;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return slot.columns();
    }

    /** Made at first use. */
    double[][] values() {
        double[][] values = packed;
        if (values == null) {
            values = new double[rows][slot.columns()];
            packed = values;
        }
        return values;
    }

    @Override
    public void run(int t) {
        read(t, 0, rows);
    }

    /** Copies rows {@code from}, {@code from + 1}, … of step t to the beginning. */
    void read(int t, int from, int count) {
        for (int r = 0; r < count; r++) {
            int start = slot.at(t) + (from + r) * slot.rowStride();
            System.arraycopy(slot.values(), start, values()[r], 0, slot.columns());
        }
    }

    /** The other way: copies all rows back. */
    void write(int t) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(values()[r], 0, slot.values(), slot.at(t) + r * slot.rowStride(), slot.columns());
        }
    }
}
