package org.gatescope.engine;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * {@code out = left right} or {@code out = leftᵀ right} by EJML, which wants its operands dense and at the start of their
 * arrays: others are gathered into matrices made once.
 */
final class MatrixProduct implements Instruction {
    private final Operand left;
    private final Operand right;
    private final Operand out;
    private final boolean leftTransposed;

    private MatrixProduct(Operand left, Operand right, Operand out, boolean leftTransposed) {
        this.left = left;
        this.right = right;
        this.out = out;
        this.leftTransposed = leftTransposed;
    }

    /** {@code out = left right}: (rows, K) (K, M) → (rows, M). */
    static MatrixProduct of(int rows, Slot left, Slot right, Slot out) {
        return new MatrixProduct(
                new Operand(left, rows), new Operand(right, left.columns()), new Operand(out, rows), false);
    }

    /** {@code out = leftᵀ right}: (rows, K) (rows, M) → (K, M). The sum runs over the rows. */
    static MatrixProduct overRows(int rows, Slot left, Slot right, Slot out) {
        return new MatrixProduct(
                new Operand(left, rows), new Operand(right, rows), new Operand(out, left.columns()), true);
    }

    @Override
    public void run(int t) {
        DMatrixRMaj result = out.empty(t);
        if (result.data.length == 0 || result.getNumElements() == 0) {
            return;
        }
        DMatrixRMaj a = left.filled(t);
        DMatrixRMaj b = right.filled(t);
        if (a.getNumElements() == 0) {
            Arrays.fill(result.data, 0, result.getNumElements(), 0);
        } else if (leftTransposed) {
            CommonOps_DDRM.multTransA(a, b, result);
        } else {
            CommonOps_DDRM.mult(a, b, result);
        }
        out.scatter(result, t);
    }

    /** A slot as EJML sees it. */
    private static final class Operand {
        private final Slot slot;
        private final int rows;
        private final DMatrixRMaj view = new DMatrixRMaj(0, 0);
        private double[] gathered = {};

        Operand(Slot slot, int rows) {
            this.slot = slot;
            this.rows = rows;
        }

        DMatrixRMaj filled(int t) {
            if (isDirect(t)) {
                return shown(slot.values());
            }
            own();
            for (int r = 0; r < rows; r++) {
                System.arraycopy(
                        slot.values(), slot.at(t) + r * slot.rowStride(), gathered, r * slot.columns(), slot.columns());
            }
            return shown(gathered);
        }

        DMatrixRMaj empty(int t) {
            if (isDirect(t)) {
                return shown(slot.values());
            }
            own();
            return shown(gathered);
        }

        void scatter(DMatrixRMaj result, int t) {
            if (isDirect(t)) {
                return;
            }
            for (int r = 0; r < rows; r++) {
                System.arraycopy(
                        result.data,
                        r * slot.columns(),
                        slot.values(),
                        slot.at(t) + r * slot.rowStride(),
                        slot.columns());
            }
        }

        private boolean isDirect(int t) {
            return slot.at(t) == 0 && (slot.isDense() || rows <= 1);
        }

        private void own() {
            if (gathered.length == 0) {
                gathered = new double[Math.multiplyExact(rows, slot.columns())];
            }
        }

        private DMatrixRMaj shown(double[] data) {
            view.data = data;
            view.numRows = rows;
            view.numCols = slot.columns();
            return view;
        }
    }
}
