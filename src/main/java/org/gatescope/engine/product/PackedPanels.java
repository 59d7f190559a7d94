package org.gatescope.engine.product;

import org.gatescope.engine.program.Buffers;
import org.gatescope.engine.program.Slot;

/**
 * Some rows of a matrix, cut into panels of {@link Tile#COLUMNS} columns that lie one behind the other, so that a tile
 * reads its operand without a gap. The last panel is filled up with zeros.
 *
 * @param matrix (rows or more, M)
 * @param packed as many rows as there is room for in each panel
 */
record PackedPanels(Slot matrix, Slot packed) {

    /** Room for so many rows of a matrix. */
    static PackedPanels of(Slot matrix, int rows, Buffers buffers) {
        int count = Math.ceilDiv(matrix.columns(), Tile.COLUMNS);
        return new PackedPanels(matrix, buffers.table(rows, Math.multiplyExact(count, Tile.COLUMNS)));
    }

    int count() {
        return packed.columns() / Tile.COLUMNS;
    }

    /** Columns of the matrix in a panel. */
    int columns(int panel) {
        return Math.min(Tile.COLUMNS, matrix.columns() - panel * Tile.COLUMNS);
    }

    double[] values() {
        return packed.values();
    }

    /** Takes a copy of rows {@code from}, {@code from + 1}, … Their panels begin {@code rows * Tile.COLUMNS} apart. */
    void pack(int from, int rows) {
        double[] values = matrix.values();
        double[] target = packed.values();
        int to = 0;
        for (int panel = 0; panel < count(); panel++) {
            int columns = columns(panel);
            int row = matrix.base() + from * matrix.rowStride() + panel * Tile.COLUMNS;
            for (int r = 0; r < rows; r++) {
                System.arraycopy(values, row, target, to, columns);
                row += matrix.rowStride();
                to += Tile.COLUMNS;
            }
        }
    }
}
