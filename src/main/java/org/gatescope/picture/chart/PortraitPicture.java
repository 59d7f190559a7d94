package org.gatescope.picture.chart;

import java.util.List;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Digits;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Ticks;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;
import org.gatescope.picture.chart.Plane.Place;

/**
 * The path of a state with the field of next steps behind it. Both axes have the same scale.
 *
 * @param path    the state before the first step, then after each; in the order of computing
 * @param done    how many places of the path the playhead has come to
 * @param current index of the place at the playhead; −1 for none
 * @param field   from and to, arrow by arrow; what has not been computed yet is empty
 * @param labels  of the places; empty for none
 */
public record PortraitPicture(
        double width,
        double height,
        Plane plane,
        View view,
        List<Place> path,
        int done,
        int current,
        List<Place> field,
        List<String> labels,
        Tones tones)
        implements Picture {
    private static final double LEFT = 34;
    private static final double EDGE = 6;
    /** Above the frame, for the name of the axis that goes up. */
    private static final double TOP = 20;
    /** Below the frame, for the other axis' numbers and name. */
    private static final double BOTTOM = 33;

    private static final int TICKS = 5;
    /** Most places that have labels; more would overlap. */
    private static final int MOST_LABELS = 24;

    /** What is shown: a square about a place. @param reach from the middle to the edge */
    public record View(double x, double y, double reach) {
        /** Of all places that are numbers; about 0 where none is. */
        public static View of(List<Place> path) {
            double left = Double.MAX_VALUE;
            double right = -Double.MAX_VALUE;
            double low = Double.MAX_VALUE;
            double high = -Double.MAX_VALUE;
            for (Place place : path) {
                if (Double.isFinite(place.x()) && Double.isFinite(place.y())) {
                    left = Math.min(left, place.x());
                    right = Math.max(right, place.x());
                    low = Math.min(low, place.y());
                    high = Math.max(high, place.y());
                }
            }
            if (left > right) {
                return new View(0, 0, 1);
            }
            double reach = Math.max(right - left, high - low) * 0.6;
            return new View((left + right) / 2, (low + high) / 2, reach > 0 ? reach : 1);
        }
    }

    @Override
    public void draw(Pen pen) {
        Box area = area();
        axes(pen, area);
        field(pen, area);
        path(pen, area);
        names(pen, area);
        pen.frame(area, tones.border());
    }

    private Box area() {
        return new Box(LEFT, TOP, Math.max(1, width - LEFT - EDGE), Math.max(1, height - TOP - BOTTOM));
    }

    private double x(Place place, Box area) {
        return area.centreX() + (place.x() - view.x()) * scale(area);
    }

    private double y(Place place, Box area) {
        return area.centreY() - (place.y() - view.y()) * scale(area);
    }

    private double scale(Box area) {
        return Math.min(area.width(), area.height()) / 2 / view.reach();
    }

    private void axes(Pen pen, Box area) {
        Lettering left = new Lettering(Typeface.TEXT, 10, tones.muted(), Anchor.RIGHT);
        Lettering below = new Lettering(Typeface.TEXT, 10, tones.muted(), Anchor.CENTRE);
        double across = area.width() / 2 / scale(area);
        double upward = area.height() / 2 / scale(area);
        for (double tick : Ticks.linear(view.x() - across, view.x() + across, TICKS)) {
            double x = Math.rint(x(new Place(tick, 0), area));
            pen.fill(new Box(x, area.y(), 1, area.height()), tones.faintBorder());
            pen.text(x, area.bottom() + 13, label(tick), below);
        }
        for (double tick : Ticks.linear(view.y() - upward, view.y() + upward, TICKS)) {
            double y = Math.rint(y(new Place(0, tick), area));
            pen.fill(new Box(area.x(), y, area.width(), 1), tones.faintBorder());
            pen.text(area.x() - 4, y + 4, label(tick), left);
        }
    }

    /** Outside the frame, so that none of the path is below them. */
    private void names(Pen pen, Box area) {
        Lettering lettering = new Lettering(Typeface.TEXT, 11, tones.text(), Anchor.LEFT);
        double room = area.width();
        String up = pen.measure().shortened(plane.nameUp(), lettering, room);
        String right = pen.measure().shortened(plane.nameRight(), lettering, room);
        double left = area.right() - pen.measure().width(right, lettering);
        pen.text(area.x(), area.y() - 6, up, lettering);
        pen.text(left, area.bottom() + 27, right, lettering);
    }

    private void ground(Pen pen, double x, double baseline, double width) {
        pen.round(new Box(x - 3, baseline - 11, width + 6, 14), 3, tones.window());
    }

    private static String label(double tick) {
        String text = Math.abs(tick) < 1e-12 ? "0" : Digits.brief(tick);
        return text.contains(".") && !text.contains("×") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /** Arrows as long as half the distance between them at most, so that fields of any strength can be read. */
    private void field(Pen pen, Box area) {
        double longest = 0;
        for (int i = 0; i + 1 < field.size(); i += 2) {
            longest = Math.max(longest, length(i));
        }
        double spacing = area.width() / Math.sqrt(Math.max(1, field.size() / 2.0));
        double shrink = longest * scale(area) > spacing ? spacing / (longest * scale(area)) : 1;
        for (int i = 0; i + 1 < field.size(); i += 2) {
            Place from = field.get(i);
            double x = x(from, area);
            double y = y(from, area);
            double toX = x + (x(field.get(i + 1), area) - x) * shrink;
            double toY = y + (y(field.get(i + 1), area) - y) * shrink;
            if (Double.isFinite(toX) && Double.isFinite(toY)) {
                pen.line(x, y, toX, toY, tones.muted());
                pen.fill(new Box(toX - 1, toY - 1, 2.5, 2.5), tones.muted());
            }
        }
    }

    private double length(int arrow) {
        double dx = field.get(arrow + 1).x() - field.get(arrow).x();
        double dy = field.get(arrow + 1).y() - field.get(arrow).y();
        double length = Math.hypot(dx, dy);
        return Double.isFinite(length) ? length : 0;
    }

    private void path(Pen pen, Box area) {
        labels((word, x, y, lettering) -> ground(pen, x, y, pen.measure().width(word, lettering)), area);
        for (int i = 1; i < path.size(); i++) {
            if (isThere(i) && isThere(i - 1)) {
                Rgb ink = i < done ? tones.forward() : tones.hatch();
                pen.path(
                        ink,
                        1.5,
                        x(path.get(i - 1), area),
                        y(path.get(i - 1), area),
                        x(path.get(i), area),
                        y(path.get(i), area));
            }
        }
        for (int i = 0; i < path.size(); i++) {
            if (isThere(i)) {
                place(pen, area, i);
            }
        }
        labels((word, x, y, lettering) -> pen.text(x, y, word, lettering), area);
    }

    private boolean isThere(int i) {
        return Double.isFinite(path.get(i).x()) && Double.isFinite(path.get(i).y());
    }

    private void place(Pen pen, Box area, int i) {
        double x = x(path.get(i), area);
        double y = y(path.get(i), area);
        double size = i == current ? 9 : path.size() > 100 ? 3 : 5;
        Rgb ink = i == current ? tones.backward() : i < done ? tones.forward() : tones.hatch();
        if (i == 0) {
            pen.roundFrame(new Box(x - 4, y - 4, 8, 8), 1, ink, 1.5); // where it begins: a hollow square
        } else {
            pen.round(new Box(x - size / 2, y - size / 2, size, size), size / 2, ink);
        }
    }

    /** What is drawn of a label. @param y of its baseline */
    @FunctionalInterface
    private interface LabelPart {
        void draw(String word, double x, double y, Lettering lettering);
    }

    /** Words stand above the path, and on a ground below it, so that arrows do not run through them. */
    private void labels(LabelPart part, Box area) {
        if (path.size() > MOST_LABELS) {
            return;
        }
        for (int i = 1; i < Math.min(path.size(), labels.size() + 1); i++) {
            if (isThere(i)) {
                Rgb ink = i < done ? tones.text() : tones.muted();
                Lettering lettering = new Lettering(Typeface.TEXT, 10, ink, Anchor.LEFT);
                part.draw(labels.get(i - 1), x(path.get(i), area) + 7, y(path.get(i), area) - 4, lettering);
            }
        }
    }
}
