package org.gatescope.ui.debug;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.gatescope.session.Playhead.Range;
import org.gatescope.ui.paint.CanvasPen;

/** A small curve of numbers over time; several steps of one pixel show as the stretch from their least to their largest. */
final class Sparkline extends Region {
    private static final double HEIGHT = 22;

    private final Canvas canvas = new Canvas();
    private double[] values = {};
    private Range computed = new Range(0, 0);
    private int current = -1;
    private Tones tones;
    private Rgb colour;

    Sparkline(Tones tones) {
        this.tones = tones;
        this.colour = tones.forward();
        getChildren().add(canvas);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMinWidth(60);
        setMouseTransparent(true);
    }

    /** @param at the playhead's step, −1 for none */
    void show(double[] shown, Range done, int at, Tones of, Rgb line) {
        values = shown;
        computed = done;
        current = at;
        tones = of;
        colour = line;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(1, getWidth()));
        canvas.setHeight(Math.max(1, getHeight()));
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        draw(new CanvasPen(canvas), canvas.getWidth(), canvas.getHeight());
    }

    void draw(Pen pen, double width, double height) {
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
        double span = high > low ? high - low : 1;
        double base = y(0, low, span, height);
        pen.fill(new Box(0, Math.rint(base), width, 1), tones.faintBorder());
        if (current >= 0 && current < values.length) {
            pen.fill(new Box(left(current, width), 0, Math.max(1, width / values.length), height), tones.highlight());
        }
        int columns = (int) Math.max(1, Math.min(width, values.length));
        for (int column = 0; column < columns; column++) {
            column(pen, column, columns, low, span, width, height);
        }
    }

    private void column(Pen pen, int column, int columns, double low, double span, double width, double height) {
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
        double top = y(most, low, span, height);
        double bottom = y(least, low, span, height);
        boolean isDone = computed.contains(from);
        pen.fill(
                new Box(left, Math.rint(top) - 1, right - left, Math.max(2, bottom - top)),
                isDone ? colour : tones.hatch());
    }

    private double left(int t, double width) {
        return Math.floor(t * width / values.length);
    }

    private static double y(double value, double low, double span, double height) {
        return 2 + (1 - (value - low) / span) * (height - 4);
    }
}
