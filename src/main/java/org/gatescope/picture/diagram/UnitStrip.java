package org.gatescope.picture.diagram;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gatescope.picture.Box;
import org.gatescope.picture.HiddenSquare;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Tones;
import org.gatescope.picture.diagram.UnitRange.Range;
import org.gatescope.session.number.Table;

/**
 * The units of a node's output: a square each where there is room for squares, otherwise a curve of bars, upwards for
 * what is positive and downwards for what is negative. Where several units share a bar it is as long as their mean, and
 * a pale band behind it goes from their least to their largest.
 *
 * @param sequence row of the batch
 * @param hidden   units that are to be predicted
 */
record UnitStrip(Table table, int sequence, Scale scale, Palette palette, IntPredicate hidden) {
    /** Narrower squares are noise. */
    private static final double LEAST_SQUARE = 2.7;

    private static final double LEAST_WITH_GAP = 4;
    private static final double GAP = 0.75;
    /** Of the paper in a band's colour. */
    private static final double PALE = 0.55;

    /**
     * @param zoom by which the pen enlarges it
     */
    void draw(Pen pen, Box strip, double zoom, Tones tones) {
        int count = table.columns();
        if (count == 0) {
            return;
        }
        if (isOfSquares(strip.width(), count, zoom)) {
            squares(pen, strip, count, zoom, tones);
        } else if (IntStream.range(0, count).anyMatch(hidden)) {
            HiddenSquare.draw(pen, strip, tones);
        } else {
            curve(pen, strip, bars(strip.width(), count, zoom), tones.border(), tones.window());
        }
    }

    private static boolean isOfSquares(double width, int count, double zoom) {
        return width * zoom / count >= LEAST_SQUARE;
    }

    private static int bars(double width, int count, double zoom) {
        return (int) Math.min(count, width * Math.max(1, Math.floor(zoom)));
    }

    /** The units that are drawn where this one is. */
    static UnitRange sharing(int unit, double width, int count, double zoom) {
        int bars = isOfSquares(width, count, zoom) ? count : bars(width, count, zoom);
        return UnitRange.of((int) ((unit + 0.5) / count * bars), bars, count);
    }

    private void squares(Pen pen, Box strip, int count, double zoom, Tones tones) {
        double gap = strip.width() * zoom / count >= LEAST_WITH_GAP ? GAP : 0;
        for (int i = 0; i < count; i++) {
            double left = strip.x() + i * strip.width() / count;
            double right = strip.x() + (i + 1) * strip.width() / count;
            Box square = new Box(left, strip.y(), right - left - (i < count - 1 ? gap : 0), strip.height());
            if (hidden.test(i)) {
                HiddenSquare.draw(pen, square, tones);
            } else {
                pen.fill(square, colour(at(i)));
            }
        }
    }

    private void curve(Pen pen, Box strip, int bars, Rgb axis, Rgb paper) {
        double zero = scale.signed() ? strip.centreY() : strip.bottom();
        double width = strip.width() / bars;
        for (int i = 0; i < bars; i++) {
            UnitRange units = UnitRange.of(i, bars, table.columns());
            Range range = units.range(table, sequence);
            double left = strip.x() + i * width;
            if (!units.isOne() && !Double.isNaN(range.mean())) {
                band(pen, left, width, strip, range, paper);
            }
            bar(pen, left, width, zero, strip, range.mean());
        }
        pen.fill(new Box(strip.x(), zero - 0.5, strip.width(), 1), axis);
    }

    /** In two halves where it holds zero: each has the colour of its end. */
    private void band(Pen pen, double left, double width, Box strip, Range range, Rgb paper) {
        double between = level(strip, Math.clamp(0, range.least(), range.most()));
        for (double end : new double[] {range.least(), range.most()}) {
            double level = level(strip, end);
            if (level != between) {
                Box half = new Box(left, Math.min(level, between), width, Math.abs(level - between));
                pen.fill(half, colour(end).mixed(paper, PALE));
            }
        }
    }

    /** What is not a number fills its bar, so that it is not missed. */
    private void bar(Pen pen, double left, double width, double zero, Box strip, double value) {
        double level = level(strip, value);
        if (level != zero) {
            Box bar = new Box(left, Math.min(level, zero), width, Math.abs(level - zero));
            pen.fill(bar, colour(value));
        }
    }

    private double level(Box strip, double value) {
        int index = scale.index(value);
        return index >= Palette.SIZE ? strip.y() : strip.bottom() - strip.height() * index / (Palette.SIZE - 1.0);
    }

    private double at(int unit) {
        return table.at(sequence, unit);
    }

    private Rgb colour(double value) {
        return new Rgb(palette.argb(scale.index(value)));
    }
}
