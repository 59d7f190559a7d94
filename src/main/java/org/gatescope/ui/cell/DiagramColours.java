package org.gatescope.ui.cell;

import javafx.scene.paint.Color;
import org.gatescope.picture.Family;
import org.gatescope.picture.Palette;
import org.gatescope.ui.theme.Theme;
import org.gatescope.ui.theme.Tones;

/** The colours of a diagram in one theme. */
record DiagramColours(Tones tones, Palette values, Palette gates, Palette gradients) {
    static DiagramColours of(boolean dark) {
        return new DiagramColours(
                Tones.of(dark ? Theme.DARK : Theme.LIGHT),
                Palette.of(Family.VALUES, dark),
                Palette.of(Family.GATES, dark),
                Palette.of(Family.GRADIENTS, dark));
    }

    Palette palette(Family family) {
        return family == Family.GATES ? gates : values;
    }

    Color wire() {
        return tones.muted().interpolate(tones.window(), 0.2);
    }

    /** A wire along which the gradient has run back. */
    Color passed() {
        return tones.backward().interpolate(tones.window(), 0.35);
    }
}
