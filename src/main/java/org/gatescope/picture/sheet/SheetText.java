package org.gatescope.picture.sheet;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Measure;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;

/** A paragraph. */
public record SheetText(double width, List<String> lines) implements Picture {
    private static final double LINE = 13;
    private static final Lettering LETTERS = new Lettering(Typeface.TEXT, 9.5, Tones.PRINT.text(), Anchor.LEFT);

    public SheetText {
        lines = List.copyOf(lines);
    }

    /** Broken between words. */
    public static SheetText of(String text, double width, Measure measure) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && measure.width(longer, LETTERS) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return new SheetText(width, lines);
    }

    @Override
    public double height() {
        return lines.size() * LINE;
    }

    @Override
    public void draw(Pen pen) {
        for (int i = 0; i < lines.size(); i++) {
            pen.text(0, i * LINE + 10, lines.get(i), LETTERS);
        }
    }
}
