package org.gatescope.ui.debug;

import javafx.scene.layout.StackPane;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.gatescope.picture.chart.SparklinePicture;
import org.gatescope.session.Playhead.Range;
import org.gatescope.ui.paint.Drawn;

/** A small curve of numbers over time; several steps of one pixel show as the stretch from their least to their largest. */
final class Sparkline extends StackPane {
    private static final double HEIGHT = 22;

    private final Drawn drawn = new Drawn(this::picture);
    private double[] values = {};
    private Range computed = new Range(0, 0);
    private int current = -1;
    private Tones tones;
    private Rgb colour;

    Sparkline(Tones tones) {
        this.tones = tones;
        this.colour = tones.forward();
        getChildren().add(drawn);
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
        drawn.redraw();
    }

    private Picture picture(double width, double height) {
        return new SparklinePicture(width, height, values, computed, current, colour, tones);
    }
}
