package org.gatescope.picture.lane;

import java.util.Optional;
import java.util.stream.IntStream;
import org.gatescope.engine.diagnostics.Saturation;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Contrast;
import org.gatescope.picture.HiddenSquare;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Measure;
import org.gatescope.picture.Mosaic;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Scale;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;
import org.gatescope.text.NumberForm;

/**
 * The squares of a lane: what is computed in colour, with numbers if they fit, the rest hatched.
 *
 * @param mosaic of this content on this grid
 */
public record LanePicture(LaneContent content, CellGrid grid, Scale scale, Palette palette, Tones tones, Mosaic mosaic)
        implements Picture {
    /** As the diagnostics count them. */
    private static final double CLOSED = Saturation.Thresholds.USUAL.closed();

    private static final double OPEN = Saturation.Thresholds.USUAL.open();
    private static final double MARK = 5;
    private static final double LEAST_ROW = 13;
    private static final double USUAL_NUMBER = 10.5;
    private static final double LARGEST_NUMBER = 24;
    private static final double LEAST_COLUMN = 34;
    private static final double ROOMY_COLUMN = 150;
    /** Where squares are smaller they are not told apart. */
    private static final double LEAST_SQUARE = 4;

    private static final int ROOMY_DIGITS = 5;
    private static final int USUAL_DIGITS = 3;
    private static final int FEWEST_DIGITS = 2;

    /** With the squares coloured now; a mosaic is kept as long as numbers, grid and colours stay the same. */
    public static LanePicture of(LaneContent content, CellGrid grid, Scale scale, Palette palette, Tones tones) {
        Mosaic mosaic = new LaneMosaic(content, grid, scale, palette).mosaic();
        return new LanePicture(content, grid, scale, palette, tones, mosaic);
    }

    @Override
    public double width() {
        return grid.axis().width();
    }

    @Override
    public double height() {
        return grid.height();
    }

    @Override
    public void draw(Pen pen) {
        int first = grid.axis().firstVisible();
        int end = Math.min(grid.axis().endVisible(), content.steps());
        int from = Math.clamp(content.computedFrom(), first, end);
        int to = Math.clamp(content.computedTo(), from, end);
        if (to > from && content.units() > 0) {
            ground(pen, from, to);
            squares(pen, from, to);
            hidden(pen, from, to);
            if (numbersFit()) {
                form(pen.measure()).ifPresent(form -> numbers(pen, from, to, form));
            }
        }
        missing(pen, first, from);
        missing(pen, to, end);
        over(pen, first, end);
    }

    /** A flat line where there is nothing to compute. */
    private void over(Pen pen, int first, int end) {
        eachRun(first, end, false, (from, to) -> {
            Box run = between(from, to);
            pen.fill(new Box(run.x(), Math.floor(grid.height() / 2), run.width(), 1), tones.hatch());
        });
    }

    private interface Run {
        void of(int from, int to);
    }

    /** Neighbouring steps that all have numbers, or all have none. */
    private void eachRun(int first, int end, boolean there, Run run) {
        int t = first;
        while (t < end) {
            int from = t;
            boolean has = content.has(t);
            while (t < end && content.has(t) == has) {
                t++;
            }
            if (has == there) {
                run.of(from, t);
            }
        }
    }

    /** The visible part of some steps. */
    private Box between(int from, int to) {
        double left = Math.max(0, grid.axis().left(from));
        double right = Math.min(grid.axis().width(), grid.axis().left(to));
        return new Box(left, 0, right - left, grid.height());
    }

    /** Whether squares are large enough to hold numbers. */
    boolean numbersFit() {
        return grid.rowHeight() >= LEAST_ROW && grid.axis().column() >= LEAST_COLUMN;
    }

    private void squares(Pen pen, int from, int to) {
        TimeAxis axis = grid.axis();
        double left = Math.max(0, axis.left(from));
        double right = Math.max(left + 1, axis.left(to));
        pen.mosaic(mosaic, mosaic.columnsTo(left), mosaic.columnsBefore(right));
    }

    private void numbers(Pen pen, int from, int to, NumberForm form) {
        double size = numberSize(pen.measure(), form.widest());
        double digit = pen.measure().width("0", Typeface.TEXT, size);
        for (int t = LaneMosaic.firstThere(content, from, to); t < to; t = LaneMosaic.firstThere(content, t + 1, to)) {
            for (int unit = 0; unit < content.units(); unit++) {
                if (content.isHidden(t, unit)) {
                    continue;
                }
                number(pen, grid.cell(t, unit), form.of(content.value(t, unit)), content.value(t, unit), size, digit);
                saturated(pen, grid.cell(t, unit), content.value(t, unit));
            }
        }
    }

    /** What is hidden has no colour: where squares are too small to be drawn one by one it shows what lies behind. */
    private void ground(Pen pen, int from, int to) {
        if (grid.rowHeight() < LEAST_SQUARE || grid.axis().column() < LEAST_SQUARE) {
            eachRun(from, to, true, (first, end) -> {
                if (IntStream.range(first, end)
                        .anyMatch(
                                t -> IntStream.range(0, content.units()).anyMatch(unit -> content.isHidden(t, unit)))) {
                    pen.fill(between(first, end), tones.faintBorder());
                }
            });
        }
    }

    /** A question mark where a number is to be predicted, on a ground of its own. */
    private void hidden(Pen pen, int from, int to) {
        if (grid.rowHeight() < LEAST_SQUARE || grid.axis().column() < LEAST_SQUARE) {
            return; // they lie on the ground that is left free
        }
        for (int t = LaneMosaic.firstThere(content, from, to); t < to; t = LaneMosaic.firstThere(content, t + 1, to)) {
            for (int unit = 0; unit < content.units(); unit++) {
                if (content.isHidden(t, unit)) {
                    HiddenSquare.draw(pen, grid.cell(t, unit), tones);
                }
            }
        }
    }

    /** Larger than usual where rows are high, as far as the longest number leaves room. */
    private double numberSize(Measure measure, String longest) {
        double usual = usualNumber();
        double roomy = Math.min(LARGEST_NUMBER, Math.floor(grid.rowHeight() * 0.62));
        double wide = measure.width(longest, Typeface.TEXT, USUAL_NUMBER) / USUAL_NUMBER;
        double most = Math.floor((cellWidth() - 6) / wide);
        return Math.max(usual, Math.min(roomy, most));
    }

    /** A gate that is nearly closed or open lets hardly any gradient through: a corner of its square is marked. */
    private void saturated(Pen pen, Box cell, double value) {
        boolean isSaturated = content.canSaturate() && !scale.signed() && (value < CLOSED || value > OPEN);
        if (isSaturated) {
            double right = cell.right();
            pen.polygon(
                    Contrast.on(palette.argb(scale.index(value))),
                    right - MARK,
                    cell.y(),
                    right,
                    cell.y(),
                    right,
                    cell.y() + MARK);
        }
    }

    /** One for all numbers of a lane, with fewer digits where columns are narrow. */
    private Optional<NumberForm> form(Measure measure) {
        int most = grid.axis().column() >= ROOMY_COLUMN ? ROOMY_DIGITS : USUAL_DIGITS;
        for (int digits = most; digits >= FEWEST_DIGITS; digits--) {
            NumberForm form =
                    scale.logarithmic() ? NumberForm.ofPowers(digits - 1) : NumberForm.of(scale.limit(), digits);
            if (measure.width(form.widest(), Typeface.TEXT, usualNumber()) <= cellWidth() - 2) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    private double cellWidth() {
        return grid.axis().column() - grid.gap();
    }

    private double usualNumber() {
        return Math.min(USUAL_NUMBER, Math.floor(grid.rowHeight() * 0.8));
    }

    /** Left out where it would not fit: the hover shows it in full. */
    private void number(Pen pen, Box cell, String text, double value, double size, double digit) {
        if (text.length() * digit <= cell.width()) {
            int colour = palette.argb(scale.index(value));
            double baseline = Math.rint(cell.centreY() + 0.36 * size);
            pen.text(
                    cell.centreX(),
                    baseline,
                    text,
                    new Lettering(Typeface.TEXT, size, Contrast.on(colour), Anchor.CENTRE));
        }
    }

    private void missing(Pen pen, int first, int end) {
        eachRun(first, end, true, (from, to) -> {
            if (grid.gap() >= 2) {
                for (int t = from; t < to; t++) {
                    hatched(pen, grid.column(t));
                }
            } else {
                hatched(pen, between(from, to));
            }
        });
    }

    private void hatched(Pen pen, Box box) {
        if (box.width() >= 1) {
            pen.hatch(box, tones.hatchOnMark());
            pen.frame(box, tones.hatchOnMark());
        }
    }
}
