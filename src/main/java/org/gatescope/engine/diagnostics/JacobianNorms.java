package org.gatescope.engine.diagnostics;

import org.ejml.data.DMatrixRMaj;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.plan.Memory;
import org.gatescope.engine.product.Multiplication;

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
        int hidden = steps.width(state);
        int order = steps.order();
        Memory.require(8L * length * hidden * order, new Sizes(1, length, 0, hidden));
        int first = steps.firstColumn(state);
        double[][] norms = new double[steps.steps()][steps.steps()];
        double[][] products = new double[length][]; // of k so far: ∂(states after t)/∂h[k], transposed, (H, S·H)
        Multiplication multiplication = new Multiplication(hidden, order, order);
        for (int i = 0; i < length; i++) {
            int t = steps.time(i);
            steps.transposed(t, multiplication.right());
            for (int k = 0; k < i; k++) {
                System.arraycopy(products[k], 0, multiplication.left(), 0, hidden * order);
                System.arraycopy(multiplication.product(), 0, products[k], 0, hidden * order);
            }
            products[i] = itself(hidden, order, first);
            for (int k = 0; k <= i; k++) {
                norms[t][steps.time(k)] = norm.of(block(products[k], first, hidden, order));
            }
            progress.report(i + 1L, length);
        }
        return new JacobianNorms(state, norm, Matrix.of(norms, steps.steps()));
    }

    /** What a state depends on of itself. */
    private static double[] itself(int hidden, int order, int first) {
        double[] self = new double[hidden * order];
        for (int unit = 0; unit < hidden; unit++) {
            self[unit * order + first + unit] = 1;
        }
        return self;
    }

    private static DMatrixRMaj block(double[] rows, int firstColumn, int size, int order) {
        DMatrixRMaj block = new DMatrixRMaj(size, size);
        for (int row = 0; row < size; row++) {
            System.arraycopy(rows, row * order + firstColumn, block.data, row * size, size);
        }
        return block;
    }
}
