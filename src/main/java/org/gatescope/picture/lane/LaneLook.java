package org.gatescope.picture.lane;

import org.gatescope.picture.ColourMap;
import org.gatescope.picture.Family;
import org.gatescope.picture.Ground;
import org.gatescope.picture.Palette;

/**
 * What the user chose for a lane.
 *
 * @param fixed  the limit for {@link ScaleChoice#FIXED}
 * @param height of its squares in pixels, 0 as fits its units
 */
public record LaneLook(
        ColourMap map,
        boolean flipped,
        ScaleChoice choice,
        double fixed,
        boolean logarithmic,
        boolean folded,
        double height) {

    /** How lanes of a family look at first. */
    public static LaneLook of(Family family) {
        return new LaneLook(family.map(), false, ScaleChoice.OWN, 1, false, false, 0);
    }

    /** The same in another colour map. */
    public LaneLook withMap(ColourMap newMap) {
        return new LaneLook(newMap, flipped, choice, fixed, logarithmic, folded, height);
    }

    /** The same with its colours reversed, or not. */
    public LaneLook withFlipped(boolean on) {
        return new LaneLook(map, on, choice, fixed, logarithmic, folded, height);
    }

    /** The same with another choice of scale. */
    public LaneLook withChoice(ScaleChoice newChoice) {
        return new LaneLook(map, flipped, newChoice, fixed, logarithmic, folded, height);
    }

    /** A limit of the user's own. */
    public LaneLook withFixed(double limit) {
        return new LaneLook(map, flipped, ScaleChoice.FIXED, limit, logarithmic, folded, height);
    }

    /** The same on a symmetric logarithmic scale, or on a linear one. */
    public LaneLook withLogarithmic(boolean on) {
        return new LaneLook(map, flipped, choice, fixed, on, folded, height);
    }

    /** The same folded to a thin band, or unfolded. */
    public LaneLook withFolded(boolean on) {
        return new LaneLook(map, flipped, choice, fixed, logarithmic, on, height);
    }

    /** The same with rows of another height, in pixels. */
    public LaneLook withHeight(double newHeight) {
        return new LaneLook(map, flipped, choice, fixed, logarithmic, folded, newHeight);
    }

    /** @return of the chosen map, flipped where that was chosen */
    public Palette palette(Ground ground) {
        Palette palette = Palette.of(map, ground);
        return flipped ? palette.flipped() : palette;
    }
}
