package org.gatescope.picture.sheet;

import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;

/**
 * The head of a sheet.
 *
 * @param copy which of the copies it is, in a frame
 * @param fields what is asked for before all: name, date, points
 */
public record SheetTitle(double width, String title, String copy, Fields fields) implements Picture {
    private static final double LETTERS = 17;
    private static final double SMALL = 10;
    private static final double BADGE = 58;

    /** The words before the lines; points have no line where they are empty. */
    public record Fields(String name, String date, String points) {}

    @Override
    public double height() {
        return fields.name().isEmpty() ? 26 : 62;
    }

    @Override
    public void draw(Pen pen) {
        Lettering large = new Lettering(Typeface.HEADING, LETTERS, Tones.PRINT.text(), Anchor.LEFT);
        pen.text(0, 18, pen.measure().shortened(title, large, width - BADGE - 12), large);
        Box badge = new Box(width - BADGE, 1, BADGE, 22);
        pen.roundFrame(badge, 4, Tones.PRINT.text(), 1);
        pen.text(badge.centreX(), 16, copy, new Lettering(Typeface.BOLD, 11, Tones.PRINT.text(), Anchor.CENTRE));
        if (!fields.name().isEmpty()) {
            field(pen, fields.name(), 0, width * 0.48);
            field(pen, fields.date(), width * 0.51, width * 0.76);
            pen.text(width, 54, fields.points(), small(Anchor.RIGHT));
        }
    }

    private static void field(Pen pen, String name, double left, double right) {
        pen.text(left, 54, name, small(Anchor.LEFT));
        double start = left + pen.measure().width(name, small(Anchor.LEFT)) + 6;
        pen.path(Tones.PRINT.muted(), 0.7, start, 56, right, 56);
    }

    private static Lettering small(Anchor anchor) {
        return new Lettering(Typeface.TEXT, SMALL, Tones.PRINT.text(), anchor);
    }
}
