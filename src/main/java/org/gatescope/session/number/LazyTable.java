package org.gatescope.session.number;

import java.util.function.IntSupplier;

/** A table whose numbers are looked up or computed one by one. */
record LazyTable(IntSupplier height, IntSupplier width, Lookup lookup) implements Table {
    @FunctionalInterface
    interface Lookup {
        double at(int row, int column);
    }

    @Override
    public int rows() {
        return height.getAsInt();
    }

    @Override
    public int columns() {
        return width.getAsInt();
    }

    @Override
    public double at(int row, int column) {
        return lookup.at(row, column);
    }
}
