package org.gatescope.format.cases;

import org.gatescope.engine.Matrix;
import org.gatescope.format.FormatException;
import tools.jackson.databind.JsonNode;

/** Nested JSON lists as tables of numbers of the expected sizes. */
final class Tensors {
    private Tensors() {}

    /** (N, T, W) as it stands. */
    static double[][][] overTime(JsonNode node, String name, int batch, int steps, int width) throws FormatException {
        requireLength(node, name, batch);
        double[][][] figures = new double[batch][][];
        for (int n = 0; n < batch; n++) {
            figures[n] = table(node.get(n), name + "[" + n + "]", steps, width);
        }
        return figures;
    }

    /** (N, T, W) as a table of T·N rows, time-major. */
    static Matrix timeMajor(double[][][] figures, int steps, int width) {
        double[][] rows = new double[steps * figures.length][];
        for (int t = 0; t < steps; t++) {
            for (int n = 0; n < figures.length; n++) {
                rows[t * figures.length + n] = figures[n][t];
            }
        }
        return Matrix.of(rows, width);
    }

    /** A matrix, or a vector as its one row. */
    static Matrix matrix(JsonNode node, String name, int rows, int columns, boolean isVector) throws FormatException {
        double[][] table = isVector ? new double[][] {vector(node, name, columns)} : table(node, name, rows, columns);
        return Matrix.of(table, columns);
    }

    private static double[][] table(JsonNode node, String name, int rows, int columns) throws FormatException {
        requireLength(node, name, rows);
        double[][] table = new double[rows][];
        for (int r = 0; r < rows; r++) {
            table[r] = vector(node.get(r), name + "[" + r + "]", columns);
        }
        return table;
    }

    static double[] vector(JsonNode node, String name, int length) throws FormatException {
        requireLength(node, name, length);
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            JsonNode item = node.get(i);
            if (!item.isNumber()) {
                throw new FormatException("number.expected", name + "[" + i + "]");
            }
            numbers[i] = item.doubleValue();
        }
        return numbers;
    }

    /** Token indices, (N, T), as time-major rows with a 1 at each. */
    static Matrix oneHot(JsonNode tokens, String name, int batch, int steps, int vocabulary) throws FormatException {
        requireLength(tokens, name, batch);
        double[][] rows = new double[batch * steps][vocabulary];
        for (int n = 0; n < batch; n++) {
            JsonNode sequence = tokens.get(n);
            requireLength(sequence, name + "[" + n + "]", steps);
            for (int t = 0; t < steps; t++) {
                JsonNode token = sequence.get(t);
                if (!token.isInt() || token.intValue() < 0 || token.intValue() >= vocabulary) {
                    throw new FormatException("case.token", name + "[" + n + "][" + t + "]", vocabulary - 1);
                }
                rows[t * batch + n][token.intValue()] = 1;
            }
        }
        return rows.length == 0 ? Matrix.zeros(0, vocabulary) : Matrix.of(rows);
    }

    static int length(JsonNode node, String name) throws FormatException {
        if (!node.isArray()) {
            throw new FormatException("list.expected", name);
        }
        return node.size();
    }

    static void requireLength(JsonNode node, String name, int length) throws FormatException {
        if (length(node, name) != length) {
            throw new FormatException("list.length", name, length, node.size());
        }
    }
}
