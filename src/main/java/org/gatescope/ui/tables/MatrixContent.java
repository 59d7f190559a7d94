package org.gatescope.ui.tables;

import java.util.function.IntFunction;
import org.gatescope.engine.Matrix;
import org.gatescope.picture.Ground;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Scale;
import org.gatescope.text.NumberForm;
import org.gatescope.ui.grid.GridContent;

/**
 * A matrix of the session as a grid shows it.
 *
 * @param rowHeading    what stands before a row
 * @param columnHeading what stands above a column
 */
record MatrixContent(
        String name,
        Matrix matrix,
        IntFunction<String> rowHeadings,
        IntFunction<String> columnHeadings,
        Palette palette,
        Scale scale,
        NumberForm form,
        boolean editable)
        implements GridContent {

    /** @param editable false for what follows from other tables */
    static MatrixContent of(TableDescription description, Matrix matrix, Ground ground, boolean editable) {
        double largest = 0;
        boolean isWhole = true;
        for (int r = 0; r < matrix.rows(); r++) {
            for (int c = 0; c < matrix.columns(); c++) {
                double value = matrix.get(r, c);
                largest = Math.max(largest, Scale.finiteMagnitude(value));
                isWhole &= value == Math.rint(value) && Math.abs(value) < 1e4;
            }
        }
        return new MatrixContent(
                description.name(),
                matrix,
                description.rowHeadings(),
                description.columnHeadings(),
                Palette.of(description.family(), ground),
                Scale.diverging(largest),
                isWhole ? NumberForm.ofWhole(largest) : NumberForm.of(largest, 3),
                editable);
    }

    @Override
    public int rows() {
        return matrix.rows();
    }

    @Override
    public int columns() {
        return matrix.columns();
    }

    @Override
    public double value(int row, int column) {
        return matrix.get(row, column);
    }

    @Override
    public String rowHeading(int row) {
        return rowHeadings.apply(row);
    }

    @Override
    public String columnHeading(int column) {
        return columnHeadings.apply(column);
    }

    @Override
    public int tint(int row, int column) {
        return palette.argb(scale.index(value(row, column)));
    }

    @Override
    public NumberForm form() {
        return form;
    }
}
