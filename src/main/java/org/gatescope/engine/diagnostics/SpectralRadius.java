package org.gatescope.engine.diagnostics;

import org.ejml.UtilEjml;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gatescope.engine.Matrix;

/** Gives a matrix another spectral radius, as echo state networks are started (Jaeger 2001). */
public final class SpectralRadius {
    private SpectralRadius() {}

    /**
     * The matrix times radius / its own radius.
     *
     * @param radius 0 or more
     * @throws UnfitMatrixException if no factor does it: the matrix is zero or nilpotent, not square or not finite
     */
    public static Matrix set(Matrix matrix, double radius) {
        if (!(radius >= 0 && Double.isFinite(radius))) {
            throw new UnfitMatrixException("radius.range", radius);
        }
        DMatrixRMaj square = Spectrum.square(matrix);
        requireLasting(square);
        double own = Decompositions.eigenvalues(square).getFirst().modulus();
        Matrix scaled = matrix.map(value -> value / own * radius);
        if (!Decompositions.isFinite(Decompositions.dense(scaled))) {
            throw new UnfitMatrixException("radius.far", own, radius);
        }
        return scaled;
    }

    /**
     * Squares the matrix until its power is at least the number of rows. What is left of a nilpotent one by then is
     * rounding, where eigenvalues would still say ε^(1/H), which is no small number.
     */
    private static void requireLasting(DMatrixRMaj matrix) {
        double scale = Decompositions.scale(matrix);
        if (scale == 0) {
            throw new UnfitMatrixException("matrix.zero");
        }
        int order = matrix.numRows;
        DMatrixRMaj power = matrix.copy();
        CommonOps_DDRM.divide(power, scale);
        DMatrixRMaj square = new DMatrixRMaj(order, order);
        for (int exponent = 1; exponent < order; exponent *= 2) {
            CommonOps_DDRM.mult(power, power, square);
            scale = Decompositions.scale(square);
            if (scale <= order * UtilEjml.EPS) {
                throw new UnfitMatrixException("matrix.nilpotent");
            }
            CommonOps_DDRM.divide(square, scale, power);
        }
    }
}
