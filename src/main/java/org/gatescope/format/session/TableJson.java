package org.gatescope.format.session;

import org.gatescope.engine.Matrix;
import org.gatescope.format.FormatException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Tables of numbers in a file: rows as the window shows them; in a large table each row as base64; and where all numbers of
 * a table are the same, that one number alone. The sizes follow from the network.
 */
final class TableJson {
    /** Tables of more numbers than this have their rows in base64. */
    static final int MOST_DECIMAL = 4096;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TableJson() {}

    static JsonNode written(Matrix table) {
        if (isUniform(table)) {
            return NumberJson.written(table.get(0, 0));
        }
        boolean isLarge = table.rows() * (long) table.columns() > MOST_DECIMAL;
        ArrayNode list = NODES.arrayNode(table.rows());
        for (double[] row : table.toArray()) {
            list.add(isLarge ? NumberJson.block(row) : decimal(row));
        }
        return list;
    }

    private static boolean isUniform(Matrix table) {
        return table.rows() > 0
                && table.columns() > 0
                && table.equals(Matrix.filled(table.rows(), table.columns(), table.get(0, 0)));
    }

    private static ArrayNode decimal(double[] row) {
        ArrayNode list = NODES.arrayNode(row.length);
        for (double value : row) {
            list.add(NumberJson.written(value));
        }
        return list;
    }

    static Matrix read(JsonNode node, int rows, int columns, String place) throws FormatException {
        if (!node.isArray()) {
            return Matrix.filled(rows, columns, NumberJson.read(node, place));
        }
        if (node.size() != rows) {
            throw Members.refused("rows", place, rows, node.size());
        }
        double[][] values = new double[rows][];
        for (int r = 0; r < rows; r++) {
            values[r] = row(node.get(r), columns, place + "[" + r + "]");
        }
        return Matrix.of(values, columns);
    }

    private static double[] row(JsonNode node, int columns, String place) throws FormatException {
        if (node.isString()) {
            return NumberJson.block(node.stringValue(), columns, place);
        }
        if (!node.isArray()) {
            throw Members.refused("row", place);
        }
        if (node.size() != columns) {
            throw Members.refused("columns", place, columns, node.size());
        }
        double[] row = new double[columns];
        for (int c = 0; c < columns; c++) {
            row[c] = NumberJson.read(node.get(c), place + "[" + c + "]");
        }
        return row;
    }

    /** A table over time, (T·N, width), sequence by sequence; a single number where all are the same. */
    static JsonNode overTime(Matrix table, int batch) {
        if (isUniform(table)) {
            return NumberJson.written(table.get(0, 0));
        }
        ArrayNode list = NODES.arrayNode(batch);
        for (int n = 0; n < batch; n++) {
            list.add(written(table.rows(n, batch, table.rows() / batch)));
        }
        return list;
    }

    /** @param rows of each sequence */
    static Matrix overTime(JsonNode node, int batch, int rows, int columns, String place) throws FormatException {
        if (!node.isArray()) {
            return read(node, rows * batch, columns, place);
        }
        if (node.size() != batch) {
            throw Members.refused("sequences", place, batch, node.size());
        }
        double[][] values = new double[rows * batch][];
        for (int n = 0; n < batch; n++) {
            double[][] sequence =
                    read(node.get(n), rows, columns, place + "[" + n + "]").toArray();
            for (int t = 0; t < rows; t++) {
                values[t * batch + n] = sequence[t];
            }
        }
        return Matrix.of(values, columns);
    }
}
