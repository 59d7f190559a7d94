package org.gatescope.picture.diagram;

import org.gatescope.picture.Box;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Strongest;
import org.gatescope.session.number.Table;

/**
 * The units of a node's output: a square each where there is room for squares, otherwise a curve of bars, upwards for
 * what is positive and downwards for what is negative, each as long as the strongest of the units that share it. Of
 * what is never negative, such as gates, bars show the mean.
 *
 * @param sequence row of the batch
 */
record UnitStrip(Table table, int sequence, Scale scale, Palette palette) {
    /** Narrower squares are noise. */
    private static final double LEAST_SQUARE = 2.7;

    private static final double LEAST_WITH_GAP = 4;
    private static final double GAP = 0.75;

    /**
     * @param zoom by which the pen enlarges it
     * @param axis of a curve's zero
     */
    void draw(Pen pen, Box strip, double zoom, Rgb axis) {
        int count = table.columns();
        if (count == 0) {
            return;
        }
        if (strip.width() * zoom / count >= LEAST_SQUARE) {
            squares(pen, strip, count, zoom);
        } else {
            curve(pen, strip, (int) Math.min(count, strip.width() * Math.max(1, Math.floor(zoom))), axis);
        }
    }

    private void squares(Pen pen, Box strip, int count, double zoom) {
        double gap = strip.width() * zoom / count >= LEAST_WITH_GAP ? GAP : 0;
        for (int i = 0; i < count; i++) {
            double left = strip.x() + i * strip.width() / count;
            double right = strip.x() + (i + 1) * strip.width() / count;
            Box square = new Box(left, strip.y(), right - left - (i < count - 1 ? gap : 0), strip.height());
            pen.fill(square, colour(at(i)));
        }
    }

    private void curve(Pen pen, Box strip, int bars, Rgb axis) {
        double zero = scale.signed() ? strip.centreY() : strip.bottom();
        for (int i = 0; i < bars; i++) {
            int from = (int) ((long) i * table.columns() / bars);
            int to = (int) ((long) (i + 1) * table.columns() / bars);
            double left = strip.x() + i * strip.width() / bars;
            double width = strip.width() / bars;
            if (scale.signed()) {
                bar(pen, left, width, zero, strip, Strongest.of(from, to, unit -> positive(at(unit))));
                bar(pen, left, width, zero, strip, Strongest.of(from, to, unit -> negative(at(unit))));
            } else {
                bar(pen, left, width, zero, strip, mean(from, to));
            }
        }
        pen.fill(new Box(strip.x(), zero - 0.5, strip.width(), 1), axis);
    }

    /** What is not a number fills its bar, so that it is not missed. */
    private void bar(Pen pen, double left, double width, double zero, Box strip, double value) {
        int index = scale.index(value);
        double level =
                index >= Palette.SIZE ? strip.y() : strip.bottom() - strip.height() * index / (Palette.SIZE - 1.0);
        if (level != zero) {
            Box bar = new Box(left, Math.min(level, zero), width, Math.abs(level - zero));
            pen.fill(bar, colour(value));
        }
    }

    private static double positive(double value) {
        return value < 0 ? 0 : value;
    }

    private static double negative(double value) {
        return value > 0 ? 0 : value;
    }

    private double mean(int from, int to) {
        double sum = 0;
        for (int unit = from; unit < to; unit++) {
            sum += at(unit);
        }
        return sum / (to - from);
    }

    private double at(int unit) {
        return table.at(sequence, unit);
    }

    private Rgb colour(double value) {
        return new Rgb(palette.argb(scale.index(value)));
    }
}
