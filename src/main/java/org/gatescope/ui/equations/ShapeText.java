package org.gatescope.ui.equations;

import org.gatescope.session.number.Table;
import org.gatescope.text.Texts;

/** Shapes as they are printed beside a line: {@code (6)}, {@code (7 × 6)}. */
final class ShapeText {
    private static final Texts TEXTS = Texts.of(ShapeText.class);

    private ShapeText() {}

    /** A single row is a vector. */
    static String of(Table table) {
        return of(table.rows(), table.columns());
    }

    static String of(int rows, int columns) {
        return rows == 1 ? TEXTS.get("size.vector", columns) : TEXTS.get("size.matrix", rows, columns);
    }
}
