package org.gatescope.picture.network;

import java.util.List;
import java.util.stream.Stream;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Contrast;
import org.gatescope.picture.Digits;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Typeface;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.network.RowNumbers.Shown;

/** Draws a layer's cell at a step: its states as columns of squares, a ghost where they are not computed yet. */
public record CellDrawing(UnrolledColours colours) {
    private static final double RADIUS = 5;
    private static final double WIDEST_SQUARE = 16;
    /** In wider cells squares are wider as well, until they hold numbers. */
    private static final double USUAL_CELL = 64;

    private static final double WIDEST_NUMBER = 52;
    private static final double LEAST_ROW = 12;
    private static final double NUMBER = 10;
    private static final double LARGEST_NUMBER = 18;
    private static final String WIDEST_TEXT = "−0.00";
    private static final double LEAST_NUMBER = 34;
    private static final double LETTERS = 13;
    /** A cell as high has room for the names of its states. */
    private static final double HIGH = 52;

    /** How a cell is framed. */
    record Frame(Rgb colour, double width) {}

    void draw(Pen pen, Box box, RowNumbers row, int t, Frame frame) {
        LaneContent output = row.output().content();
        if (!output.has(t)) {
            over(pen, box);
            return;
        }
        boolean isSkipped = row.isSkipped(t);
        if (isSkipped) {
            over(pen, box);
        } else {
            pen.round(box, RADIUS, colours.tones().window());
        }
        if (RowNumbers.isThere(output, t)) {
            states(pen, box, row, t);
        } else {
            pen.hatch(box.inset(3), colours.ghost());
        }
        if (!isSkipped) {
            pen.roundFrame(box, RADIUS, frame.colour(), frame.width());
        }
    }

    /** The step is not computed: states only pass. */
    private void over(Pen pen, Box box) {
        pen.fill(new Box(box.x() + 4, Math.rint(box.centreY()), box.width() - 8, 1), colours.ghost());
    }

    /** {@code strip|0.forward|h'|3} */
    static String name(RowNumbers row, Shown shown, int t) {
        return String.join("|", "strip", row.row().part(), shown.name(), Integer.toString(t));
    }

    private void states(Pen pen, Box box, RowNumbers row, int t) {
        List<Shown> states = row.shown();
        for (int i = 0; i < states.size(); i++) {
            Shown state = states.get(i);
            Box column = column(box, i, states.size());
            pen.numbers(
                    name(row, state, t), column, state.content().units(), 1, inner -> squares(inner, column, state, t));
            if (hasNames(box)) {
                name(pen, column(box, i, states.size()), box, states.get(i));
            }
        }
    }

    /** Where the squares of one of several states lie within a cell. */
    public static Box column(Box box, int state, int states) {
        double pad = box.height() < 30 ? 3 : 5;
        double gap = states > 2 ? 2 : 4;
        double free = (box.width() - 2 * pad - (states - 1) * gap) / states;
        double most = Math.max(WIDEST_NUMBER, 0.4 * box.width());
        double widest = Math.clamp(WIDEST_SQUARE + box.width() - USUAL_CELL, WIDEST_SQUARE, most);
        double width = Math.clamp(Math.floor(free), 1, widest);
        double all = states * width + (states - 1) * gap;
        double x = Math.rint(box.centreX() - all / 2) + state * (width + gap);
        double names = hasNames(box) ? LETTERS - 2 : 0;
        return new Box(x, box.y() + pad, width, box.height() - 2 * pad - names);
    }

    private static boolean hasNames(Box box) {
        return box.height() >= HIGH;
    }

    private void name(Pen pen, Box column, Box box, Shown state) {
        String letter = state.letter();
        if (letter.length() <= 2) {
            pen.text(
                    column.centreX(),
                    box.bottom() - 5,
                    letter,
                    new Lettering(Typeface.ITALIC, LETTERS, colours.tones().muted(), Anchor.CENTRE));
        }
    }

    private void squares(Pen pen, Box column, Shown shown, int t) {
        Palette palette = colours.palette(shown.family());
        new Squares(shown, t, palette, colours.tones()).down(pen, column);
        int units = shown.content().units();
        double row = column.height() / Math.max(1, units);
        if (row >= LEAST_ROW && column.width() >= LEAST_NUMBER) {
            double wide = pen.measure().width(WIDEST_TEXT, Typeface.TEXT, NUMBER) / NUMBER;
            double fitting = Math.min(LARGEST_NUMBER, Math.floor((column.width() - 4) / wide));
            double size = Math.max(NUMBER, Math.min(fitting, Math.floor(0.4 * row)));
            for (int unit = 0; unit < units; unit++) {
                if (shown.content().isHidden(t, unit)) {
                    continue;
                }
                double value = shown.content().value(t, unit);
                double middle = column.y() + (unit + 0.5) * row;
                int colour = palette.argb(shown.scale().index(value));
                number(pen, column, middle, value, size, Contrast.on(colour));
            }
        }
    }

    private static void number(Pen pen, Box column, double middle, double value, double size, Rgb colour) {
        Lettering lettering = new Lettering(Typeface.TEXT, size, colour, Anchor.CENTRE);
        Stream.of(Digits.brief(value), Digits.briefer(value))
                .filter(text -> pen.measure().width(text, lettering) <= column.width() - 4)
                .findFirst()
                .ifPresent(text -> pen.text(column.centreX(), Math.rint(middle + 0.36 * size), text, lettering));
    }
}
