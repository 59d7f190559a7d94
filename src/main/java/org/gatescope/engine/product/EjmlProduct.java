package org.gatescope.engine.product;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gatescope.engine.program.Slot;

/**
 * {@code out = left right} or {@code out = leftᵀ right} by EJML, which wants its operands dense and at the start of their
 * arrays.
 */
final class EjmlProduct implements MatrixProduct {
    private final Operand left;
    private final Operand right;
    private final Operand out;
    private final boolean leftTransposed;

    private EjmlProduct(Operand left, Operand right, Operand out, boolean leftTransposed) {
        this.left = left;
        this.right = right;
        this.out = out;
        this.leftTransposed = leftTransposed;
    }

    /** {@code out = left right}: (rows, K) (K, M) → (rows, M). */
    static EjmlProduct of(int rows, Slot left, Slot right, Slot out) {
        return new EjmlProduct(
                new Operand(left, rows), new Operand(right, left.columns()), new Operand(out, rows), false);
    }

    /** {@code out = leftᵀ right}: (rows, K) (rows, M) → (K, M). The sum runs over the rows. */
    static EjmlProduct overRows(int rows, Slot left, Slot right, Slot out) {
        return new EjmlProduct(
                new Operand(left, rows), new Operand(right, rows), new Operand(out, left.columns()), true);
    }

    @Override
    public void run(int t) {
        DMatrixRMaj a = left.matrix();
        DMatrixRMaj b = right.matrix();
        DMatrixRMaj result = out.matrix();
        if (a.getNumElements() == 0) {
            Arrays.fill(result.data, 0, result.getNumElements(), 0); // a sum of nothing
        } else if (leftTransposed) {
            CommonOps_DDRM.multTransA(a, b, result);
        } else {
            CommonOps_DDRM.mult(a, b, result);
        }
    }

    @Override
    public long multiplications() {
        return (long) left.view.getNumElements() * out.view.numCols;
    }

    /** A slot as EJML sees it. */
    private static final class Operand {
        private final Slot slot;
        private final DMatrixRMaj view = new DMatrixRMaj(0, 0);

        Operand(Slot slot, int rows) {
            this.slot = slot;
            view.numRows = rows;
            view.numCols = slot.columns();
        }

        /** What a Trace keeps stands in another array in each run. */
        DMatrixRMaj matrix() {
            view.data = slot.values();
            return view;
        }
    }
}
