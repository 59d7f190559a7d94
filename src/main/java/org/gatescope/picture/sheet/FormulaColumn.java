package org.gatescope.picture.sheet;

import java.util.List;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;
import org.gatescope.picture.TypesetFormula;

/** Formulas below one another. @param head above them; none if empty */
public record FormulaColumn(String head, List<TypesetFormula> lines, double width) implements Picture {
    private static final double GAP = 5;
    private static final double HEAD = 14;

    public FormulaColumn {
        lines = List.copyOf(lines);
    }

    private double start() {
        return head.isEmpty() ? 0 : HEAD;
    }

    @Override
    public double height() {
        return start()
                + lines.stream()
                        .mapToDouble(line -> line.ascent() + line.descent() + GAP)
                        .sum();
    }

    @Override
    public void draw(Pen pen) {
        pen.text(0, 9, head, new Lettering(Typeface.TEXT, 9, Tones.PRINT.muted(), Anchor.LEFT));
        double y = start();
        for (TypesetFormula line : lines) {
            pen.formula(0, y + line.ascent(), line, Tones.PRINT.text());
            y += line.ascent() + line.descent() + GAP;
        }
    }
}
