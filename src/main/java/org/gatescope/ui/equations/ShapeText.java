package org.gatescope.ui.equations;

import org.gatescope.cell.Convention;
import org.gatescope.session.number.Table;
import org.gatescope.text.Texts;

/** Shapes as they are printed beside a line: {@code (6)}, {@code (7 × 6)}. */
final class ShapeText {
    private static final Texts TEXTS = Texts.of(ShapeText.class);

    private ShapeText() {}

    /** As the equations have it: a single row is a vector, and where vectors are columns all is transposed. */
    static String of(Table table) {
        return Convention.shown().columns() && table.rows() > 1
                ? of(table.columns(), table.rows())
                : of(table.rows(), table.columns());
    }

    /** As a table is kept. */
    static String of(int rows, int columns) {
        return rows == 1 ? TEXTS.get("size.vector", columns) : TEXTS.get("size.matrix", rows, columns);
    }
}
