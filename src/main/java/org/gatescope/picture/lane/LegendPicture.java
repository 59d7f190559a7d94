package org.gatescope.picture.lane;

import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Raster;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;

/**
 * The colours of a lane from low to high between their signs, so that + and − need no remembering. Of a scale that does not
 * begin at zero, those that it uses.
 */
public record LegendPicture(Palette palette, Scale scale, Tones tones, double width) implements Picture {
    private static final double LETTERS = 9.5;
    private static final double STRIP_WIDTH = 44;
    private static final double STRIP_HEIGHT = 5;
    private static final double GAP = 3;
    private static final double BASELINE = 8;

    @Override
    public double height() {
        return 9;
    }

    @Override
    public void draw(Pen pen) {
        Lettering sign = new Lettering(Typeface.TEXT, LETTERS, tones.muted(), Anchor.LEFT);
        String low = scale.signed() ? "−" : "0";
        String high = scale.signed() ? "+" : "1";
        if (scale.least() != 0) {
            pen.raster(new Box(0, 2, STRIP_WIDTH, STRIP_HEIGHT), used());
            return;
        }
        pen.text(0, BASELINE, low, sign);
        double strip = Math.ceil(pen.measure().width(low, sign)) + GAP;
        pen.raster(new Box(strip, 2, STRIP_WIDTH, STRIP_HEIGHT), Raster.of(palette));
        pen.text(strip + STRIP_WIDTH + GAP, BASELINE, high, sign);
    }

    /** Low to the left: the neutral colour is that of the number nearest to zero. */
    private Raster used() {
        int first = scale.signed() && scale.least() > 0 ? Palette.ZERO : 0;
        int end = scale.signed() && scale.least() < 0 ? Palette.ZERO + 1 : Palette.SIZE;
        return Raster.of(end - first, 1, (x, y) -> palette.argb(first + x));
    }
}
