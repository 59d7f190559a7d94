package org.gatescope.engine.diagnostics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.gatescope.engine.Matrix;

/** Eigenvalues and singular values by EJML: of matrices of any size, scaled so that squares neither overflow nor vanish. */
final class Decompositions {
    private static final Comparator<Complex> LARGEST_FIRST = Comparator.comparingDouble(Complex::modulus)
            .thenComparingDouble(Complex::real)
            .thenComparingDouble(Complex::imaginary)
            .reversed();

    private Decompositions() {}

    /** A matrix as EJML has it. */
    static DMatrixRMaj dense(Matrix matrix) {
        DMatrixRMaj dense = new DMatrixRMaj(matrix.rows(), matrix.columns());
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                dense.set(row, column, matrix.get(row, column));
            }
        }
        return dense;
    }

    /** The same as a table that never changes. */
    static Matrix table(DMatrixRMaj dense) {
        double[][] rows = new double[dense.numRows][];
        Arrays.setAll(rows, r -> Arrays.copyOfRange(dense.data, r * dense.numCols, (r + 1) * dense.numCols));
        return Matrix.of(rows, dense.numCols);
    }

    static boolean isFinite(DMatrixRMaj matrix) {
        return Arrays.stream(matrix.data, 0, matrix.getNumElements()).allMatch(Double::isFinite);
    }

    /** @throws UnfitMatrixException unless all numbers are finite */
    static void requireFinite(DMatrixRMaj matrix) {
        if (!isFinite(matrix)) {
            throw new UnfitMatrixException("matrix.infinite");
        }
    }

    /** The largest modulus first; of a conjugate pair the one above the real axis. */
    static List<Complex> eigenvalues(DMatrixRMaj matrix) {
        int order = matrix.numRows;
        double scale = scale(matrix);
        if (scale == 0) {
            return Collections.nCopies(order, new Complex(0, 0));
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(order, false);
        require(eigen.decompose(divided(matrix, scale)));
        List<Complex> values = new ArrayList<>();
        for (int i = 0; i < order; i++) {
            Complex_F64 value = eigen.getEigenvalue(i);
            values.add(new Complex(value.real, value.imaginary).times(scale));
        }
        values.sort(LARGEST_FIRST);
        return values;
    }

    /** The largest first, as many as the shorter side is long. */
    static List<Double> singularValues(DMatrixRMaj matrix) {
        int count = Math.min(matrix.numRows, matrix.numCols);
        double scale = scale(matrix);
        if (scale == 0) {
            return Collections.nCopies(count, 0.0);
        }
        return decomposed(divided(matrix, scale), false).values().stream()
                .map(value -> value * scale)
                .toList();
    }

    /**
     * @param values  singular values, the largest first
     * @param vectors right singular vectors in that order, one a row, (K, columns); empty unless they were asked for
     */
    record Singular(List<Double> values, DMatrixRMaj vectors) {}

    /** @param matrix with at least one row and one column; it is overwritten */
    static Singular decomposed(DMatrixRMaj matrix, boolean withVectors) {
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(matrix.numRows, matrix.numCols, false, withVectors, true);
        int columns = matrix.numCols;
        require(svd.decompose(matrix));
        double[] values = svd.getSingularValues();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < svd.numberOfSingularValues(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble((Integer i) -> values[i]).reversed());
        DMatrixRMaj vectors = new DMatrixRMaj(withVectors ? order.size() : 0, columns);
        if (withVectors) {
            DMatrixRMaj unordered = svd.getV(null, true);
            for (int row = 0; row < order.size(); row++) {
                System.arraycopy(unordered.data, order.get(row) * columns, vectors.data, row * columns, columns);
            }
        }
        return new Singular(order.stream().map(i -> values[i]).toList(), vectors);
    }

    /** The largest magnitude; 0 for a matrix without numbers. */
    static double scale(DMatrixRMaj matrix) {
        return matrix.getNumElements() == 0 ? 0 : CommonOps_DDRM.elementMaxAbs(matrix);
    }

    private static DMatrixRMaj divided(DMatrixRMaj matrix, double divisor) {
        DMatrixRMaj result = new DMatrixRMaj(matrix.numRows, matrix.numCols);
        CommonOps_DDRM.divide(matrix, divisor, result);
        return result;
    }

    private static void require(boolean solved) {
        if (!solved) {
            throw new UnfitMatrixException("matrix.unsolved");
        }
    }
}
