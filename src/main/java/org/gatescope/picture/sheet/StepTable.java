package org.gatescope.picture.sheet;

import java.util.List;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Measure;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;
import org.gatescope.picture.TypesetFormula;

/**
 * Quantities over time steps: a row for each unit.
 *
 * @param corner above the names of the rows
 * @param heads  of the columns
 * @param column how wide each is, in points
 */
public record StepTable(String corner, List<String> heads, List<Row> rows, double column) implements Picture {
    /** For the names of the rows. */
    public static final double NAMES = 62;

    private static final double HEAD = 18;
    private static final double ROW = 21;
    private static final double SMALL = 9;
    private static final Rgb LINE = Tones.PRINT.border();

    /** @param isFirst of a quantity, below a line */
    public record Row(TypesetFormula name, List<SheetCell> cells, boolean isFirst) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public StepTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /** How wide a column has to be for its numbers and to be written in, in points. */
    public static double column(List<Row> rows, List<String> heads, Measure measure) {
        double widest = 38;
        for (Row row : rows) {
            for (SheetCell cell : row.cells()) {
                widest = Math.max(widest, measure.width(cell.text(), cell.lettering()) + 12);
            }
        }
        for (String head : heads) {
            widest = Math.max(widest, measure.width(head, small(Anchor.CENTRE)) + 8);
        }
        return widest;
    }

    private static Lettering small(Anchor anchor) {
        return new Lettering(Typeface.TEXT, SMALL, Tones.PRINT.muted(), anchor);
    }

    @Override
    public double width() {
        return NAMES + heads.size() * column;
    }

    @Override
    public double height() {
        return HEAD + rows.size() * ROW + 1;
    }

    @Override
    public void draw(Pen pen) {
        pen.text(0, HEAD - 6, corner, small(Anchor.LEFT));
        for (int t = 0; t < heads.size(); t++) {
            pen.text(NAMES + (t + 0.5) * column, HEAD - 6, heads.get(t), small(Anchor.CENTRE));
        }
        for (int i = 0; i < rows.size(); i++) {
            row(pen, rows.get(i), HEAD + i * ROW);
        }
        pen.path(LINE, 0.7, 0, height() - 0.5, width(), height() - 0.5);
    }

    private void row(Pen pen, Row row, double y) {
        if (row.isFirst()) {
            pen.path(LINE, 0.7, 0, y, width(), y);
        }
        pen.formula(2, y + ROW / 2 + 4, row.name(), Tones.PRINT.text());
        for (int t = 0; t < row.cells().size(); t++) {
            row.cells().get(t).draw(pen, new Box(NAMES + t * column, y, column, ROW));
        }
    }
}
