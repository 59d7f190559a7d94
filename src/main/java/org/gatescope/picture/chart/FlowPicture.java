package org.gatescope.picture.chart;

import java.util.List;
import org.gatescope.engine.diagnostics.GradientFlow;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;
import org.gatescope.picture.lane.TimeAxis;
import org.gatescope.session.Playhead.Range;
import org.gatescope.text.Texts;

/**
 * Gradient flow on the columns of the lanes: a row of bars for each state, with a legend above.
 *
 * @param height   which the rows share; {@link #height(int)} is enough
 * @param sequence of the flows
 * @param length   steps of the sequence
 * @param current  the playhead's step, −1 for none
 * @param problem  why there are no rows; empty where there are
 * @param kept     drawn as a line over the bars of states of the same names
 */
public record FlowPicture(
        double width,
        double height,
        List<Row> rows,
        int sequence,
        int length,
        TimeAxis axis,
        int current,
        String problem,
        KeptFlow kept,
        Tones tones)
        implements Picture {
    private static final Texts TEXTS = Texts.of(FlowPicture.class);
    private static final double ROW = 62;
    private static final double EDGE = 6;
    private static final double LEGEND = 22;

    /** Left of the legend, in pixels: what it is called, which the host sees to. */
    public static final double HEADING = 150;

    /**
     * A state with what flows through it.
     *
     * @param letter of the state as it is read
     * @param shown steps whose gradient the playhead has computed
     */
    public record Row(String state, String letter, GradientFlow flow, Range shown) {}

    /** Of so many rows, in pixels. */
    public static double height(int rows) {
        return LEGEND + rows * ROW + EDGE;
    }

    /** The index of the row at a height; −1 or the number of rows beyond them. */
    public int row(double y) {
        return (int) Math.floor((y - LEGEND) / rowHeight());
    }

    private double rowHeight() {
        return Math.max(ROW, (height - LEGEND - EDGE) / Math.max(1, rows.size()));
    }

    @Override
    public void draw(Pen pen) {
        legend(pen);
        double high = rowHeight();
        Lettering name = new Lettering(Typeface.ITALIC, 15, tones.text(), Anchor.LEFT);
        for (int i = 0; i < rows.size(); i++) {
            double top = LEGEND + i * high;
            if (current >= 0 && current < axis.steps()) {
                double left = TimeAxis.HEADING + axis.left(current);
                pen.fill(new Box(left, top, Math.max(1, axis.column()), high), tones.highlight());
            }
            Row row = rows.get(i);
            double baseline = top + 33;
            pen.text(14, baseline, "‖∂L/∂" + row.letter() + "‖", name);
            Box area = new Box(TimeAxis.HEADING, top + 2, Math.max(1, axis.width()), high - EDGE);
            new FlowBars(row.flow(), sequence, length, row.shown(), axis, kept.of(row.state()), tones)
                    .draw(pen, area, baseline);
        }
    }

    /** What is kept comes first: where there is little room, it is what somebody has asked for. */
    private void legend(Pen pen) {
        Lettering small = new Lettering(Typeface.TEXT, 10, tones.muted(), Anchor.LEFT);
        double x = HEADING + 8;
        if (kept.isThere()) {
            x = named(pen, x, new Box(x, 10, 14, 2), tones.text(), kept.name(), small);
        }
        x = named(pen, x, new Box(x, 7, 8, 8), tones.forward(), TEXTS.get("flow.within"), small);
        x = named(pen, x, new Box(x, 7, 8, 8), tones.backward(), TEXTS.get("flow.next"), small);
        String lines = TEXTS.get("flow.lines");
        if (x + pen.measure().width(lines, small) <= width) {
            pen.text(x, 15, lines, small);
        }
        if (!problem.isEmpty()) {
            pen.text(TimeAxis.HEADING, LEGEND + 20, problem, small);
        }
    }

    /** A colour with its name, as far as there is room. @return where the next one stands */
    private double named(Pen pen, double x, Box mark, Rgb colour, String name, Lettering lettering) {
        double start = mark.right() + 4;
        String text = pen.measure().shortened(name, lettering, Math.max(0, width - start - 4));
        if (text.isEmpty()) {
            return x;
        }
        pen.fill(mark, colour);
        pen.text(start, 15, text, lettering);
        return start + pen.measure().width(text, lettering) + 16;
    }
}
