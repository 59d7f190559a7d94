package org.gatescope.ui.axis;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.gatescope.picture.Box;
import org.gatescope.ui.paint.Lettered;
import org.gatescope.ui.paint.Pen;
import org.gatescope.ui.paint.Pen.Anchor;
import org.gatescope.ui.paint.Pen.Lettering;

/**
 * Draws the ruler: step numbers, tokens below them, the current column and the playhead's marker, the end of the sequence,
 * and where the gradient is cut.
 *
 * @param current −1 for none
 * @param length  steps of the sequence
 * @param chunk   steps between cuts; 0 for no cut
 */
record RulerDrawing(
        TimeAxis axis,
        List<String> tokens,
        int current,
        int length,
        int chunk,
        Inks inks,
        String family,
        double height) {
    private static final double GAP = 10;
    private static final double NUMBER_SIZE = 10.5;
    private static final double TOKEN_SIZE = 13;
    private static final double MARKER = 7;
    private static final double CUT = 3;

    void draw(Pen pen) {
        over(pen);
        if (current >= 0) {
            column(pen);
        }
        numbers(pen);
        if (!tokens.isEmpty()) {
            tokens(pen);
        }
        cuts(pen);
    }

    private void over(Pen pen) {
        if (length < axis.steps()) {
            double left = Math.max(0, axis.left(length));
            double right = Math.min(axis.width(), axis.left(axis.steps()));
            if (right > left) {
                pen.fill(new Box(left, 0, right - left, height), inks.line());
            }
        }
    }

    /** A bar between two chunks, where they are far enough apart to be told from one another. */
    private void cuts(Pen pen) {
        if (chunk > 0 && chunk * axis.column() >= 2 * CUT) {
            for (int t = Math.ceilDiv(Math.max(1, axis.firstVisible()), chunk) * chunk;
                    t < axis.endVisible();
                    t += chunk) {
                pen.fill(new Box(axis.left(t) - CUT / 2, 0, CUT, height), inks.playhead());
            }
        }
    }

    private void column(Pen pen) {
        double left = axis.left(current);
        double width = Math.max(1, axis.right(current) - left);
        pen.fill(new Box(left, 0, width, height), inks.highlight());
        double x = left + width / 2;
        pen.polygon(inks.playhead(), x - MARKER, 0, x + MARKER, 0, x, MARKER + 1);
    }

    private void numbers(Pen pen) {
        Font font = Font.font(family, NUMBER_SIZE);
        String prefix = axis.column() >= numberRoom("t = ", font) ? "t = " : "";
        int interval = RulerMarks.interval(axis.column(), numberRoom(prefix, font));
        double baseline = tokens.isEmpty() ? height - 10 : 20;
        double currentRoom = numberRoom("t = ", font);
        if (current >= 0) {
            pen.text(inside(axis.centre(current), currentRoom), baseline, "t = " + current, lettering(font, true));
        }
        for (int t : marked(interval)) {
            double distance = Math.abs(axis.centre(t) - inside(axis.centre(current), currentRoom));
            if (current < 0 || distance >= currentRoom || (!prefix.isEmpty() && t != current)) {
                double room = Lettered.width(prefix + t, font);
                pen.text(inside(axis.centre(t), room), baseline, prefix + t, lettering(font, false));
            }
        }
    }

    private void tokens(Pen pen) {
        Font font = Font.font(family, FontWeight.BOLD, TOKEN_SIZE);
        boolean each = axis.column() >= TOKEN_SIZE;
        int interval = each ? 1 : RulerMarks.interval(axis.column(), 4 * TOKEN_SIZE);
        double room = interval * axis.column() - 4;
        Lettering lettering = new Lettering(font, inks.text(), Anchor.CENTRE);
        for (int t : marked(interval)) {
            if (t < tokens.size()) {
                String token = Lettered.shortened(tokens.get(t), font, room);
                double width = Lettered.width(token, font);
                pen.text(inside(axis.centre(t), width), height - 9, token, lettering);
            }
        }
    }

    private Lettering lettering(Font font, boolean strong) {
        return new Lettering(font, strong ? inks.text() : inks.muted(), Anchor.CENTRE);
    }

    private double numberRoom(String prefix, Font font) {
        return Lettered.width(prefix + Math.max(0, axis.steps() - 1), font) + GAP;
    }

    /** The steps in view that are multiples of the interval. */
    private int[] marked(int interval) {
        int first = Math.ceilDiv(axis.firstVisible(), interval);
        int end = Math.ceilDiv(axis.endVisible(), interval);
        return IntStream.range(first, end).map(k -> k * interval).toArray();
    }

    /** Where the middle of a text must lie for all of it to be seen; one out of view stays there. */
    private double inside(double x, double room) {
        boolean inView = x >= 0 && x <= axis.width() && axis.width() > room;
        return inView ? Math.clamp(x, room / 2, axis.width() - room / 2) : x;
    }
}
