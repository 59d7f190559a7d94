package org.gatescope.engine.mistakes;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.gatescope.engine.Matrix;

/** Between tables that never change and those that a pass computes with. */
final class Tables {
    private Tables() {}

    static DMatrixRMaj copy(Matrix table) {
        DMatrixRMaj copy = new DMatrixRMaj(table.rows(), table.columns());
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                copy.data[row * table.columns() + column] = table.get(row, column);
            }
        }
        return copy;
    }

    static Matrix copy(DMatrixRMaj table) {
        double[][] rows = new double[table.numRows][];
        Arrays.setAll(rows, r -> Arrays.copyOfRange(table.data, r * table.numCols, (r + 1) * table.numCols));
        return Matrix.of(rows, table.numCols);
    }

    static DMatrixRMaj row(DMatrixRMaj table, int row) {
        return row(table.data, row * table.numCols, table.numCols);
    }

    static DMatrixRMaj row(double[] flat, int start, int columns) {
        DMatrixRMaj result = new DMatrixRMaj(1, columns);
        System.arraycopy(flat, start, result.data, 0, columns);
        return result;
    }

    static void putRow(DMatrixRMaj table, int row, DMatrixRMaj values) {
        System.arraycopy(values.data, 0, table.data, row * table.numCols, table.numCols);
    }
}
