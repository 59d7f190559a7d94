package org.gatescope.picture.lane;

import org.gatescope.picture.Golden;
import org.gatescope.picture.Tones;
import org.junit.jupiter.api.Test;

/** A run at a glance, also one that has nothing to show yet. */
class GlimpsePictureTest {
    @Test
    void aStateAboveItsGradient() {
        double[][] values = {{0.5, -1}, {Double.NaN, 0}, {1, 0.25}};
        double[][] gradients = {{0, 0}, {0, 2}, {-1, 0}};
        Golden.check("glimpse", new GlimpsePicture(60, 21, values, gradients, Tones.LIGHT));
    }

    @Test
    void nothing() {
        Golden.check("glimpse-nothing", new GlimpsePicture(60, 20, new double[0][], new double[2][0], Tones.DARK));
    }
}
