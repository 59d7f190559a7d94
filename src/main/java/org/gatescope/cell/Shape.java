package org.gatescope.cell;

/** Rows and columns by name: (N, H) a value of each sequence, (D, H) a matrix, (1, H) a vector. */
public record Shape(Extent rows, Extent columns) {
    public static final Shape SCALAR = new Shape(Extent.ONE, Extent.ONE);

    /** True for what does not differ between the sequences of a batch, and so not between steps. */
    public boolean isShared() {
        return rows != Extent.N;
    }

    /** Rows and columns exchanged. */
    public Shape transposed() {
        return new Shape(columns, rows);
    }

    /** As it is written: (N, H), or (H) for a vector. */
    @Override
    public String toString() {
        if (rows == Extent.ONE) {
            return columns == Extent.ONE ? "(1)" : "(" + columns + ")";
        }
        return "(" + rows + ", " + columns + ")";
    }
}
