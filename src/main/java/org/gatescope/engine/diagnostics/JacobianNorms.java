package org.gatescope.engine.diagnostics;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Memory;
import org.gatescope.engine.Sizes;

/**
 * How much a state after one step depends on the same state after an earlier one: ‖∂h[t]/∂h[k]‖, the other states after
 * step k held fixed (of an LSTM: c[k]).
 *
 * @param norms row t, column k, (T, T): √H on the diagonal (1 as spectral norm); 0 where k is computed after t, and
 *              where the sequence is over. In a reversed direction the lower steps are the later ones, so that numbers
 *              stand right of the diagonal.
 */
public record JacobianNorms(String state, MatrixNorm norm, Matrix norms) {

    /**
     * All of a sequence, in T²/2 products of (H, S·H) with (S·H, S·H). Kept are T · H · S·H numbers.
     *
     * @param progress told after each step
     * @throws IllegalArgumentException                     if the cell has no such state
     * @throws org.gatescope.engine.TooLargeException       if these do not fit into memory
     * @throws java.util.concurrent.CancellationException if stopped
     */
    public static JacobianNorms of(StepJacobians steps, String state, MatrixNorm norm, Progress progress) {
        int length = steps.length();
        int hidden = steps.hidden();
        int order = steps.order();
        Memory.require(8L * length * hidden * order, new Sizes(1, length, 0, hidden));
        int first = steps.firstColumn(state);
        double[][] norms = new double[steps.steps()][steps.steps()];
        List<DMatrixRMaj> products = new ArrayList<>(); // ∂h[t]/∂h[k] transposed for each k so far: (H, S·H)
        DMatrixRMaj scratch = new DMatrixRMaj(hidden, order);
        for (int i = 0; i < length; i++) {
            int t = steps.time(i);
            DMatrixRMaj transposed = steps.dense(t);
            CommonOps_DDRM.transpose(transposed);
            for (int k = 0; k < i; k++) {
                CommonOps_DDRM.mult(products.get(k), transposed, scratch);
                scratch = products.set(k, scratch);
            }
            DMatrixRMaj self = new DMatrixRMaj(hidden, order);
            for (int unit = 0; unit < hidden; unit++) {
                self.set(unit, first + unit, 1);
            }
            products.add(self);
            for (int k = 0; k <= i; k++) {
                norms[t][steps.time(k)] = norm.of(columns(products.get(k), first, hidden));
            }
            progress.report(i + 1L, length);
        }
        return new JacobianNorms(state, norm, Matrix.of(norms, steps.steps()));
    }

    private static DMatrixRMaj columns(DMatrixRMaj product, int first, int count) {
        DMatrixRMaj columns = new DMatrixRMaj(product.numRows, count);
        for (int row = 0; row < product.numRows; row++) {
            System.arraycopy(product.data, row * product.numCols + first, columns.data, row * count, count);
        }
        return columns;
    }
}
