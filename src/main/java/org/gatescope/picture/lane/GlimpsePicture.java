package org.gatescope.picture.lane;

import org.gatescope.picture.Box;
import org.gatescope.picture.Family;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Raster;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Tones;

/**
 * A run at a glance: a state over time and, below it, its gradient.
 *
 * @param values    by step, then unit: (T, H)
 * @param gradients of these, (T, H)
 */
@SuppressWarnings("ArrayRecordComponent") // read at once, and compared by nobody
public record GlimpsePicture(double width, double height, double[][] values, double[][] gradients, Tones tones)
        implements Picture {
    private static final double GAP = 2;

    @Override
    public void draw(Pen pen) {
        double half = Math.floor((height - GAP) / 2);
        draw(pen, new Box(0, 0, width, half), values, Family.VALUES);
        draw(pen, new Box(0, height - half, width, half), gradients, Family.GRADIENTS);
    }

    private void draw(Pen pen, Box box, double[][] numbers, Family family) {
        if (numbers.length == 0 || numbers[0].length == 0) {
            pen.fill(box, tones.faintBorder());
            return;
        }
        double largest = 0;
        for (double[] row : numbers) {
            largest = Math.max(largest, Scale.largest(row));
        }
        Scale scale = Scale.diverging(largest);
        Palette palette = Palette.of(family, tones.ground());
        pen.raster(
                box,
                Raster.of(numbers.length, numbers[0].length, (t, unit) -> palette.argb(scale.index(numbers[t][unit]))));
    }
}
