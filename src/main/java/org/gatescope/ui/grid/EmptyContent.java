package org.gatescope.ui.grid;

/** Nothing yet. */
record EmptyContent() implements GridContent {
    @Override
    public int rows() {
        return 0;
    }

    @Override
    public int columns() {
        return 0;
    }

    @Override
    public double value(int row, int column) {
        throw new IndexOutOfBoundsException();
    }

    @Override
    public String rowHeading(int row) {
        return "";
    }

    @Override
    public String columnHeading(int column) {
        return "";
    }
}
