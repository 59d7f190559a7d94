package org.gatescope.engine.diagnostics;

import java.util.Collections;
import java.util.List;
import org.ejml.UtilEjml;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Series;
import org.gatescope.engine.StepMask;

/**
 * The directions in which a quantity moves most over all steps and sequences. Each component
 * points so that its number of largest magnitude is positive (the first of equal ones).
 *
 * @param mean       (1, H)
 * @param components one a row, orthonormal, the one that explains most first, (K, H); K is the smaller of H and the
 *                   number of points
 * @param shares     of the whole variance that each explains, (1, K); 0 where nothing moves
 */
public record PrincipalComponents(Matrix mean, Matrix components, Matrix shares) {
    /** Magnitudes that differ by rounding alone are equal, so that it does not choose the sign. */
    private static final double EQUAL = 1 + 1e-9;

    /**
     * By the singular value decomposition of the centred points; steps that are not computed are left out.
     *
     * @param mask which steps count
     * @throws UnfitMatrixException if NaN or an infinity is among the points
     */
    public static PrincipalComponents of(Series series, StepMask mask) {
        DMatrixRMaj points = points(series, mask);
        Decompositions.requireFinite(points);
        double rounding = points.numRows * UtilEjml.EPS * Decompositions.scale(points);
        DMatrixRMaj mean = centre(points);
        double scale = Decompositions.scale(points);
        Decompositions.Singular singular = scale <= rounding ? still(points) : moving(points, scale);
        DMatrixRMaj components = singular.vectors();
        for (int row = 0; row < components.numRows; row++) {
            if (pointsBackwards(components, row)) {
                CommonOps_DDRM.scaleRow(-1, components, row);
            }
        }
        return new PrincipalComponents(
                Decompositions.table(mean), Decompositions.table(components), shares(singular.values()));
    }

    /** One a row, sequence after sequence. */
    private static DMatrixRMaj points(Series series, StepMask mask) {
        int count = mask.count();
        DMatrixRMaj points = new DMatrixRMaj(count, series.width());
        int row = 0;
        for (int n = 0; n < series.batch(); n++) {
            for (int t : mask.computed(n).toArray()) {
                System.arraycopy(series.row(t, n), 0, points.data, row++ * series.width(), series.width());
            }
        }
        return points;
    }

    /** Takes the mean from all points. @return the mean, (1, H); 0 without points */
    private static DMatrixRMaj centre(DMatrixRMaj points) {
        DMatrixRMaj mean = new DMatrixRMaj(1, points.numCols);
        for (int column = 0; column < points.numCols; column++) {
            for (int row = 0; row < points.numRows; row++) {
                mean.data[column] += points.get(row, column) / points.numRows;
            }
            for (int row = 0; row < points.numRows; row++) {
                points.set(row, column, points.get(row, column) - mean.data[column]);
            }
        }
        return mean;
    }

    private static Decompositions.Singular moving(DMatrixRMaj points, double scale) {
        DMatrixRMaj scaled = points.copy();
        CommonOps_DDRM.divide(scaled, scale);
        return Decompositions.decomposed(scaled, true);
    }

    /** For points that are all alike any directions will do; those of the units are taken. */
    private static Decompositions.Singular still(DMatrixRMaj points) {
        int count = Math.min(points.numRows, points.numCols);
        List<Double> none = Collections.nCopies(count, 0.0);
        return new Decompositions.Singular(none, CommonOps_DDRM.identity(count, points.numCols));
    }

    private static boolean pointsBackwards(DMatrixRMaj components, int row) {
        double largest = 0;
        for (int column = 0; column < components.numCols; column++) {
            double value = components.get(row, column);
            largest = Math.abs(value) > EQUAL * Math.abs(largest) ? value : largest;
        }
        return largest < 0;
    }

    private static Matrix shares(List<Double> singularValues) {
        double whole =
                singularValues.stream().mapToDouble(value -> value * value).sum();
        double divisor = whole == 0 ? 1 : whole;
        return Matrix.row(singularValues.stream()
                .mapToDouble(value -> value * value / divisor)
                .toArray());
    }
}
