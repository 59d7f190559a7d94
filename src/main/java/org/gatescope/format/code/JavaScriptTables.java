package org.gatescope.format.code;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatescope.engine.Matrix;

/** Tables as they stand in a JavaScript program. */
record JavaScriptTables() implements TableText {
    private static final int MOST = 87;

    @Override
    public String number(double value) {
        return Double.toString(value).replace('E', 'e'); // NaN and Infinity are called the same
    }

    @Override
    public String table(Matrix table) {
        String size = table.rows() + ", " + table.columns();
        return PythonTables.isZero(table) ? "zeros(" + size + ")" : "matrix(" + size + ", [" + rows(table) + "])";
    }

    private String rows(Matrix table) {
        return IntStream.range(0, table.rows())
                .mapToObj(row -> row(table, row))
                .filter(row -> !row.isEmpty())
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private String row(Matrix table, int row) {
        String numbers = IntStream.range(0, table.columns())
                .mapToObj(column -> number(table.get(row, column)) + ",")
                .collect(Collectors.joining(" "));
        return BrokenLines.filled(numbers, MOST).stream().collect(Collectors.joining("\n    ", "    ", ""));
    }

    @Override
    public String overTime(Matrix table, int steps, int batch) {
        String numbers = table.columns() == 0 ? "" : rows(table);
        return "steps(" + steps + ", " + batch + ", " + table.columns() + ", [" + numbers + "])";
    }

    @Override
    public String column(List<Integer> numbers) {
        String all = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "matrix(" + numbers.size() + ", 1, [" + all + "])";
    }

    @Override
    public String flags(Matrix computed, int steps, int batch) {
        return overTime(computed, steps, batch);
    }

    @Override
    public String layer(LayerText layer) {
        String all = layer.parts().stream()
                .map(part -> "    { cell: %s, key: \"%s\", own: \"%s\", backwards: %s },"
                        .formatted(part.cell(), part.key(), part.own(), part.reversed()))
                .collect(Collectors.joining("\n    ", "    parts: [\n    ", "\n    ],"));
        String shortcut = layer.shortcut().equals("none")
                ? ""
                : "\n    shortcut: \"" + layer.shortcut() + "\",\n    reads: " + layer.reads() + ",";
        return "{\n" + all + "\n    merging: \"" + layer.merging() + "\"," + shortcut + "\n},";
    }

    @Override
    public List<String> constant(String name, double value) {
        return BrokenLines.withSemicolon("const " + name + " = ", number(value), 0);
    }

    @Override
    public List<String> constant(String name, Set<String> names) {
        String all = names.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", ", "[", "]"));
        return BrokenLines.withSemicolon("const " + name + " = ", all, 0);
    }
}
