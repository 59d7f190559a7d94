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
}
