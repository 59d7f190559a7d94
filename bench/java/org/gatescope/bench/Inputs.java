package org.gatescope.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gatescope.cell.Cell;
import org.gatescope.engine.LayerInputs;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Sizes;
import org.gatescope.session.Session;

/** Numbers without a random generator, so that NumPy can be given the same: sines of evenly spaced angles. */
final class Inputs {
    private Inputs() {}

    /** Parameters are numbered in the order of their names, from 1; then come the input and the upstream gradient. */
    static LayerInputs of(Cell cell, Sizes sizes) {
        LayerInputs zeros = Session.zeros("", cell, sizes).numbers();
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        int number = 1;
        for (Map.Entry<String, Matrix> parameter : new TreeMap<>(zeros.parameters()).entrySet()) {
            Matrix table = parameter.getValue();
            double scale = table.rows() == 1 ? 0.1 : 1 / Math.sqrt(table.rows());
            parameters.put(parameter.getKey(), sines(table.rows(), table.columns(), scale, number++));
        }
        return zeros.withParameters(parameters)
                .withInput(sines(sizes.timeRows(), sizes.inputs(), 1, number++))
                .withUpstream(sines(sizes.timeRows(), sizes.hidden(), 0.1, number));
    }

    /** scale · sin(number + 0.7 k) for the k-th number, row by row. */
    private static Matrix sines(int rows, int columns, double scale, int number) {
        double[][] values = new double[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                values[r][c] = scale * Math.sin(number + 0.7 * ((long) r * columns + c));
            }
        }
        return Matrix.of(values);
    }
}
