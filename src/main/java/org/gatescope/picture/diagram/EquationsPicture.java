package org.gatescope.picture.diagram;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.cell.PlayedLine;
import org.gatescope.picture.Box;
import org.gatescope.picture.Measure;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.TypesetFormula;
import org.gatescope.picture.Typesetter;

/** The lines of a part below one another; each has a name, and a background that lights it. */
public record EquationsPicture(String name, List<TypesetFormula> lines, Tones tones) implements Picture {
    private static final double LETTERS = 17;
    private static final double LINE = 27;
    private static final double PAD = 8;

    /** @param name of each line, before its index */
    public static EquationsPicture of(String name, List<PlayedLine> played, Measure measure, Tones tones) {
        List<TypesetFormula> lines = new ArrayList<>();
        played.forEach(line -> lines.add(Typesetter.set(line.formula(), LETTERS, measure)));
        return new EquationsPicture(name, lines, tones);
    }

    @Override
    public double width() {
        double widest = lines.stream().mapToDouble(TypesetFormula::width).max().orElse(0);
        return Math.ceil(widest) + 2 * PAD;
    }

    @Override
    public double height() {
        return LINE * lines.size();
    }

    @Override
    public void draw(Pen pen) {
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            pen.named(name + "|" + line, named -> line(named, line));
        }
    }

    private void line(Pen pen, int line) {
        Box box = new Box(0, line * LINE, width(), LINE);
        pen.named("light", lit -> lit.round(box, 4, tones.highlight()));
        pen.formula(PAD, box.y() + 0.68 * LINE, lines.get(line), tones.text());
    }
}
