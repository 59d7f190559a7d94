package org.gatescope.picture;

import java.util.function.Consumer;

/** What pictures are drawn with: a canvas on the screen, a recording in tests. Lengths in pixels, y downwards. */
public interface Pen {
    /** Between neighbouring lines of a hatch, along x. */
    double HATCH = 8;

    /** How wide this pen's texts come out. */
    Measure measure();

    void fill(Box box, Rgb colour);

    /** A frame whose line, one pixel wide, lies just inside the box. */
    void frame(Box box, Rgb colour);

    /** A frame of dashes, its line centred on the box's edge. */
    void dashedFrame(Box box, Rgb colour, double width, double dash, double gap);

    void line(double fromX, double fromY, double toX, double toY, Rgb colour);

    void text(double x, double baseline, String text, Lettering lettering);

    /** A formula, which may have several lines, from its first baseline on. */
    default void formula(double x, double baseline, TypesetFormula formula, Rgb colour) {
        for (GlyphRun run : formula.runs()) {
            Lettering lettering = new Lettering(run.face(), run.size(), colour, Anchor.LEFT);
            text(x + run.x(), baseline + run.y(), run.text(), lettering);
        }
        for (Box mark : formula.marks()) {
            fill(mark.moved(x, baseline), colour);
        }
    }

    /** The colours as equal squares that fill the box, without smoothing. */
    void raster(Box place, Raster raster);

    /** The columns of a mosaic from one up to another, which is left out; edges count from the pen's origin. */
    void mosaic(Mosaic mosaic, int fromColumn, int toColumn);

    /**
     * Diagonal lines: here is nothing yet. Lines x − y = a multiple of the spacing, cut off at the box, so that
     * neighbouring boxes match.
     */
    default void hatch(Box box, Rgb colour) {
        double first = Math.ceil((box.x() + box.y()) / HATCH) * HATCH;
        for (double sum = first; sum < box.right() + box.bottom(); sum += HATCH) {
            double left = Math.max(box.x(), sum - box.bottom());
            double right = Math.min(box.right(), sum - box.y());
            line(left, sum - left, right, sum - right, colour);
        }
    }

    /** A box with round corners. */
    void round(Box box, double radius, Rgb colour);

    /** A frame with round corners, its line centred on the box's edge. */
    void roundFrame(Box box, double radius, Rgb colour, double width);

    /** A line through points, given as x, y, x, y …, with round joins and square ends at the first and last point. */
    void path(Rgb colour, double width, double... points);

    /** A filled polygon; corners as x, y, x, y … */
    void polygon(Rgb colour, double... corners);

    /** A filled contour about a point. */
    void contour(double x, double y, Contour contour, Rgb colour);

    /**
     * A drawing with an origin of its own at the upper left corner of a box, cut off at the box's edges.
     *
     * @param scale of what is drawn in it; the box is not scaled
     */
    void part(Box place, double scale, Consumer<Pen> drawing);

    /** A drawing that has a name in files that keep names. */
    default void named(String name, Consumer<Pen> drawing) {
        drawing.accept(this);
    }

    /**
     * Numbers as squares, or what stands for them. A file that keeps names leaves their place empty for whoever fills it.
     *
     * @param name    of the numbers
     * @param rows    of squares in the box
     * @param columns of squares in the box
     */
    default void numbers(String name, Box box, int rows, int columns, Consumer<Pen> drawing) {
        drawing.accept(this);
    }
}
