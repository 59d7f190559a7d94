package org.gatescope.ui.inspect;

import org.gatescope.picture.Family;
import org.gatescope.picture.Palette;

/** Bars have the colours that the lanes have for numbers of their kind. */
final class BarColours {
    /** As strong as can be told from black and white. */
    private static final int STRONG = Palette.SIZE / 5;

    private BarColours() {}

    /** The colours that the stylesheet looks up. */
    static String style(boolean isGradient, boolean dark) {
        Palette palette = Palette.of(isGradient ? Family.GRADIENTS : Family.VALUES, dark);
        String positive = web(palette.argb(Palette.SIZE - 1 - STRONG));
        String negative = web(palette.argb(STRONG));
        return "-inspect-positive: " + positive + "; -inspect-negative: " + negative + ";";
    }

    private static String web(int argb) {
        return String.format("#%06x", argb & 0xffffff);
    }
}
