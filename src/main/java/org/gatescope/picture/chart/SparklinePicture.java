package org.gatescope.picture.chart;

import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.gatescope.session.Playhead.Range;

/**
 * A small curve of numbers over time; several steps of one pixel show as the stretch from their least to their largest.
 *
 * @param values   of each step
 * @param computed steps that the playhead has come to; the others are pale
 * @param current  the playhead's step, −1 for none
 */
@SuppressWarnings("ArrayRecordComponent") // read at once, and compared by nobody
public record SparklinePicture(
        double width, double height, double[] values, Range computed, int current, Rgb colour, Tones tones)
        implements Picture {
    @Override
    public void draw(Pen pen) {
        double low = 0;
        double high = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (values.length == 0) {
            return;
        }
        Reach reach = Reach.of(low, high);
        double base = y(0, reach);
        pen.fill(new Box(0, Math.rint(base), width, 1), tones.faintBorder());
        if (current >= 0 && current < values.length) {
            pen.fill(new Box(left(current), 0, Math.max(1, width / values.length), height), tones.highlight());
        }
        int columns = (int) Math.max(1, Math.min(width, values.length));
        for (int column = 0; column < columns; column++) {
            column(pen, column, columns, reach);
        }
    }

    private void column(Pen pen, int column, int columns, Reach reach) {
        int from = (int) ((long) column * values.length / columns);
        int to = (int) ((long) (column + 1) * values.length / columns);
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (int t = from; t < to; t++) {
            if (Double.isFinite(values[t])) {
                least = Math.min(least, values[t]);
                most = Math.max(most, values[t]);
            }
        }
        double left = Math.floor(column * width / columns);
        double right = Math.max(left + 1, Math.floor((column + 1) * width / columns));
        if (least > most) {
            pen.fill(new Box(left, 0, right - left, 3), tones.warning());
            return;
        }
        double top = y(most, reach);
        double bottom = y(least, reach);
        boolean isDone = computed.contains(from);
        pen.fill(
                new Box(left, Math.rint(top) - 1, right - left, Math.max(2, bottom - top)),
                isDone ? colour : tones.hatch());
    }

    private double left(int t) {
        return Math.floor(t * width / values.length);
    }

    private double y(double value, Reach reach) {
        return 2 + (1 - reach.share(value)) * (height - 4);
    }
}
