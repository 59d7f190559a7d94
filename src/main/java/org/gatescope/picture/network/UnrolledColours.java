package org.gatescope.picture.network;

import org.gatescope.picture.Family;
import org.gatescope.picture.Ground;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;

/** The colours of the drawing in one theme. */
public record UnrolledColours(Tones tones, Palette values, Palette gates, Rgb wire, Rgb ghost) {
    /** Those of a theme. */
    public static UnrolledColours of(Tones tones) {
        Ground ground = tones.ground();
        return new UnrolledColours(
                tones,
                Palette.of(Family.VALUES, ground),
                Palette.of(Family.GATES, ground),
                tones.muted().mixed(tones.window(), 0.25),
                tones.hatch());
    }

    Palette palette(Family of) {
        return of == Family.GATES ? gates : values;
    }

    /** Of the state that goes on to the next step. */
    Rgb state() {
        return tones.forward().mixed(tones.window(), 0.3);
    }

    Rgb gradient() {
        return tones.backward();
    }
}
