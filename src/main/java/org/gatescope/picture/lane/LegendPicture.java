package org.gatescope.picture.lane;

import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Raster;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;

/**
 * The colours of a lane from low to high between their signs, so that + and − need no remembering.
 *
 * @param signed false for a scale from 0 to 1
 */
public record LegendPicture(Palette palette, boolean signed, Tones tones, double width) implements Picture {
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
        String low = signed ? "−" : "0";
        pen.text(0, BASELINE, low, sign);
        double strip = Math.ceil(pen.measure().width(low, sign)) + GAP;
        pen.raster(new Box(strip, 2, STRIP_WIDTH, STRIP_HEIGHT), Raster.of(palette));
        pen.text(strip + STRIP_WIDTH + GAP, BASELINE, signed ? "+" : "1", sign);
    }
}
