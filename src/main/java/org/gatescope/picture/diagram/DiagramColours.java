package org.gatescope.picture.diagram;

import org.gatescope.picture.Family;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;

/** The colours of a diagram in one theme. */
public record DiagramColours(Tones tones, Palette values, Palette gates, Palette gradients) {
    /** Those of a theme. */
    public static DiagramColours of(Tones tones) {
        boolean dark = tones.dark();
        return new DiagramColours(
                tones,
                Palette.of(Family.VALUES, dark),
                Palette.of(Family.GATES, dark),
                Palette.of(Family.GRADIENTS, dark));
    }

    Palette palette(Family family) {
        return family == Family.GATES ? gates : values;
    }

    Rgb wire() {
        return tones.muted().mixed(tones.window(), 0.2);
    }

    /** A wire along which the gradient has run back. */
    Rgb passed() {
        return tones.backward().mixed(tones.window(), 0.35);
    }
}
