package org.gatescope.ui.tables;

import org.gatescope.engine.Matrix;
import org.gatescope.picture.Family;
import org.gatescope.picture.Ground;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Scale;
import org.gatescope.text.NumberForm;
import org.gatescope.text.Texts;
import org.gatescope.ui.grid.GridContent;

/**
 * The gradient of a table, in the table's own form; empty cells until the playhead has come to its last share.
 *
 * @param isComputed whether it has
 */
record GradientContent(
        TableDescription description, Matrix matrix, boolean isComputed, Palette palette, Scale scale, NumberForm form)
        implements GridContent {
    private static final Texts TEXTS = Texts.of(GradientContent.class);

    static GradientContent of(TableDescription description, Matrix gradient, boolean isComputed, Ground ground) {
        double largest = 0;
        for (int r = 0; r < gradient.rows(); r++) {
            for (int c = 0; c < gradient.columns(); c++) {
                largest = Math.max(largest, Scale.finiteMagnitude(gradient.get(r, c)));
            }
        }
        Palette palette = Palette.of(Family.GRADIENTS, ground);
        return new GradientContent(
                description, gradient, isComputed, palette, Scale.diverging(largest), NumberForm.of(largest, 3));
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
        return isComputed ? matrix.get(row, column) : 0;
    }

    @Override
    public String rowHeading(int row) {
        return description.rowHeadings().apply(row);
    }

    @Override
    public String columnHeading(int column) {
        return description.columnHeadings().apply(column);
    }

    @Override
    public String name() {
        return TEXTS.get("gradient.name", description.name());
    }

    @Override
    public int tint(int row, int column) {
        return isComputed ? palette.argb(scale.index(matrix.get(row, column))) : 0;
    }

    @Override
    public String text(int row, int column) {
        return isComputed ? GridContent.super.text(row, column) : "·";
    }

    @Override
    public String describe(int row, int column) {
        return isComputed ? GridContent.super.describe(row, column) : TEXTS.get("gradient.missing");
    }
}
