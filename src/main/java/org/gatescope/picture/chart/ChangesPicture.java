package org.gatescope.picture.chart;

import java.util.List;
import org.gatescope.cell.Formula;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.FormulaText;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;
import org.gatescope.picture.TypesetFormula;
import org.gatescope.picture.Typesetter;
import org.gatescope.text.Numerals;

/** How far an update moved each parameter, against how large it is: bars from 10⁻⁶ to 1, in powers of ten. */
public record ChangesPicture(double width, List<Change> changes, Tones tones) implements Picture {
    private static final double ROW = 17;
    private static final double NAME = 112;
    private static final double NUMBER = 54;
    private static final int DECADES = 6;
    private static final double LETTERS = 11;
    private static final double SYMBOL = 12.5;
    private static final double BASELINE = 12;
    private static final double GAP = 4;

    /**
     * A parameter and its ‖Δθ‖ / ‖θ‖.
     *
     * @param owner what it belongs to; empty where there is but one
     */
    public record Change(String owner, Formula symbol, double share) {}

    /** Height for so many changes. */
    public static double height(int changes) {
        return ROW * changes;
    }

    @Override
    public double height() {
        return height(changes.size());
    }

    @Override
    public void draw(Pen pen) {
        Lettering number = new Lettering(Typeface.TEXT, LETTERS, tones.muted(), Anchor.RIGHT);
        double room = Math.max(1, width - NAME - NUMBER);
        for (int i = 0; i <= DECADES; i++) {
            double x = Math.rint(NAME + room * i / DECADES);
            pen.fill(new Box(x, 0, 1, height()), tones.faintBorder());
        }
        for (int row = 0; row < changes.size(); row++) {
            Change change = changes.get(row);
            double top = row * ROW;
            name(pen, change, top + BASELINE);
            pen.fill(new Box(NAME, top + 4, room * length(change.share()), ROW - 8), tones.forward());
            pen.text(width - 2, top + BASELINE, Numerals.rounded(change.share(), 2), number);
        }
    }

    /** The symbol as everywhere else; where it is too long, as much of it as there is room for. */
    private void name(Pen pen, Change change, double baseline) {
        Lettering words = new Lettering(Typeface.TEXT, LETTERS, tones.muted(), Anchor.LEFT);
        Lettering plain = new Lettering(Typeface.CODE, LETTERS, tones.text(), Anchor.LEFT);
        double room = NAME - 2 * GAP;
        TypesetFormula symbol = Typesetter.set(change.symbol(), SYMBOL, pen.measure());
        String owner = pen.measure().shortened(change.owner(), words, Math.max(0, room - symbol.width()));
        double left = owner.isEmpty() ? 2 : 2 + pen.measure().width(owner, words) + GAP;
        if (!owner.isEmpty()) {
            pen.text(2, baseline, owner, words);
        }
        if (left + symbol.width() <= NAME) {
            pen.formula(left, baseline, symbol, tones.text());
        } else {
            String text = FormulaText.of(change.symbol());
            pen.text(left, baseline, pen.measure().shortened(text, plain, NAME - left), plain);
        }
    }

    /** From 0 to 1. */
    private static double length(double share) {
        return share > 0 ? Math.clamp(1 + Math.log10(share) / DECADES, 0, 1) : 0;
    }
}
