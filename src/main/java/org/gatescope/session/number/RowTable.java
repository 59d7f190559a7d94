package org.gatescope.session.number;

import java.util.Arrays;
import java.util.List;
import org.gatescope.cell.RowOperation;

/** One number of each row of some tables, such as its sum. Computed once per step. */
final class RowTable implements CachedTable {
    private final RowOperation operation;
    private final List<Table> arguments;
    private double[] values = {};
    private boolean[] known = {};

    RowTable(RowOperation operation, List<Table> arguments) {
        this.operation = operation;
        this.arguments = arguments;
    }

    @Override
    public void forget() {
        Arrays.fill(known, false);
    }

    @Override
    public int rows() {
        return arguments.getFirst().rows();
    }

    @Override
    public int columns() {
        return 1;
    }

    @Override
    public double at(int row, int column) {
        if (known.length != rows()) {
            known = new boolean[rows()];
            values = new double[rows()];
        }
        if (!known[row]) {
            values[row] = operation.of(
                    arguments.stream().map(table -> numbers(table, row)).toArray(double[][]::new));
            known[row] = true;
        }
        return values[row];
    }

    private static double[] numbers(Table table, int row) {
        double[] numbers = new double[table.columns()];
        Arrays.setAll(numbers, column -> table.repeated(row, column));
        return numbers;
    }
}
