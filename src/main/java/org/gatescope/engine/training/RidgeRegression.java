package org.gatescope.engine.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.UtilEjml;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.gatescope.engine.Matrix;

/**
 * Linear regression with a penalty on the weights (Hoerl and Kennard 1970; for the read-out of a reservoir Jaeger 2001 and
 * Lukoševičius 2012, equation 9): the W and b of which
 *
 * <pre>Σ weight · |x W + b − y|² + λ |W|²</pre>
 *
 * over all rows is smallest. Without a bias, and with weights of 1, W = (XᵀX + λI)⁻¹XᵀY. The bias is the weight of a column
 * of ones beside X that has no penalty; so W is the same for X and Y from which their means are taken, and b what makes up
 * for that. XᵀX is not formed, which would square the condition of X: with X = U S Vᵀ, W = V S (S² + λI)⁻¹ Uᵀ Y.
 *
 * @param penalty λ, from 0 on; it stands against the sum over rows, not their mean
 * @param biased  false for b = 0
 */
public record RidgeRegression(double penalty, boolean biased) {
    /** @throws IllegalArgumentException unless the penalty is a finite number from 0 on */
    public RidgeRegression {
        requirePenalty(penalty);
    }

    /** @throws IllegalArgumentException unless a finite number from 0 on */
    public static void requirePenalty(double penalty) {
        Require.notNegative("penalty", penalty);
    }

    /**
     * @param weights W, (H, K)
     * @param bias    b, (1, K)
     */
    public record Solution(Matrix weights, Matrix bias) {}

    /**
     * Solves it by a singular value decomposition.
     *
     * @param x       (R, H)
     * @param y       (R, K)
     * @param weights of the rows, (R, 1), from 0 on; a row of weight 0 has no part in it, whatever it holds
     * @throws UnsolvableException if no row has a weight, a number is not finite or a weight below 0, or if without penalty
     *     more than one W is best
     */
    public Solution solve(Matrix x, Matrix y, Matrix weights) {
        Rows rows = Rows.of(x, y, weights);
        double noise =
                noise(rows.x()) * Math.sqrt(Arrays.stream(rows.weights()).max().orElse(1));
        double[] meanX = biased ? rows.centre(rows.x()) : new double[x.columns()];
        double[] meanY = biased ? rows.centre(rows.y()) : new double[y.columns()];
        rows.scaleByRoots();
        Matrix solved = Decomposed.of(rows.x()).solve(rows.y(), penalty, noise);
        double[] bias = meanY.clone();
        for (int k = 0; k < bias.length; k++) {
            for (int h = 0; h < meanX.length; h++) {
                bias[k] -= meanX[h] * solved.get(h, k);
            }
        }
        Solution solution = new Solution(solved, Matrix.row(bias));
        if (!solution.weights().isFinite() || !solution.bias().isFinite()) {
            throw new UnsolvableException("ridge.large");
        }
        return solution;
    }

    /** As large as singular values may be by rounding alone: of a matrix whose numbers are off by their last digit. */
    private static double noise(DMatrixRMaj matrix) {
        double largest = matrix.getNumElements() == 0 ? 0 : CommonOps_DDRM.elementMaxAbs(matrix);
        return 4 * UtilEjml.EPS * Math.sqrt(matrix.getNumElements()) * largest;
    }

    /** Those that have a weight. */
    private record Rows(DMatrixRMaj x, DMatrixRMaj y, double[] weights) {
        static Rows of(Matrix x, Matrix y, Matrix weights) {
            if (x.rows() != y.rows() || x.rows() != weights.rows()) {
                throw new IllegalArgumentException(
                        x.rows() + " rows of X, " + y.rows() + " of Y and " + weights.rows() + " weights");
            }
            int[] counted = IntStream.range(0, weights.rows())
                    .filter(row -> weights.get(row, 0) != 0)
                    .toArray();
            if (counted.length == 0) {
                throw new UnsolvableException("ridge.no-rows");
            }
            double[] shares = Arrays.stream(counted)
                    .mapToDouble(row -> weights.get(row, 0))
                    .toArray();
            if (!Arrays.stream(shares).allMatch(share -> share > 0 && Double.isFinite(share))) {
                throw new UnsolvableException("ridge.weights");
            }
            return new Rows(dense(x, counted), dense(y, counted), shares);
        }

        private static DMatrixRMaj dense(Matrix from, int[] rows) {
            DMatrixRMaj dense = new DMatrixRMaj(rows.length, from.columns());
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < from.columns(); column++) {
                    double value = from.get(rows[row], column);
                    if (!Double.isFinite(value)) {
                        throw new UnsolvableException("ridge.infinite");
                    }
                    dense.set(row, column, value);
                }
            }
            return dense;
        }

        /** Takes the mean of all rows from each, twice: what the first mean is off by rounding the second one finds. */
        double[] centre(DMatrixRMaj matrix) {
            double[] mean = new double[matrix.numCols];
            takeMean(matrix, mean);
            takeMean(matrix, mean);
            return mean;
        }

        private void takeMean(DMatrixRMaj matrix, double[] mean) {
            double total = Arrays.stream(weights).sum();
            for (int column = 0; column < matrix.numCols; column++) {
                double own = 0;
                for (int row = 0; row < matrix.numRows; row++) {
                    own += weights[row] / total * matrix.get(row, column);
                }
                for (int row = 0; row < matrix.numRows; row++) {
                    matrix.set(row, column, matrix.get(row, column) - own);
                }
                mean[column] += own;
            }
        }

        /** A square is weighted by a root on each side. */
        void scaleByRoots() {
            double[] roots = Arrays.stream(weights).map(Math::sqrt).toArray();
            CommonOps_DDRM.multRows(roots, x);
            CommonOps_DDRM.multRows(roots, y);
        }
    }

    /**
     * X = U S Vᵀ.
     *
     * @param u      (R, m), m the smaller of R and H
     * @param values the diagonal of S, m numbers
     * @param v      (H, m)
     */
    private record Decomposed(DMatrixRMaj u, double[] values, DMatrixRMaj v) {
        static Decomposed of(DMatrixRMaj x) {
            SingularValueDecomposition_F64<DMatrixRMaj> svd =
                    DecompositionFactory_DDRM.svd(x.numRows, x.numCols, true, true, true);
            if (!svd.decompose(x)) {
                throw new UnsolvableException("ridge.unsolved");
            }
            return new Decomposed(svd.getU(null, false), svd.getSingularValues(), svd.getV(null, false));
        }

        /** @param noise a singular value up to this is taken to be 0 */
        Matrix solve(DMatrixRMaj y, double penalty, double noise) {
            int count = Math.min(u.numCols, v.numCols);
            double[] factors = new double[u.numCols];
            for (int i = 0; i < count; i++) {
                factors[i] = values[i] <= noise ? 0 : 1 / (values[i] + penalty / values[i]); // S² may be too large
            }
            long independent = Arrays.stream(values, 0, count)
                    .filter(value -> value > noise)
                    .count();
            if (penalty == 0 && independent < v.numRows) {
                throw new UnsolvableException("ridge.singular", independent, v.numRows);
            }
            DMatrixRMaj turned = new DMatrixRMaj(u.numCols, y.numCols);
            CommonOps_DDRM.multTransA(u, y, turned);
            CommonOps_DDRM.multRows(factors, turned);
            DMatrixRMaj solved = new DMatrixRMaj(v.numRows, y.numCols);
            CommonOps_DDRM.mult(v, turned, solved);
            double[][] table = new double[solved.numRows][];
            Arrays.setAll(table, h -> Arrays.copyOfRange(solved.data, h * solved.numCols, (h + 1) * solved.numCols));
            return Matrix.of(table, solved.numCols);
        }
    }
}
