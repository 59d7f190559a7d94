package org.gatescope.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Shape;
import org.gatescope.engine.LayerInputs;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Sizes;
import org.gatescope.session.Session;

/** Numbers without a random generator, so that NumPy can be given the same: sines of evenly spaced angles. */
final class Inputs {
    /** Key of a session's only layer. */
    static final String LAYER = "0.forward";

    private Inputs() {}

    /** Parameters are numbered in the order of their names, from 1; then come the input and the upstream gradient. */
    static LayerInputs of(Cell cell, Sizes sizes) {
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        int number = 1;
        for (Map.Entry<String, Shape> parameter : new TreeMap<>(cell.parameters()).entrySet()) {
            int rows = sizes.rows(parameter.getValue());
            double scale = rows == 1 ? 0.1 : 1 / Math.sqrt(rows);
            parameters.put(parameter.getKey(), sines(rows, sizes.columns(parameter.getValue()), scale, number++));
        }
        Map<String, Matrix> states = new LinkedHashMap<>();
        cell.states().forEach(state -> states.put(state, Matrix.zeros(sizes.batch(), sizes.hidden())));
        return new LayerInputs(
                parameters,
                sines(sizes.timeRows(), sizes.inputs(), 1, number++),
                states,
                sines(sizes.timeRows(), sizes.hidden(), 0.1, number),
                states);
    }

    /** The same numbers in a session of one layer. */
    static Session session(Cell cell, Sizes sizes) {
        LayerInputs numbers = of(cell, sizes);
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        numbers.parameters().forEach((name, table) -> parameters.put(LAYER + "." + name, table));
        return Session.zeros("", cell, sizes.batch(), sizes.steps(), sizes.inputs(), sizes.hidden())
                .withNumbers(zeros -> zeros.withParameters(parameters)
                        .withInput(numbers.input())
                        .withUpstream(numbers.upstream()));
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
