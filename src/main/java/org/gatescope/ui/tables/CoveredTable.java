package org.gatescope.ui.tables;

import java.util.HashSet;
import java.util.Set;
import org.gatescope.engine.Matrix;
import org.gatescope.explain.CoveredNumbers;
import org.gatescope.explain.NumberId;
import org.gatescope.picture.HiddenSquare;
import org.gatescope.picture.Tones;
import org.gatescope.picture.table.GridCell;
import org.gatescope.text.NumberForm;
import org.gatescope.text.Texts;
import org.gatescope.ui.grid.GridContent;
import org.gatescope.ui.words.PlayWords;

/** A table of which some numbers are to be predicted: it cannot be edited meanwhile, for much is made of what stands there. */
record CoveredTable(GridContent of, Set<GridCell> hidden, Tones tones) implements GridContent {
    private static final Texts TEXTS = Texts.of(CoveredTable.class);

    /** Which number stands in a cell. */
    @FunctionalInterface
    interface Numbers {
        NumberId at(int row, int column);
    }

    /** Cells whose numbers are hidden. */
    static Set<GridCell> cells(Matrix table, CoveredNumbers covered, Numbers numbers) {
        Set<GridCell> hidden = new HashSet<>();
        for (int row = 0; !covered.isEmpty() && row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                if (covered.hides(numbers.at(row, column))) {
                    hidden.add(new GridCell(row, column));
                }
            }
        }
        return hidden;
    }

    /** The same without those numbers, so that no scale gives them away. */
    static Matrix without(Matrix table, Set<GridCell> hidden) {
        if (hidden.isEmpty()) {
            return table;
        }
        double[][] values = table.toArray();
        hidden.forEach(cell -> values[cell.row()][cell.column()] = Double.NaN);
        return Matrix.of(values, table.columns());
    }

    @Override
    public int rows() {
        return of.rows();
    }

    @Override
    public int columns() {
        return of.columns();
    }

    @Override
    public double value(int row, int column) {
        return isHidden(row, column) ? Double.NaN : of.value(row, column);
    }

    private boolean isHidden(int row, int column) {
        return hidden.contains(new GridCell(row, column));
    }

    @Override
    public NumberForm form() {
        return of.form();
    }

    @Override
    public String text(int row, int column) {
        return isHidden(row, column) ? HiddenSquare.MARK : of.text(row, column);
    }

    @Override
    public String rowHeading(int row) {
        return of.rowHeading(row);
    }

    @Override
    public String columnHeading(int column) {
        return of.columnHeading(column);
    }

    @Override
    public int tint(int row, int column) {
        return isHidden(row, column) ? tones.faintBorder().argb() : of.tint(row, column);
    }

    @Override
    public boolean editable() {
        return false;
    }

    @Override
    public String name() {
        return of.name();
    }

    @Override
    public String rowName(int row) {
        return of.rowName(row);
    }

    @Override
    public String columnName(int column) {
        return of.columnName(column);
    }

    @Override
    public String describe(int row, int column) {
        return isHidden(row, column)
                ? TEXTS.get("covered", name(), rowName(row), columnName(column), PlayWords.hidden())
                : of.describe(row, column);
    }
}
