package org.gatescope.engine.diagnostics;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.gatescope.engine.Matrix;

/** How large a matrix is. */
public enum MatrixNorm {
    /** √ of the sum of all squares. */
    FROBENIUS,
    /** The largest singular value: how much longer a vector can become. */
    SPECTRAL;

    /** @return NaN for the spectral norm of a matrix that has NaN or an infinity in it */
    public double of(Matrix matrix) {
        return of(Decompositions.dense(matrix));
    }

    double of(DMatrixRMaj matrix) {
        if (this == FROBENIUS) {
            return euclidean(matrix.data, 0, matrix.getNumElements());
        }
        if (!Decompositions.isFinite(matrix)) {
            return Double.NaN;
        }
        List<Double> values = Decompositions.singularValues(matrix);
        return values.isEmpty() ? 0 : values.getFirst();
    }

    /** √Σ a², scaled by the largest number, so that tiny norms do not become 0 nor large ones infinite. */
    static double euclidean(double[] values, int from, int count) {
        double largest = 0;
        for (int i = from; i < from + count; i++) {
            largest = Math.max(largest, Math.abs(values[i])); // NaN stays
        }
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            double share = values[i] / largest;
            sum += share * share;
        }
        return largest * Math.sqrt(sum);
    }
}
