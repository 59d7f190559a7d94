package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Series;

/**
 * Tables as they stand in a Python program.
 *
 * @param array  what makes an array of lists: {@code np.array}
 * @param zeros  what makes one of zeros of a shape
 * @param module with {@code nan} and {@code inf}
 */
record PythonTables(String array, String zeros, String module) {
    private static final int MOST = 95;

    /** A number. */
    String number(double value) {
        if (Double.isNaN(value)) {
            return module + ".nan";
        }
        if (Double.isInfinite(value)) {
            return (value < 0 ? "-" : "") + module + ".inf";
        }
        return Double.toString(value).replace('E', 'e');
    }

    /** (rows, columns) */
    String table(Matrix table) {
        return table(table, List.of(table.rows(), table.columns()));
    }

    /** (T, N, width), of rows t · N + n. */
    String overTime(Matrix table, int batch) {
        int steps = batch == 0 ? 0 : table.rows() / batch;
        return table(table, List.of(steps, batch, table.columns()));
    }

    /** (T, N, width) */
    String series(Series series) {
        double[][] rows = new double[series.steps() * series.batch()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = series.row(row / series.batch(), row % series.batch());
        }
        return table(Matrix.of(rows, series.width()), List.of(series.steps(), series.batch(), series.width()));
    }

    String table(Matrix table, List<Integer> shape) {
        String sizes = shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        if (isZero(table)) {
            return zeros + "(" + sizes + ")";
        }
        String rows = IntStream.range(0, table.rows())
                .mapToObj(row -> row(table, row))
                .collect(Collectors.joining("\n", "[\n", "\n]"));
        String reshaped = shape.size() == 2 ? "" : ".reshape" + sizes;
        return array + "(" + rows + ")" + reshaped;
    }

    /** True also for one without numbers. */
    private static boolean isZero(Matrix table) {
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                if (Double.doubleToRawLongBits(table.get(row, column)) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private String row(Matrix table, int row) {
        String numbers = IntStream.range(0, table.columns())
                .mapToObj(column -> number(table.get(row, column)))
                .collect(Collectors.joining(", ", "[", "],"));
        return BrokenLines.filled(numbers, MOST - 8).stream().collect(Collectors.joining("\n     ", "    ", ""));
    }

    /** Lines {@code "0.forward.Wx.i": np.array(…),} in the order of the map. */
    String entries(Map<String, String> texts) {
        List<String> entries = new ArrayList<>();
        texts.forEach((name, text) -> entries.add("\"" + name + "\": " + text + ","));
        return String.join("\n", entries);
    }
}
