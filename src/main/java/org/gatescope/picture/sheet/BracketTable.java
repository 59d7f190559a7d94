package org.gatescope.picture.sheet;

import java.util.List;
import org.gatescope.picture.Box;
import org.gatescope.picture.Measure;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.gatescope.picture.TypesetFormula;

/**
 * A matrix in brackets after its name and an equals sign.
 *
 * @param column how wide each column is, in points
 */
public record BracketTable(TypesetFormula name, List<List<SheetCell>> rows, double column) implements Picture {
    private static final double ROW = 19;
    private static final double GAP = 6;
    private static final double FOOT = 4;
    private static final Rgb INK = Tones.PRINT.text();

    public BracketTable {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** @param name with its equals sign */
    public static BracketTable of(TypesetFormula name, List<List<SheetCell>> rows, Measure measure) {
        boolean isAsked = rows.stream().flatMap(List::stream).anyMatch(SheetCell::isAsked);
        double widest = rows.stream()
                .flatMap(List::stream)
                .mapToDouble(cell -> measure.width(cell.text(), cell.lettering()) + 10)
                .reduce(isAsked ? 36 : 20, Math::max);
        return new BracketTable(name, rows, widest);
    }

    private double left() {
        return Math.ceil(name.width()) + GAP;
    }

    @Override
    public double width() {
        int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
        return left() + columns * column + 2 * FOOT;
    }

    @Override
    public double height() {
        return Math.max(1, rows.size()) * ROW + 4;
    }

    @Override
    public void draw(Pen pen) {
        pen.formula(0, height() / 2 + 4, name, INK);
        double left = left();
        double right = width() - 1;
        double bottom = height() - 1;
        pen.path(INK, 0.9, left + FOOT, 1, left, 1, left, bottom, left + FOOT, bottom);
        pen.path(INK, 0.9, right - FOOT, 1, right, 1, right, bottom, right - FOOT, bottom);
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.get(i).size(); j++) {
                rows.get(i).get(j).draw(pen, new Box(left + FOOT + j * column, 2 + i * ROW, column, ROW));
            }
        }
    }
}
