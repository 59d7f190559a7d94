package org.gatescope.cell;

/** Rows and columns by name: (N, H) a value of each sequence, (D, H) a matrix, (1, H) a vector, (1, 1) one number. */
public record Shape(Extent rows, Extent columns) {
    public static final Shape SCALAR = new Shape(Extent.ONE, Extent.ONE);

    /** True for what does not differ between the sequences of a batch, and so not between steps. */
    public boolean isShared() {
        return !rows.equals(Extent.N);
    }

    /** True for a matrix from units to as many units: what can recur. */
    public boolean isSquare() {
        return rows.equals(columns) && !rows.equals(Extent.ONE) && !rows.equals(Extent.D);
    }

    /** Rows and columns exchanged. */
    public Shape transposed() {
        return new Shape(columns, rows);
    }

    /** As it is written: (N, H), or (H) for a vector. */
    @Override
    public String toString() {
        if (rows.equals(Extent.ONE)) {
            return columns.equals(Extent.ONE) ? "(1)" : "(" + columns + ")";
        }
        return "(" + rows + ", " + columns + ")";
    }
}
