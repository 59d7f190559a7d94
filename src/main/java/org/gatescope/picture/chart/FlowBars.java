package org.gatescope.picture.chart;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.engine.diagnostics.GradientFlow;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Strongest;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.session.Playhead.Range;
import org.gatescope.text.Numerals;

/**
 * Bars of log₁₀ ‖dL/dh[t]‖ in the columns of the time axis. Heights are logarithmic and so do not add: each bar is parted
 * in the proportion of what comes from the next step to what comes by the output of this one. Where several steps share a
 * pixel the largest is drawn.
 *
 * @param length steps of the sequence
 * @param shown  steps whose gradient the playhead has computed; the others are hatched
 * @param kept   of another flow, drawn as a line
 */
record FlowBars(
        GradientFlow flow, int sequence, int length, Range shown, TimeAxis axis, KeptFlow.Norms kept, Tones tones) {
    /** Powers of ten below what the outputs put in at most: from there on nothing is learnt. */
    private static final int VANISHED = -6;
    /** Powers of ten above it. */
    private static final int EXPLODED = 2;

    private static final double GAP = 2;
    /** Between the numbers at two lines, in pixels. */
    private static final double LEAST_BETWEEN = 13;
    /** What a name takes above and below its baseline, with a number's height, in pixels. */
    private static final double AROUND_NAME = 16;

    /** log₁₀ of both ends of the vertical axis. */
    record Decades(double low, double high) {}

    Decades decades() {
        double high = VANISHED;
        double source = Math.log10(source());
        for (int t = 0; t < length; t++) {
            double norm = flow.whole().get(t, sequence);
            high = norm > 0 && norm <= Double.MAX_VALUE ? Math.max(high, Math.log10(norm) - source) : high;
        }
        return new Decades(VANISHED - 1, Math.max(0, Math.ceil(high)) + 0.2);
    }

    /** The most that the output of one step puts in; 1 if none puts in anything. */
    double source() {
        double most = 0;
        for (int t = 0; t < length; t++) {
            double norm = flow.within().get(t, sequence);
            most = norm <= Double.MAX_VALUE ? Math.max(most, norm) : most;
        }
        for (int t = 0; t < length && most == 0; t++) {
            most = Math.max(0, flow.whole().get(t, sequence));
        }
        return most > 0 ? most : 1;
    }

    /** @param name the baseline of what stands beside the axis: there the axis has no numbers */
    void draw(Pen pen, Box area, double name) {
        Decades decades = decades();
        double source = source();
        lines(pen, area, decades, source, name);
        int last = -1;
        for (int t = 0; t < axis.steps(); t++) {
            double left = Math.max(0, Math.floor(axis.left(t)));
            double right = Math.min(area.width(), Math.max(left + 1, Math.floor(axis.right(t))));
            if (axis.right(t) < 0 || axis.left(t) > area.width() || left == last && axis.column() < 1) {
                continue;
            }
            last = (int) left;
            step(
                    pen,
                    new Box(area.x() + left, area.y(), Math.max(1, right - left), area.height()),
                    strongest(t),
                    decades,
                    source);
        }
        pen.fill(new Box(area.x(), area.bottom() - 1, Math.min(area.width(), axis.length()), 1), tones.border());
        kept(pen, area, decades, source);
    }

    /** The axis is logarithmic, and is to look so: a line for each power of ten, or for each other one. */
    private void lines(Pen pen, Box area, Decades decades, double source, double name) {
        int stride = area.height() / (decades.high() - decades.low()) < LEAST_BETWEEN ? 2 : 1;
        for (int power = VANISHED; power <= decades.high(); power++) {
            if (power % stride == 0 && (stride == 1 || power <= 0 || power == EXPLODED)) {
                String number = power == 0 ? Numerals.rounded(source, 2) : Numerals.timesTenTo(power);
                line(pen, area, decades, power, number, name);
            }
        }
    }

    /** Cased, so that it is seen on the bars and beside them. */
    private void kept(Pen pen, Box area, Decades decades, double source) {
        int steps = Math.min(kept.steps(), axis.steps());
        List<Double> points = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < steps; t++) {
            double x = axis.centre(t);
            boolean isSeen = axis.right(t) >= 0 && axis.left(t) <= area.width() && x >= last + 1;
            if (isSeen && Double.isFinite(kept.at(t))) {
                last = x;
                points.add(area.x() + x);
                points.add(area.bottom() - area.height() * share(kept.at(t), source, decades));
            }
        }
        double[] path = points.stream().mapToDouble(Double::doubleValue).toArray();
        if (path.length >= 4) {
            pen.path(tones.window(), 4, path);
            pen.path(tones.text(), 2, path);
        }
    }

    /** Of the steps that share a column of pixels with one, the one of the largest norm. */
    private int strongest(int t) {
        int end = t + 1;
        while (end < axis.steps() && Math.floor(axis.left(end)) == Math.floor(axis.left(t))) {
            end++;
        }
        return Strongest.place(t, end, step -> flow.whole().get(step, sequence));
    }

    private void step(Pen pen, Box column, int t, Decades decades, double source) {
        if (t >= length) {
            return;
        }
        double gap = column.width() > 3 * GAP ? GAP : 0;
        Box place = new Box(column.x(), column.y(), column.width() - gap, column.height());
        if (!shown.contains(t)) {
            pen.hatch(place, tones.hatch());
            return;
        }
        double norm = flow.whole().get(t, sequence);
        if (!Double.isFinite(norm)) {
            pen.fill(new Box(place.x(), place.y(), place.width(), 4), tones.warning());
            return;
        }
        double height = place.height() * share(norm, source, decades);
        double fromNext =
                height * part(flow.next().get(t, sequence), flow.within().get(t, sequence));
        pen.fill(new Box(place.x(), place.bottom() - height, place.width(), height - fromNext), tones.forward());
        pen.fill(new Box(place.x(), place.bottom() - fromNext, place.width(), fromNext), tones.backward());
    }

    /** Logarithms, as the quotient of two norms need be no number. */
    private static double share(double norm, double source, Decades decades) {
        double power = Math.log10(norm) - Math.log10(source);
        return norm <= 0 ? 0 : Math.clamp((power - decades.low()) / (decades.high() - decades.low()), 0.02, 1);
    }

    /** How much of both together the first is; 0 where there is neither. Their sum need be no number. */
    private static double part(double norm, double other) {
        double larger = Math.max(norm, other);
        return larger > 0 && larger <= Double.MAX_VALUE ? norm / larger / (norm / larger + other / larger) : 0;
    }

    private void line(Pen pen, Box area, Decades decades, int power, String text, double name) {
        double y =
                Math.rint(area.bottom() - area.height() * (power - decades.low()) / (decades.high() - decades.low()));
        boolean isLimit = power == VANISHED || power == EXPLODED;
        pen.fill(new Box(area.x(), y, area.width(), 1), isLimit ? tones.warning() : tones.faintBorder());
        if (power != 0 && Math.abs(y + 4 - name) < AROUND_NAME) {
            return;
        }
        pen.text(area.x() - 5, y + 4, text, new Lettering(Typeface.TEXT, 10, tones.muted(), Anchor.RIGHT));
    }
}
