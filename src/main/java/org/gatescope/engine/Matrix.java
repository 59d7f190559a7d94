package org.gatescope.engine;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;

/** A table of numbers that never changes; what an edit leaves alone is shared between the old and the new table. */
public final class Matrix {
    private final int columns;
    private final double[][] values;

    private Matrix(double[][] values, int columns) {
        this.values = values;
        this.columns = columns;
    }

    /** A copy of rows of equal length. */
    public static Matrix of(double[][] rows) {
        return of(rows, rows.length == 0 ? 0 : rows[0].length);
    }

    /** A copy of rows of a given length, which there need not be any of. */
    public static Matrix of(double[][] rows, int columns) {
        double[][] copy = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != columns) {
                throw new IllegalArgumentException(
                        "row " + r + " has " + rows[r].length + " numbers, expected " + columns);
            }
            copy[r] = rows[r].clone();
        }
        return new Matrix(copy, columns);
    }

    /** One row. */
    public static Matrix row(double... values) {
        return new Matrix(new double[][] {values.clone()}, values.length);
    }

    /** A matrix of one value; it takes the memory of a single row. */
    public static Matrix filled(int rows, int columns, double value) {
        double[] row = new double[rows == 0 ? 0 : columns];
        Arrays.fill(row, value);
        double[][] values = new double[rows][];
        Arrays.fill(values, row); // never written to, so one row serves for all
        return new Matrix(values, columns);
    }

    /** A matrix of zeros; it takes the memory of a single row. */
    public static Matrix zeros(int rows, int columns) {
        return filled(rows, columns, 0);
    }

    /** A matrix from a flat array, row after row from {@code offset} on, {@code stride} apart. */
    public static Matrix copyOf(double[] flat, int offset, int stride, int rows, int columns) {
        double[][] values = new double[rows][];
        for (int r = 0; r < rows; r++) {
            values[r] = Arrays.copyOfRange(flat, offset + r * stride, offset + r * stride + columns);
        }
        return new Matrix(values, columns);
    }

    /** How many rows it has, 0 or more. */
    public int rows() {
        return values.length;
    }

    /** How many columns it has, 0 or more; known without any row, too. */
    public int columns() {
        return columns;
    }

    /**
     * The number at a row and column.
     *
     * @throws IndexOutOfBoundsException if there is no such row or column
     */
    public double get(int row, int column) {
        return values[row][column];
    }

    /** The same with one number changed. */
    public Matrix with(int row, int column, double value) {
        return withBlock(row, column, new double[][] {{value}});
    }

    /**
     * The same with a block written over it.
     *
     * @throws IndexOutOfBoundsException if the block reaches over the edge
     */
    public Matrix withBlock(int row, int column, double[][] block) {
        double[][] changed = values.clone();
        for (int r = 0; r < block.length; r++) {
            double[] copy = changed[row + r].clone();
            System.arraycopy(block[r], 0, copy, column, block[r].length);
            changed[row + r] = copy;
        }
        return new Matrix(changed, columns);
    }

    /** A function of every number. */
    public Matrix map(DoubleUnaryOperator function) {
        double[][] mapped = new double[values.length][];
        Arrays.setAll(mapped, r -> Arrays.stream(values[r]).map(function).toArray());
        return new Matrix(mapped, columns);
    }

    /** What fits of this into other sizes; the rest is zero. */
    public Matrix resized(int rows, int columns) {
        boolean same = rows == rows() && columns == this.columns;
        return same ? this : rearranged(rows, columns, row -> row < values.length ? row : -1);
    }

    /**
     * A table of some of these rows, cut or filled up with zeros to a width.
     *
     * @param source for each new row the old one that it takes, or -1 for zeros
     */
    public Matrix rearranged(int rows, int columns, IntUnaryOperator source) {
        double[] zeros = new double[columns];
        double[][] changed = new double[rows][];
        for (int r = 0; r < rows; r++) {
            int from = source.applyAsInt(r);
            if (from < 0) {
                changed[r] = zeros;
            } else {
                changed[r] = columns == this.columns ? values[from] : Arrays.copyOf(values[from], columns);
            }
        }
        return new Matrix(changed, columns);
    }

    /**
     * A table of some of these rows and columns.
     *
     * @param row    for each new row the old one that it takes, or −1 for zeros
     * @param column likewise
     */
    public Matrix rearranged(int rows, IntUnaryOperator row, int columns, IntUnaryOperator column) {
        double[][] changed = new double[rows][columns];
        for (int r = 0; r < rows; r++) {
            int from = row.applyAsInt(r);
            for (int c = 0; from >= 0 && c < columns; c++) {
                int source = column.applyAsInt(c);
                changed[r][c] = source < 0 ? 0 : values[from][source];
            }
        }
        return new Matrix(changed, columns);
    }

    /** Some of the rows: {@code first}, {@code first + every}, … */
    public Matrix rows(int first, int every, int count) {
        return rearranged(count, columns, row -> first + row * every);
    }

    /** The same with rows {@code first}, {@code first + every}, … replaced by those of another matrix. */
    public Matrix withRows(int first, int every, Matrix replacement) {
        if (replacement.columns != columns) {
            throw new IllegalArgumentException(
                    "rows of " + replacement.columns + " numbers do not fit in between rows of " + columns);
        }
        double[][] changed = values.clone();
        for (int i = 0; i < replacement.rows(); i++) {
            changed[first + i * every] = replacement.values[i];
        }
        return new Matrix(changed, columns);
    }

    /** Number by number. @throws IllegalArgumentException if the sizes differ */
    public Matrix plus(Matrix other) {
        return combine(other, Double::sum);
    }

    /** Number by number: {@code function(this, other)}. @throws IllegalArgumentException if the sizes differ */
    public Matrix combine(Matrix other, DoubleBinaryOperator function) {
        if (other.rows() != rows() || other.columns != columns) {
            throw new IllegalArgumentException(
                    rows() + " × " + columns + " and " + other.rows() + " × " + other.columns + " do not fit");
        }
        double[][] combined = new double[rows()][columns];
        for (int r = 0; r < combined.length; r++) {
            for (int c = 0; c < columns; c++) {
                combined[r][c] = function.applyAsDouble(values[r][c], other.values[r][c]);
            }
        }
        return new Matrix(combined, columns);
    }

    /** False if there is a NaN or an infinity. */
    public boolean isFinite() {
        for (double[] row : values) {
            for (double value : row) {
                if (!Double.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The square of the Frobenius norm. */
    public double sumOfSquares() {
        double sum = 0;
        for (double[] row : values) {
            for (double value : row) {
                sum += value * value;
            }
        }
        return sum;
    }

    /** A copy that may be written to. */
    public double[][] toArray() {
        return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    }

    /** Writes all rows into a flat array, {@code stride} apart. */
    public void copyTo(double[] flat, int offset, int stride) {
        for (int r = 0; r < values.length; r++) {
            System.arraycopy(values[r], 0, flat, offset + r * stride, columns);
        }
    }

    /** Equal where every number is, bit by bit. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix matrix && matrix.columns == columns && Arrays.deepEquals(matrix.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        return rows() + " × " + columns + (rows() * (long) columns <= 64 ? " " + Arrays.deepToString(values) : "");
    }
}
