package org.gatescope.engine.product;

import org.gatescope.engine.program.Slot;

/** {@code out = left right}: (rows, K) (K, M) → (rows, M), where the right operand is packed before this runs. */
final class VectorProduct implements MatrixProduct {
    /** So many rows stay in the processor's cache while all panels pass by. */
    private static final int BLOCK = 64;

    private final int rows;
    private final Slot left;
    private final Slot out;
    private final Tiling tiling;

    VectorProduct(int rows, Slot left, PackedPanels right, Slot out) {
        this.rows = rows;
        this.left = left;
        this.out = out;
        this.tiling = Tiling.ofRows(left, right, out);
    }

    @Override
    public void run(int t) {
        for (int from = 0; from < rows; from += BLOCK) {
            int count = Math.min(BLOCK, rows - from);
            int to = out.at(t) + from * out.rowStride();
            tiling.clear(count, to);
            tiling.add(count, left.columns(), left.values(), left.at(t) + from * left.rowStride(), to);
        }
    }

    @Override
    public long multiplications() {
        return (long) rows * left.columns() * out.columns();
    }
}
