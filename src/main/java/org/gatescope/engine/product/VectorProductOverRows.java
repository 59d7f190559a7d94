package org.gatescope.engine.product;

import org.gatescope.engine.program.Buffers;
import org.gatescope.engine.program.Slot;

/** {@code out = leftᵀ right}: (rows, K) (rows, M) → (K, M). Goes through the rows once, a block at a time. */
final class VectorProductOverRows implements MatrixProduct {
    /** So many rows of a panel stay in the processor's cache while all rows of the result pass by. */
    private static final int BLOCK = 256;

    private final int rows;
    private final Slot left;
    private final Slot turned;
    private final PackedPanels right;
    private final Slot out;
    private final Tiling tiling;

    VectorProductOverRows(int rows, Slot left, Slot right, Slot out, Buffers buffers) {
        int block = Math.min(rows, BLOCK);
        this.rows = rows;
        this.left = left;
        this.turned = buffers.table(Math.ceilDiv(left.columns(), Tile.ROWS), Math.multiplyExact(block, Tile.ROWS));
        this.right = PackedPanels.of(right, block, buffers);
        this.out = out;
        this.tiling = Tiling.ofPacked(this.right, out);
    }

    @Override
    public void run(int t) {
        tiling.clear(left.columns(), out.base());
        for (int from = 0; from < rows; from += BLOCK) {
            int count = Math.min(BLOCK, rows - from);
            right.pack(from, count);
            turn(from, count);
            tiling.add(left.columns(), count, turned.values(), 0, out.base());
        }
    }

    @Override
    public long multiplications() {
        return (long) rows * left.columns() * out.columns();
    }

    /** Packs the left operand's columns as the rows of tiles, four beside each other. */
    private void turn(int from, int count) {
        double[] values = left.values();
        double[] target = turned.values();
        int columns = left.columns();
        for (int k = 0; k < columns; k += Tile.ROWS) {
            int width = Math.min(Tile.ROWS, columns - k);
            int to = k * count;
            int row = left.base() + from * left.rowStride() + k;
            for (int r = 0; r < count; r++) {
                for (int i = 0; i < width; i++) {
                    target[to + i] = values[row + i];
                }
                row += left.rowStride();
                to += Tile.ROWS;
            }
        }
    }
}
