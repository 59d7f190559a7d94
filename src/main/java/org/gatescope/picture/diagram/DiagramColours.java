package org.gatescope.picture.diagram;

import org.gatescope.picture.Family;
import org.gatescope.picture.Ground;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;

/** The colours of a diagram in one theme. */
public record DiagramColours(Tones tones, Palette values, Palette gates, Palette gradients) {
    /** Those of a theme. */
    public static DiagramColours of(Tones tones) {
        Ground ground = tones.ground();
        return new DiagramColours(
                tones,
                Palette.of(Family.VALUES, ground),
                Palette.of(Family.GATES, ground),
                Palette.of(Family.GRADIENTS, ground));
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
