package org.gatescope.picture.network;

import java.util.stream.IntStream;
import org.gatescope.picture.Box;
import org.gatescope.picture.HiddenSquare;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Strongest;
import org.gatescope.picture.Tones;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.network.RowNumbers.Shown;

/** The units of one step as a bar of squares; where there is a pixel for several, the strongest of them shows. */
record Squares(Shown shown, int t, Palette palette, Tones tones) {
    /** Squares that can be told apart have a line between them. */
    private static final double LEAST = 4;

    /** From the top down. */
    void down(Pen pen, Box bar) {
        int count = count(bar.height());
        double gap = gap(bar.height(), count);
        for (int i = 0; i < count; i++) {
            double top = Math.rint(bar.y() + i * bar.height() / count);
            double bottom = Math.rint(bar.y() + (i + 1) * bar.height() / count);
            square(pen, new Box(bar.x(), top, bar.width(), bottom - top - (i < count - 1 ? gap : 0)), i, count);
        }
    }

    /** From left to right. */
    void across(Pen pen, Box bar) {
        int count = count(bar.width());
        double gap = gap(bar.width(), count);
        for (int i = 0; i < count; i++) {
            double left = Math.rint(bar.x() + i * bar.width() / count);
            double right = Math.rint(bar.x() + (i + 1) * bar.width() / count);
            square(pen, new Box(left, bar.y(), right - left - (i < count - 1 ? gap : 0), bar.height()), i, count);
        }
    }

    private int count(double length) {
        return Math.min(shown.content().units(), (int) length);
    }

    private static double gap(double length, int count) {
        return length / Math.max(1, count) >= LEAST ? 1 : 0;
    }

    private void square(Pen pen, Box box, int square, int count) {
        LaneContent content = shown.content();
        int from = (int) ((long) square * content.units() / count);
        int to = (int) ((long) (square + 1) * content.units() / count);
        if (IntStream.range(from, to).anyMatch(unit -> content.isHidden(t, unit))) {
            HiddenSquare.draw(pen, box, tones);
        } else {
            pen.fill(box, colour(square, count));
        }
    }

    private Rgb colour(int square, int count) {
        LaneContent content = shown.content();
        double strongest = Strongest.at(square, count, content.units(), unit -> content.value(t, unit));
        return new Rgb(palette.argb(shown.scale().index(strongest)));
    }
}
