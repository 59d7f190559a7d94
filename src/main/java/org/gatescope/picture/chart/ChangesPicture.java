package org.gatescope.picture.chart;

import java.util.List;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;
import org.gatescope.text.Numerals;

/** How far an update moved each parameter, against how large it is: bars from 10⁻⁶ to 1, in powers of ten. */
public record ChangesPicture(double width, List<Change> changes, Tones tones) implements Picture {
    private static final double ROW = 17;
    private static final double NAME = 112;
    private static final double NUMBER = 54;
    private static final int DECADES = 6;
    private static final int LONGEST = 15;

    /** A parameter's name and its ‖Δθ‖ / ‖θ‖. */
    public record Change(String name, double share) {}

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
        Lettering name = new Lettering(Typeface.CODE, 11, tones.text(), Anchor.LEFT);
        Lettering number = new Lettering(Typeface.TEXT, 11, tones.muted(), Anchor.RIGHT);
        double room = Math.max(1, width - NAME - NUMBER);
        for (int i = 0; i <= DECADES; i++) {
            double x = Math.rint(NAME + room * i / DECADES);
            pen.fill(new Box(x, 0, 1, height()), tones.faintBorder());
        }
        for (int row = 0; row < changes.size(); row++) {
            Change change = changes.get(row);
            double top = row * ROW;
            pen.text(2, top + 12.5, shortened(change.name()), name);
            pen.fill(new Box(NAME, top + 4, room * length(change.share()), ROW - 8), tones.forward());
            pen.text(width - 2, top + 12.5, Numerals.rounded(change.share(), 2), number);
        }
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }

    /** From 0 to 1. */
    private static double length(double share) {
        return share > 0 ? Math.clamp(1 + Math.log10(share) / DECADES, 0, 1) : 0;
    }
}
