package org.gatescope.ui.unrolled;

import javafx.scene.paint.Color;
import org.gatescope.picture.Family;
import org.gatescope.picture.Palette;
import org.gatescope.ui.theme.Theme;
import org.gatescope.ui.theme.Tones;

/**
 * The colours of the drawing in one theme.
 *
 * @param family of the letters
 */
record UnrolledColours(Tones tones, Palette values, Palette gates, Color wire, Color ghost, String family) {
    static UnrolledColours of(boolean dark, String family) {
        Tones tones = Tones.of(dark ? Theme.DARK : Theme.LIGHT);
        return new UnrolledColours(
                tones,
                Palette.of(Family.VALUES, dark),
                Palette.of(Family.GATES, dark),
                tones.muted().interpolate(tones.window(), 0.25),
                tones.hatch(),
                family);
    }

    Palette palette(Family of) {
        return of == Family.GATES ? gates : values;
    }

    /** Of the state that goes on to the next step. */
    Color state() {
        return tones.forward().interpolate(tones.window(), 0.3);
    }

    Color gradient() {
        return tones.backward();
    }
}
