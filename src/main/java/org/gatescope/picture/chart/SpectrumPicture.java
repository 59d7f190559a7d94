package org.gatescope.picture.chart;

import java.util.List;
import org.gatescope.engine.diagnostics.Complex;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Digits;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;

/**
 * Eigenvalues in the complex plane with the unit circle: of the recurrent matrix as discs, of a step's Jacobian as rings.
 * What lies outside of the circle grows over time, what lies inside vanishes.
 */
public record SpectrumPicture(double width, double height, List<Complex> matrix, List<Complex> jacobian, Tones tones)
        implements Picture {
    private static final int CORNERS = 72;
    private static final double EDGE = 8;

    @Override
    public void draw(Pen pen) {
        double side = Math.max(1, Math.min(width, height) - 2 * EDGE);
        double reach = reach();
        double scale = side / 2 / reach;
        double x = width / 2;
        double y = height / 2;
        pen.line(x - side / 2, Math.rint(y) + 0.5, x + side / 2, Math.rint(y) + 0.5, tones.faintBorder());
        pen.line(Math.rint(x) + 0.5, y - side / 2, Math.rint(x) + 0.5, y + side / 2, tones.faintBorder());
        circle(pen, x, y, scale, tones.muted());
        Lettering letters = new Lettering(Typeface.TEXT, 10, tones.muted(), Anchor.LEFT);
        pen.text(x + scale + 3, y - 4, "1", letters);
        pen.text(x + side / 2 - 26, y + 13, Digits.brief(reach), letters);
        for (Complex value : jacobian) {
            double left = x + value.real() * scale;
            double top = y - value.imaginary() * scale;
            pen.roundFrame(new Box(left - 4, top - 4, 8, 8), 4, tones.backward(), 1.3);
        }
        for (Complex value : matrix) {
            double left = x + value.real() * scale;
            double top = y - value.imaginary() * scale;
            pen.round(new Box(left - 2.5, top - 2.5, 5, 5), 2.5, tones.forward());
        }
    }

    /** Up to a fifth beyond the circle or the outermost eigenvalue. */
    private double reach() {
        double reach = 1;
        for (List<Complex> some : List.of(matrix, jacobian)) {
            for (Complex value : some) {
                reach = Math.max(reach, value.modulus());
            }
        }
        return 1.15 * reach;
    }

    private static void circle(Pen pen, double x, double y, double radius, Rgb colour) {
        double[] points = new double[2 * CORNERS + 2];
        for (int i = 0; i <= CORNERS; i++) {
            points[2 * i] = x + radius * Math.cos(2 * Math.PI * i / CORNERS);
            points[2 * i + 1] = y + radius * Math.sin(2 * Math.PI * i / CORNERS);
        }
        pen.path(colour, 1, points);
    }
}
