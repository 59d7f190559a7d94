package org.gatescope.session.number;

import java.util.Arrays;

/** A matrix product. Its rows are computed on first use and kept, as other products may take them in turn. */
final class ProductTable implements CachedTable {
    private final Table left;
    private final Table right;
    private double[] values = {};
    private boolean[] known = {};

    ProductTable(Table left, Table right) {
        this.left = left;
        this.right = right;
    }

    @Override
    public void forget() {
        Arrays.fill(known, false);
    }

    @Override
    public int rows() {
        return left.rows();
    }

    @Override
    public int columns() {
        return right.columns();
    }

    @Override
    public double at(int row, int column) {
        if (known.length != rows()) {
            known = new boolean[rows()];
            values = new double[Math.multiplyExact(rows(), columns())];
        }
        if (!known[row]) {
            multiply(row);
            known[row] = true;
        }
        return values[row * columns() + column];
    }

    /** From the first summand to the last, as one would by hand. */
    private void multiply(int row) {
        int columns = columns();
        int terms = right.rows();
        int start = row * columns;
        Arrays.fill(values, start, start + columns, 0);
        for (int k = 0; k < terms; k++) {
            double factor = left.at(row, k);
            for (int column = 0; column < columns; column++) {
                values[start + column] += factor * right.at(k, column);
            }
        }
    }
}
