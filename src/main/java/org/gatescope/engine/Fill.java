package org.gatescope.engine;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.gatescope.cell.ParameterStart;

/** Ways to fill a whole matrix. Those that draw numbers have a seed: the same seed gives the same bits. */
public sealed interface Fill {

    Matrix matrix(int rows, int columns);

    record Constant(double value) implements Fill {
        @Override
        public Matrix matrix(int rows, int columns) {
            return Matrix.filled(rows, columns, value);
        }
    }

    /** What a cell declares. */
    record Declared(ParameterStart start) implements Fill {
        @Override
        public Matrix matrix(int rows, int columns) {
            double[][] values = new double[rows][columns];
            for (double[] row : values) {
                Arrays.setAll(row, column -> start.at(column, columns));
            }
            return Matrix.of(values, columns);
        }
    }

    /** Ones on the diagonal, zeros elsewhere. */
    record Identity() implements Fill {
        @Override
        public Matrix matrix(int rows, int columns) {
            double[][] values = new double[rows][columns];
            for (int i = 0; i < Math.min(rows, columns); i++) {
                values[i][i] = 1;
            }
            return Matrix.of(values, columns);
        }
    }

    /** Normally distributed around 0 with standard deviation sigma. */
    record Normal(double sigma, long seed) implements Fill {
        /** Standard deviation of weights that are drawn where no other is asked for. */
        public static final double SIGMA = 0.5;

        /** With the usual standard deviation. */
        public Normal(long seed) {
            this(SIGMA, seed);
        }

        @Override
        public Matrix matrix(int rows, int columns) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] values = new double[rows][columns];
            for (double[] row : values) {
                for (int j = 0; j < columns; j++) {
                    row[j] = sigma * gaussian(random);
                }
            }
            return Matrix.of(values, columns);
        }

        /** Box and Muller 1958; StrictMath gives the same bits everywhere. */
        private static double gaussian(SplittableRandom random) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
        }
    }

    /** Uniformly distributed within ±limit. */
    record Uniform(double limit, long seed) implements Fill {
        @Override
        public Matrix matrix(int rows, int columns) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] values = new double[rows][columns];
            for (double[] row : values) {
                for (int j = 0; j < columns; j++) {
                    row[j] = limit * (2 * random.nextDouble() - 1);
                }
            }
            return Matrix.of(values, columns);
        }
    }

    /** Uniform within ±√(6 / (rows + columns)) (Glorot and Bengio 2010, equation 16). */
    record Glorot(long seed) implements Fill {
        @Override
        public Matrix matrix(int rows, int columns) {
            return new Uniform(Math.sqrt(6.0 / Math.max(1, rows + columns)), seed).matrix(rows, columns);
        }
    }

    /** Normal with standard deviation √(2 / rows) (He et al. 2015, equation 10). */
    record He(long seed) implements Fill {
        @Override
        public Matrix matrix(int rows, int columns) {
            return new Normal(Math.sqrt(2.0 / Math.max(1, rows)), seed).matrix(rows, columns);
        }
    }

    /** Orthonormal rows or columns, whichever are fewer: the Q of a normal matrix (Saxe et al. 2014). */
    record Orthogonal(long seed) implements Fill {
        @Override
        public Matrix matrix(int rows, int columns) {
            if (rows == 0 || columns == 0) {
                return Matrix.zeros(rows, columns);
            }
            int longer = Math.max(rows, columns);
            int shorter = Math.min(rows, columns);
            DMatrixRMaj normal =
                    new DMatrixRMaj(new Normal(1, seed).matrix(longer, shorter).toArray());
            QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(longer, shorter);
            qr.decompose(normal);
            DMatrixRMaj q = qr.getQ(null, true);
            // the signs of R's diagonal make the distribution uniform (Mezzadri 2007)
            DMatrixRMaj r = qr.getR(null, true);
            for (int column = 0; column < shorter; column++) {
                CommonOps_DDRM.scaleCol(r.get(column, column) < 0 ? -1 : 1, q, column);
            }
            if (rows < columns) {
                CommonOps_DDRM.transpose(q);
            }
            return Matrix.copyOf(q.data, 0, columns, rows, columns);
        }
    }

    /**
     * Normally distributed, divided so that the largest modulus of an eigenvalue is the radius (Jaeger 2001); of a matrix
     * that is not square, so that the largest singular value is.
     */
    record SpectralRadius(double radius, long seed) implements Fill {
        @Override
        public Matrix matrix(int rows, int columns) {
            if (rows == 0 || columns == 0) {
                return Matrix.zeros(rows, columns);
            }
            Matrix normal = new Normal(1, seed).matrix(rows, columns);
            DMatrixRMaj dense = new DMatrixRMaj(normal.toArray());
            double now = rows == columns ? largestModulus(dense) : NormOps_DDRM.normP2(dense);
            return now == 0 ? normal : normal.map(value -> value * (radius / now));
        }

        private static double largestModulus(DMatrixRMaj square) {
            EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(square.numRows, false);
            if (!eigen.decompose(square)) {
                return NormOps_DDRM.normP2(square); // which is no less
            }
            double largest = 0;
            for (int i = 0; i < square.numRows; i++) {
                largest = Math.max(largest, eigen.getEigenvalue(i).getMagnitude());
            }
            return largest;
        }
    }
}
