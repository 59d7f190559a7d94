package org.gatescope.ui.grid;

import javafx.scene.paint.Color;

/** GridFigures and colours a grid is painted with. */
record GridLook(GridFigures figures, Color text, Color heading, Color surface, Color accent, boolean focused) {
    private static final Color DARK = Color.BLACK;
    /** Relative luminance at which dark and white text contrast alike. */
    private static final double MIDDLE = 0.179;

    /** The text colour that reads best on a cell's tint. */
    Color textOn(int argb) {
        double alpha = (argb >>> 24) / 255.0;
        if (alpha == 0) {
            return text;
        }
        double luminance = 0.2126 * mixed(argb >> 16, surface.getRed(), alpha)
                + 0.7152 * mixed(argb >> 8, surface.getGreen(), alpha)
                + 0.0722 * mixed(argb, surface.getBlue(), alpha);
        return luminance > MIDDLE ? DARK : Color.WHITE;
    }

    /** One channel over the surface, as linear light. */
    private static double mixed(int channel, double below, double alpha) {
        double value = alpha * (channel & 0xFF) / 255 + (1 - alpha) * below;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
