package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatescope.engine.Matrix;

/**
 * Tables as they stand in a Java program: in text blocks, which the program reads. Written as expressions a few thousand
 * numbers would make a method longer than Java allows.
 */
record JavaTables() implements TableText {
    private static final int MOST = 87;

    /** Of a text block; a constant has at most 65,535 bytes. */
    private static final int MOST_CHARACTERS = 40_000;

    @Override
    public String number(double value) {
        if (Double.isNaN(value)) {
            return "Double.NaN";
        }
        if (Double.isInfinite(value)) {
            return value < 0 ? "Double.NEGATIVE_INFINITY" : "Double.POSITIVE_INFINITY";
        }
        return digits(value);
    }

    /** As {@code Double.parseDouble} reads it. */
    private static String digits(double value) {
        return Double.toString(value).replace('E', 'e');
    }

    @Override
    public String table(Matrix table) {
        return PythonTables.isZero(table)
                ? "zeros(" + table.rows() + ", " + table.columns() + ")"
                : "table(" + block(lines("table", table)) + ")";
    }

    @Override
    public String overTime(Matrix table, int steps, int batch) {
        return "apart(" + table(table) + ")";
    }

    @Override
    public String column(List<Integer> numbers) {
        double[][] rows = numbers.stream().map(number -> new double[] {number}).toArray(double[][]::new);
        return table(Matrix.of(rows, 1));
    }

    @Override
    public String flags(Matrix computed, int steps, int batch) {
        return overTime(computed, steps, batch);
    }

    @Override
    public String named(Map<String, Matrix> tables) {
        List<String> lines = new ArrayList<>();
        tables.forEach((name, table) -> lines.addAll(lines(name, table)));
        return "tables(" + block(lines) + ")";
    }

    /** What a table is called, how large it is, and its numbers unless all are 0. */
    private static List<String> lines(String name, Matrix table) {
        List<String> lines = new ArrayList<>(List.of(name + ": " + table.rows() + " x " + table.columns()));
        for (int row = 0; row < table.rows() && !PythonTables.isZero(table); row++) {
            lines.addAll(numbers(table, row));
        }
        return lines;
    }

    private static List<String> numbers(Matrix table, int row) {
        String numbers = IntStream.range(0, table.columns())
                .mapToObj(column -> digits(table.get(row, column)))
                .collect(Collectors.joining(" "));
        return BrokenLines.filled(numbers, MOST).stream()
                .map(line -> "    " + line)
                .toList();
    }

    /** One text block, or several with commas between them. */
    private static String block(List<String> lines) {
        StringBuilder text = new StringBuilder("\"\"\"\n");
        int from = 0;
        for (String line : lines) {
            if (text.length() - from > MOST_CHARACTERS) {
                from = text.length();
                text.append("    \"\"\", \"\"\"\n");
            }
            text.append("    ").append(line).append('\n');
        }
        return text.append("    \"\"\"").toString();
    }

    @Override
    public String dropped(int layer, Matrix factors, int steps, int batch) {
        return "DROPOUT.put(" + layer + ", " + table(factors) + ");";
    }

    @Override
    public String layer(LayerText layer) {
        String parts = layer.parts().stream()
                .map(part -> "new Part(%s::new, \"%s\", \"%s\", %s)"
                        .formatted(part.cell(), part.key(), part.own(), part.reversed()))
                .collect(Collectors.joining(",\n            "));
        return "new Layer(\n    List.of(\n            " + parts + "),\n    \"" + layer.merging() + "\", \""
                + layer.shortcut() + "\", " + layer.reads() + "),";
    }

    @Override
    public List<String> constant(String name, double value) {
        return BrokenLines.withSemicolon("static final double " + name + " = ", number(value), 4);
    }

    @Override
    public List<String> constant(String name, Set<String> texts) {
        String all = texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", ", "Set.of(", ")"));
        return BrokenLines.withSemicolon("static final Set<String> " + name + " = ", all, 4);
    }
}
