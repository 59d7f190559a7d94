package org.gatescope.picture.chart;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.gatescope.engine.training.Curve.Point;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Ticks;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;
import org.gatescope.text.Numerals;
import org.gatescope.text.Texts;

/**
 * A figure of each update over the epochs, the curve of the run before faint behind it, and where there are sequences that
 * are not trained on, the same figure of these, in the colour of warnings. Where many updates share a column
 * of pixels, the stretch from the least to the largest is drawn.
 *
 * @param points  in order of their epochs
 * List<Point> earlier = before.stream().filter(point -> point.epoch() <= epochs).toList();
 * Range range = Range.of(values(earlier), logarithmic);
 * axes(pen, area, range);
 * curve(pen, area, range, earlier, figure, before(tones));
 * @param epochs  at the right end
 * @param current epoch that the session shows
 */
public record CurvePicture(
        double width,
        double height,
        List<Point> points,
        List<Point> before,
        ToDoubleFunction<Point> figure,
        Optional<ToDoubleFunction<Point>> tested,
        int epochs,
        int current,
        boolean logarithmic,
        Rgb colour,
        Tones tones)
        implements Picture {
    private static final Texts TEXTS = Texts.of(CurvePicture.class);
    /** Room for the numbers of the axis. */
    private static final double LEFT = 44;

    private static final double RIGHT = 14;
    private static final double TOP = 6;
    private static final double BOTTOM = 16;
    private static final int VERTICAL_TICKS = 4;
    private static final int HORIZONTAL_TICKS = 5;

    @Override
    public void draw(Pen pen) {
        Box area = new Box(LEFT, TOP, Math.max(1, width - LEFT - RIGHT), Math.max(1, height - TOP - BOTTOM));
        List<Point> earlier =
                before.stream().filter(point -> point.epoch() <= epochs).toList();
        Range range = Range.of(values(earlier), logarithmic);
        axes(pen, area, range);
        curve(pen, area, range, earlier, figure, before(tones));
        double at = x(area, current);
        pen.fill(new Box(Math.rint(at), area.y(), 1, area.height()), tones.backward());
        tested.filter(this::hasNumbers).ifPresent(test -> {
            curve(pen, area, range, points, test, tones.warning());
            names(pen, area);
        });
        curve(pen, area, range, points, figure, colour);
    }

    private DoubleStream values(List<Point> earlier) {
        DoubleStream trained = Stream.concat(points.stream(), earlier.stream()).mapToDouble(figure);
        return DoubleStream.concat(
                trained, tested.stream().flatMapToDouble(test -> points.stream().mapToDouble(test)));
    }

    private boolean hasNumbers(ToDoubleFunction<Point> test) {
        return points.stream().anyMatch(point -> !Double.isNaN(test.applyAsDouble(point)));
    }

    /** Which curve is which, each in its colour. */
    private void names(Pen pen, Box area) {
        String test = TEXTS.get("curve.test");
        Lettering right = new Lettering(Typeface.TEXT, 10, tones.warning(), Anchor.RIGHT);
        pen.text(area.right() - 2, area.y() + 9, test, right);
        double room = pen.measure().width(test, right) + 10;
        pen.text(
                area.right() - 2 - room,
                area.y() + 9,
                TEXTS.get("curve.training"),
                new Lettering(Typeface.TEXT, 10, colour, Anchor.RIGHT));
    }

    /** The colour of the run before. */
    public static Rgb before(Tones tones) {
        return tones.muted().mixed(tones.hatch(), 0.5);
    }

    /** The epoch at a place. */
    public int epoch(double x) {
        double share = (x - LEFT) / Math.max(1, width - LEFT - RIGHT);
        return (int) Math.rint(Math.clamp(share, 0, 1) * epochs);
    }

    private void axes(Pen pen, Box area, Range range) {
        Lettering left = new Lettering(Typeface.TEXT, 10, tones.muted(), Anchor.RIGHT);
        for (double tick : range.ticks(VERTICAL_TICKS)) {
            double y = range.y(tick, area);
            pen.fill(new Box(area.x(), Math.rint(y), area.width(), 1), tones.faintBorder());
            pen.text(area.x() - 5, Math.rint(y) + 4, label(tick), left);
        }
        Lettering below = new Lettering(Typeface.TEXT, 10, tones.muted(), Anchor.CENTRE);
        for (double tick : Ticks.linear(0, epochs, HORIZONTAL_TICKS)) {
            if (tick == Math.rint(tick)) {
                pen.text(x(area, tick), area.bottom() + 13, Long.toString((long) tick), below);
            }
        }
        pen.fill(new Box(area.x(), area.bottom(), area.width(), 1), tones.border());
    }

    private static String label(double tick) {
        boolean isPlain = tick == 0 || tick >= 0.01 && tick < 10_000;
        String text = isPlain ? Numerals.fixed(tick, 2) : Numerals.rounded(tick, 1);
        return isPlain && text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private double x(Box area, double epoch) {
        return area.x() + area.width() * Math.clamp(epoch / Math.max(1, epochs), 0, 1);
    }

    /** One column of pixels after the other, each joined to the one before. */
    private void curve(Pen pen, Box area, Range range, List<Point> of, ToDoubleFunction<Point> value, Rgb ink) {
        double column = -1;
        double low = 0;
        double high = 0;
        double last = Double.NaN;
        for (int i = 0; i <= of.size(); i++) {
            double x = i < of.size() ? Math.floor(x(area, of.get(i).epoch())) : Double.NaN;
            if (x != column && column >= 0) {
                stretch(pen, column, low, high, last, x, ink);
                last = (low + high) / 2;
            }
            if (i == of.size()) {
                return;
            }
            double y = range.y(value.applyAsDouble(of.get(i)), area);
            low = x == column ? Math.min(low, y) : Double.isNaN(last) ? y : Math.min(y, last);
            high = x == column ? Math.max(high, y) : Double.isNaN(last) ? y : Math.max(y, last);
            column = x;
        }
    }

    private static void stretch(Pen pen, double column, double low, double high, double last, double next, Rgb ink) {
        double width = Double.isNaN(next) ? 1.5 : Math.max(1.5, next - column);
        if (width > 2 || Double.isNaN(last)) {
            pen.fill(new Box(column, high - 0.75, width, 1.5), ink);
        }
        pen.fill(new Box(column, low - 0.75, 1.5, Math.max(1.5, high - low + 1.5)), ink);
    }

    /** What the vertical axis shows. */
    private record Range(double low, double high, boolean logarithmic) {
        private static final double LEAST_DECADES = 1;

        static Range of(DoubleStream values, boolean logarithmic) {
            DoubleSummaryStatistics seen = values.filter(value -> value > 0 && value <= Double.MAX_VALUE)
                    .summaryStatistics();
            double low = seen.getMin();
            double high = Math.max(0, seen.getMax());
            if (high == 0) {
                return new Range(logarithmic ? 0.1 : 0, 1, logarithmic);
            }
            return logarithmic
                    ? new Range(Math.min(low, high / Math.pow(10, LEAST_DECADES)), high, true)
                    : new Range(0, high, false);
        }

        List<Double> ticks(int most) {
            return logarithmic ? Ticks.decades(low, high, most) : Ticks.linear(low, high, most);
        }

        /** What is no number above the least lies on the axis. */
        double y(double value, Box area) {
            double share = logarithmic
                    ? (Math.log(Math.max(value, low)) - Math.log(low)) / (Math.log(high) - Math.log(low))
                    : value / high;
            return area.bottom() - area.height() * (Double.isNaN(share) ? 1 : Math.clamp(share, 0, 1));
        }
    }
}
