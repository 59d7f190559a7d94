package org.gatescope.engine;

import java.util.Arrays;

/** {@code out = leftᵀ right}: (rows, K) (rows, M) → (K, M). Goes through the rows once, a few at a time. */
final class RowProductOverRows implements MatrixProduct {
    /** So many rows of M numbers stay in the processor's cache while all K rows of the result pass by. */
    private static final int BLOCK = 4 * RowSums.AT_ONCE;

    private final int rows;
    private final Slot left;
    private final PackedRows right;
    private final PackedRows out;

    RowProductOverRows(int rows, Slot left, Slot right, Slot out) {
        this.rows = rows;
        this.left = left;
        this.right = new PackedRows(right, Math.min(rows, BLOCK));
        this.out = new PackedRows(out, left.columns());
    }

    @Override
    public void run(int t) {
        double[][] sums = out.values();
        for (double[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        for (int from = 0; from < rows; from += BLOCK) {
            int count = Math.min(BLOCK, rows - from);
            right.read(t, from, count);
            int row = left.at(t) + from * left.rowStride();
            for (int k = 0; k < sums.length; k++) {
                RowSums.add(left.values(), row + k, left.rowStride(), right.values(), count, sums[k]);
            }
        }
        out.write(t);
    }
}
