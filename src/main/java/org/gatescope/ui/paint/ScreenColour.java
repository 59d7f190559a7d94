package org.gatescope.ui.paint;

import javafx.scene.paint.Color;
import org.gatescope.picture.Rgb;

/** Colours as JavaFX has them. */
public final class ScreenColour {
    private ScreenColour() {}

    /** The colour as JavaFX has it. */
    public static Color of(Rgb rgb) {
        return Color.rgb(rgb.red(), rgb.green(), rgb.blue(), rgb.opacity());
    }

    /** The colour as pictures name it. */
    public static Rgb rgb(Color colour) {
        return new Rgb(channel(colour.getOpacity()) << 24
                | channel(colour.getRed()) << 16
                | channel(colour.getGreen()) << 8
                | channel(colour.getBlue()));
    }

    private static int channel(double share) {
        return (int) Math.round(share * 255);
    }
}
