package org.gatescope.format.code;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatescope.engine.Matrix;

/**
 * Tables as they stand in a Python program.
 *
 * @param array  what makes an array of lists: {@code np.array}
 * @param zeros  what makes one of zeros of a shape
 * @param module with {@code nan} and {@code inf}
 */
record PythonTables(String array, String zeros, String module) implements TableText {
    private static final int MOST = 87;

    @Override
    public String number(double value) {
        if (Double.isNaN(value)) {
            return module + ".nan";
        }
        if (Double.isInfinite(value)) {
            return (value < 0 ? "-" : "") + module + ".inf";
        }
        return Double.toString(value).replace('E', 'e');
    }

    @Override
    public String table(Matrix table) {
        return table(table, List.of(table.rows(), table.columns()));
    }

    /** All numbers of a column, or of any table row by row, in one dimension. */
    String vector(Matrix table) {
        if (isZero(table)) {
            return zeros + "(" + table.rows() * table.columns() + ")";
        }
        String numbers = Arrays.stream(table.toArray())
                .flatMapToDouble(Arrays::stream)
                .mapToObj(this::number)
                .collect(Collectors.joining(", "));
        return BrokenLines.filled(numbers, MOST).stream()
                .collect(Collectors.joining("\n    ", array + "([\n    ", "\n])"));
    }

    @Override
    public String overTime(Matrix table, int steps, int batch) {
        return table(table, List.of(steps, batch, table.columns()));
    }

    private String table(Matrix table, List<Integer> shape) {
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
    static boolean isZero(Matrix table) {
        return IntStream.range(0, table.rows())
                .allMatch(row -> IntStream.range(0, table.columns())
                        .allMatch(column -> Double.doubleToRawLongBits(table.get(row, column)) == 0));
    }

    private String row(Matrix table, int row) {
        String numbers = IntStream.range(0, table.columns())
                .mapToObj(column -> number(table.get(row, column)))
                .collect(Collectors.joining(", ", "[", "],"));
        return BrokenLines.filled(numbers, MOST).stream().collect(Collectors.joining("\n     ", "    ", ""));
    }

    @Override
    public String column(List<Integer> numbers) {
        String all = numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "([", "])"));
        return array + all + ".reshape(" + numbers.size() + ", 1)";
    }

    @Override
    public String flags(Matrix computed, int steps, int batch) {
        return overTime(computed, steps, batch) + " == 1";
    }

    @Override
    public String layer(LayerText layer) {
        return layer.parts().stream()
                .map(part -> "(%s, \"%s\", \"%s\", %s)"
                        .formatted(part.cell(), part.key(), part.own(), part.reversed() ? "True" : "False"))
                .collect(Collectors.joining(",\n ", "[", "],"));
    }

    @Override
    public List<String> constant(String name, double value) {
        return BrokenLines.python(name + " = ", number(value), 0);
    }

    @Override
    public List<String> constant(String name, Set<String> names) {
        String all = names.isEmpty() ? "set()" : names.stream().collect(Collectors.joining("\", \"", "{\"", "\"}"));
        return BrokenLines.python(name + " = ", all, 0);
    }
}
