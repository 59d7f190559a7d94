package org.gatescope.ui.grid;

import java.util.function.DoubleUnaryOperator;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Matrix;
import org.gatescope.picture.table.GridSelection;
import org.gatescope.ui.grid.GridEdit.Kind;

/** The edits of a selection: pure arithmetic on content, nothing is changed. */
record GridEdits(GridContent content, GridSelection selection) {
    @FunctionalInterface
    interface CellValue {
        /** Row and column within the selection. */
        double at(int row, int column);
    }

    double[][] values() {
        return block(selection.rows(), selection.columns(), this::current);
    }

    GridEdit typed(double value) {
        return new GridEdit(
                selection.anchor().row(), selection.anchor().column(), new double[][] {{value}}, Kind.TYPED);
    }

    GridEdit filled(double value) {
        return edit(Kind.FILLED, (row, column) -> value);
    }

    GridEdit cleared() {
        return edit(Kind.CLEARED, (row, column) -> 0);
    }

    /** As filling a whole table of this size with random weights of the same seed would. */
    GridEdit randomised(long seed) {
        Matrix drawn = new Fill.Normal(seed).matrix(selection.rows(), selection.columns());
        return edit(Kind.RANDOMISED, drawn::get);
    }

    GridEdit mapped(DoubleUnaryOperator change) {
        return edit(Kind.TYPED, (row, column) -> change.applyAsDouble(current(row, column)));
    }

    /** The first row into all rows; of a single row, the row above it. */
    GridEdit filledDown() {
        int source = selection.rows() == 1 && selection.top() > 0 ? -1 : 0;
        return edit(Kind.FILLED, (row, column) -> current(source, column));
    }

    /** The first column into all columns; of a single column, the column before it. */
    GridEdit filledRight() {
        int source = selection.columns() == 1 && selection.left() > 0 ? -1 : 0;
        return edit(Kind.FILLED, (row, column) -> current(row, source));
    }

    /** A block repeated over the selection where it divides it, otherwise once from its upper left cell. */
    GridEdit pasted(double[][] block) {
        boolean repeats = selection.rows() % block.length == 0 && selection.columns() % block[0].length == 0;
        int rows = repeats ? selection.rows() : block.length;
        int columns = repeats ? selection.columns() : block[0].length;
        double[][] values = block(rows, columns, (row, column) -> block[row % block.length][column % block[0].length]);
        return new GridEdit(selection.top(), selection.left(), values, Kind.PASTED);
    }

    boolean fits(GridEdit edit) {
        return edit.row() + edit.rows() <= content.rows() && edit.column() + edit.columns() <= content.columns();
    }

    private double current(int row, int column) {
        return content.value(selection.top() + row, selection.left() + column);
    }

    private GridEdit edit(Kind kind, CellValue value) {
        return new GridEdit(
                selection.top(), selection.left(), block(selection.rows(), selection.columns(), value), kind);
    }

    private static double[][] block(int rows, int columns, CellValue value) {
        double[][] block = new double[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                block[row][column] = value.at(row, column);
            }
        }
        return block;
    }
}
