package org.gatescope.session.number;

/** Numbers in rows and columns, read where they stand. */
public interface Table {
    int rows();

    int columns();

    double at(int row, int column);

    /** One row, or column, is repeated as often as it takes. */
    default double repeated(int row, int column) {
        return at(rows() == 1 ? 0 : row, columns() == 1 ? 0 : column);
    }
}
