package org.gatescope.ui.inspect;

import org.gatescope.picture.Family;
import org.gatescope.picture.Ground;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Rgb;

/** Bars have the colours that the lanes have for numbers of their kind. */
final class BarColours {
    /** As strong as can be told from black and white. */
    private static final int STRONG = Palette.SIZE / 5;

    private BarColours() {}

    /** The colours that the stylesheet looks up. */
    static String style(boolean isGradient, Ground ground) {
        Palette palette = Palette.of(isGradient ? Family.GRADIENTS : Family.VALUES, ground);
        Rgb positive = new Rgb(palette.argb(Palette.SIZE - 1 - STRONG));
        Rgb negative = new Rgb(palette.argb(STRONG));
        return "-inspect-positive: " + positive + "; -inspect-negative: " + negative + ";";
    }
}
