package org.gatescope.ui.paint;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.gatescope.picture.Box;

/** What drawings are drawn with: a canvas on the screen, a recording in tests. Lengths in pixels, y downwards. */
public interface Pen {
    /** Which point of a text is given. All of them lie on its baseline. */
    enum Anchor {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** How a text is set. */
    record Lettering(Font font, Color colour, Anchor anchor) {}

    void fill(Box box, Color colour);

    /** A frame whose line, one pixel wide, lies just inside the box. */
    void frame(Box box, Color colour);

    void line(double fromX, double fromY, double toX, double toY, Color colour);

    void text(double x, double baseline, String text, Lettering lettering);

    /** Part of an image, drawn into a box without smoothing. */
    void image(Pixels pixels, Box source, Box target);

    /** Diagonal lines: here is nothing yet. */
    void hatch(Box box, Color colour);

    /** A box with round corners. */
    void round(Box box, double radius, Color colour);

    /** A frame with round corners, its line centred on the box's edge. */
    void roundFrame(Box box, double radius, Color colour, double width);

    /** A line through points, given as x, y, x, y …, with round joins and square ends at the first and last point. */
    void path(Color colour, double width, double... points);

    /** A filled polygon; corners as x, y, x, y … */
    void polygon(Color colour, double... corners);
}
