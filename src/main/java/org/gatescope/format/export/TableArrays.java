package org.gatescope.format.export;

import java.util.List;
import org.gatescope.engine.Matrix;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NpyArray;

/** Tables of the engine as arrays of a file. */
final class TableArrays {
    private TableArrays() {}

    /** Tables of as many rows, the columns of one after those of the other. */
    static NpyArray beside(List<Matrix> tables) {
        int rows = tables.getFirst().rows();
        int columns = tables.stream().mapToInt(Matrix::columns).sum();
        double[] values = new double[Math.multiplyExact(rows, columns)];
        int column = 0;
        for (Matrix table : tables) {
            table.copyTo(values, column, columns);
            column += table.columns();
        }
        return new NpyArray(Dimensions.of(rows, columns), values);
    }

    /** Rows become columns. */
    static NpyArray turned(NpyArray table) {
        int rows = table.dimensions().size(0);
        int columns = table.dimensions().size(1);
        double[] values = new double[table.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i % columns * rows + i / columns] = table.values()[i];
        }
        return new NpyArray(Dimensions.of(columns, rows), values);
    }

    /** Without an axis for rows. */
    static NpyArray vector(double... values) {
        return new NpyArray(Dimensions.of(values.length), values);
    }
}
