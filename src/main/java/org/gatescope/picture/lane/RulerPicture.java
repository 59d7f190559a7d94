package org.gatescope.picture.lane;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gatescope.cell.Convention;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Measure;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;

/**
 * The ruler: step numbers, tokens below them, the current column and the playhead's marker, the end of the sequence
 * and steps that are skipped, and where the gradient is cut.
 *
 * @param current −1 for none
 * @param length  steps of the sequence
 * @param skipped steps before its end that are not computed
 * @param chunk   steps between cuts; 0 for no cut
 * @param stops   breakpoints by their steps, true for those that are on
 * @param pointed the step whose breakpoint a click would set, −1 for none
 */
public record RulerPicture(
        TimeAxis axis,
        List<String> tokens,
        int current,
        int length,
        Set<Integer> skipped,
        int chunk,
        Map<Integer, Boolean> stops,
        int pointed,
        Tones tones,
        double width,
        double height)
        implements Picture {
    private static final double GAP = 10;
    private static final double NUMBER_SIZE = 10.5;
    private static final double TOKEN_SIZE = 13;
    private static final double MARKER = 7;
    private static final double CUT = 3;
    /** Of the room for breakpoints at the lower edge. */
    public static final double STOPS = 12;
    /** Radius of a breakpoint's mark. */
    private static final double STOP = 3.5;

    @Override
    public void draw(Pen pen) {
        over(pen);
        if (current >= 0) {
            column(pen);
        }
        numbers(pen);
        if (!tokens.isEmpty()) {
            tokens(pen);
        }
        cuts(pen);
        if (pointed >= 0 && !stops.containsKey(pointed)) {
            stop(pen, pointed, tones.border());
        }
        new TreeMap<>(stops).forEach((step, on) -> stop(pen, step, on ? tones.warning() : tones.border()));
    }

    private void stop(Pen pen, int step, Rgb colour) {
        double x = axis.centre(step);
        if (x >= 0 && x <= axis.width() && step < axis.steps()) {
            pen.round(new Box(x - STOP, height - STOPS / 2 - STOP, 2 * STOP, 2 * STOP), STOP, colour);
        }
    }

    private void over(Pen pen) {
        if (length < axis.steps()) {
            shade(pen, length, axis.steps());
        }
        skipped.stream().sorted().forEach(step -> shade(pen, step, step + 1));
    }

    private void shade(Pen pen, int from, int to) {
        double left = Math.max(0, axis.left(from));
        double right = Math.min(axis.width(), axis.left(to));
        if (right > left) {
            pen.fill(new Box(left, 0, right - left, height), tones.faintBorder());
        }
    }

    /** A bar between two chunks, where they are far enough apart to be told from one another. */
    private void cuts(Pen pen) {
        if (chunk > 0 && chunk * axis.column() >= 2 * CUT) {
            for (int t = Math.ceilDiv(Math.max(1, axis.firstVisible()), chunk) * chunk;
                    t < axis.endVisible();
                    t += chunk) {
                pen.fill(new Box(axis.left(t) - CUT / 2, 0, CUT, height), tones.backward());
            }
        }
    }

    private void column(Pen pen) {
        double left = axis.left(current);
        double width = Math.max(1, axis.right(current) - left);
        pen.fill(new Box(left, 0, width, height), tones.highlight());
        double x = left + width / 2;
        pen.polygon(tones.backward(), x - MARKER, 0, x + MARKER, 0, x, MARKER + 1);
    }

    private void numbers(Pen pen) {
        Measure measure = pen.measure();
        Lettering strong = lettering(tones.text());
        Lettering faint = lettering(tones.muted());
        String prefix = axis.column() >= numberRoom(measure, "t = ") ? "t = " : "";
        int interval = RulerMarks.interval(axis.column(), numberRoom(measure, prefix));
        double baseline = tokens.isEmpty() ? height - 14 : 18;
        double currentRoom = numberRoom(measure, "t = ");
        if (current >= 0) {
            pen.text(inside(axis.centre(current), currentRoom), baseline, "t = " + Convention.counted(current), strong);
        }
        for (int t : marked(interval)) {
            double distance = Math.abs(axis.centre(t) - inside(axis.centre(current), currentRoom));
            if (current < 0 || distance >= currentRoom || (!prefix.isEmpty() && t != current)) {
                double room = measure.width(prefix + Convention.counted(t), faint);
                pen.text(inside(axis.centre(t), room), baseline, prefix + Convention.counted(t), faint);
            }
        }
    }

    private void tokens(Pen pen) {
        boolean each = axis.column() >= TOKEN_SIZE;
        int interval = each ? 1 : RulerMarks.interval(axis.column(), 4 * TOKEN_SIZE);
        double room = interval * axis.column() - 4;
        Lettering lettering = new Lettering(Typeface.BOLD, TOKEN_SIZE, tones.text(), Anchor.CENTRE);
        for (int t : marked(interval)) {
            if (t < tokens.size()) {
                String token = pen.measure().shortened(tokens.get(t), lettering, room);
                double width = pen.measure().width(token, lettering);
                pen.text(inside(axis.centre(t), width), height - 14, token, lettering);
            }
        }
    }

    private static Lettering lettering(Rgb colour) {
        return new Lettering(Typeface.TEXT, NUMBER_SIZE, colour, Anchor.CENTRE);
    }

    private double numberRoom(Measure measure, String prefix) {
        return measure.width(prefix + Convention.counted(Math.max(0, axis.steps() - 1)), Typeface.TEXT, NUMBER_SIZE)
                + GAP;
    }

    /** The steps in view whose numbers are multiples of the interval. */
    private int[] marked(int interval) {
        int first = Math.ceilDiv(Convention.counted(axis.firstVisible()), interval);
        int end = Math.ceilDiv(Convention.counted(axis.endVisible()), interval);
        return IntStream.range(first, end)
                .map(k -> k * interval - Convention.counted(0))
                .toArray();
    }

    /** Where the middle of a text must lie for all of it to be seen; one out of view stays there. */
    private double inside(double x, double room) {
        boolean inView = x >= 0 && x <= axis.width() && axis.width() > room;
        return inView ? Math.clamp(x, room / 2, axis.width() - room / 2) : x;
    }
}
