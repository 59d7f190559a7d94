package org.gatescope.engine;

import java.util.Arrays;

/** {@code out = left right}: (rows, K) (K, M) → (rows, M), a row of the result at a time. */
final class RowProduct implements MatrixProduct {
    private final int rows;
    private final Slot left;
    private final PackedRows right;
    private final Slot out;
    private final PackedRows result;

    /** @param right is packed before this runs */
    RowProduct(int rows, Slot left, PackedRows right, Slot out) {
        this.rows = rows;
        this.left = left;
        this.right = right;
        this.out = out;
        this.result = new PackedRows(out, 1);
    }

    @Override
    public void run(int t) {
        double[] sum = result.values()[0];
        for (int r = 0; r < rows; r++) {
            Arrays.fill(sum, 0);
            int row = left.at(t) + r * left.rowStride();
            RowSums.add(left.values(), row, 1, right.values(), right.rows(), sum);
            System.arraycopy(sum, 0, out.values(), out.at(t) + r * out.rowStride(), sum.length);
        }
    }
}
