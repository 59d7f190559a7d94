package org.gatescope.picture.network;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Convention;
import org.gatescope.engine.Shortcut;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.ArrowHead;
import org.gatescope.picture.Box;
import org.gatescope.picture.Digits;
import org.gatescope.picture.HiddenSquare;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.network.Arrow.Kind;
import org.gatescope.picture.network.RowNumbers.Back;
import org.gatescope.picture.network.RowNumbers.Shown;

/** Draws the steps that are in view in full: cells, what joins them, and what comes in and goes out. */
record UnrolledDrawing(UnrolledLayout layout, NetworkScene scene) {
    private static final double SMALL = 10;
    private static final double MEDIUM = 11.5;
    private static final double THICKEST = 4;
    /** Powers of ten below the largest gradient at which an arrow is as thin as can be. */
    private static final double DECADES = 6;
    /** An arrow as long has room for its norm. */
    private static final double LEAST_LABEL = 26;

    private static final double BAR = 5;
    private static final double BAR_THICKNESS = 1.6;
    private static final double VALUE_SHARE = 0.34;
    private static final double GRADIENT_SHARE = 0.62;

    void draw(Pen pen) {
        boolean isRolled = layout.rolled() >= 1;
        for (int t = layout.stretch().from(); t < layout.stretch().to(); t++) {
            if (!isRolled || t == rolledStep()) {
                step(pen, t);
            }
        }
        for (int row = 0; row < scene.numbers().size(); row++) {
            if (layout.kind(row) == NetworkRow.Kind.LAYER) {
                states(pen, row, isRolled);
            }
        }
    }

    private Tones tones() {
        return scene.colours().tones();
    }

    private int rolledStep() {
        return Math.clamp(
                scene.current(),
                layout.stretch().from(),
                Math.max(0, layout.stretch().to() - 1));
    }

    private void step(Pen pen, int t) {
        if (layout.stretch().isLens()) {
            Rgb colour = t == scene.current() ? tones().text() : tones().muted();
            pen.text(
                    layout.centre(t),
                    layout.frame().y() + 12,
                    Integer.toString(Convention.counted(t)),
                    new Lettering(Typeface.TEXT, SMALL, colour, Anchor.CENTRE));
        }
        for (Arrow arrow : layout.rising(t)) {
            pen.named(name(arrow, gradientPassed(arrow)), inner -> rising(inner, arrow));
        }
        for (Arrow arrow : layout.past(t)) {
            pen.named(name(arrow, isPastBack(arrow)), inner -> past(inner, arrow));
        }
        for (int row = 0; row < scene.numbers().size(); row++) {
            int place = row;
            pen.named(
                    "box|" + layout.rows().get(row).part() + (layout.kind(row) == NetworkRow.Kind.LOSS ? ".loss|" : "|")
                            + t,
                    inner -> box(inner, place, t));
        }
    }

    private void box(Pen pen, int row, int t) {
        Box box = layout.box(row, t);
        switch (layout.kind(row)) {
            case INPUT -> input(pen, box, scene.numbers().get(row), t);
            case LAYER ->
                new CellDrawing(scene.colours()).draw(pen, box, scene.numbers().get(row), t, frame(row, t));
            case OUTPUT -> output(pen, box, scene.numbers().get(row), t);
            case LOSS -> loss(pen, box, scene.numbers().get(row), t);
        }
    }

    /** {@code arrow|0.forward|into|3}; of a gradient {@code arrow|0.forward|d.into|3}. */
    private String name(Arrow arrow, boolean isGradient) {
        String kind = arrow.kind().name().toLowerCase(Locale.ROOT).replace("_", "-");
        return String.join(
                "|",
                "arrow",
                layout.rows().get(arrow.row()).part()
                        + (layout.kind(arrow.row()) == NetworkRow.Kind.LOSS ? ".loss" : ""),
                isGradient ? Cell.gradient(kind) : kind,
                Integer.toString(arrow.step()));
    }

    /** The playhead's cell has a thick one, its step in other parts a thin one. */
    private CellDrawing.Frame frame(int row, int t) {
        if (t != scene.current()) {
            return new CellDrawing.Frame(tones().border(), 1);
        }
        Rgb accent = scene.isBack() ? tones().backward() : tones().forward();
        return new CellDrawing.Frame(accent, layout.rows().get(row).part().equals(scene.part()) ? 2.5 : 1);
    }

    private void rising(Pen pen, Arrow arrow) {
        int t = arrow.step();
        if (!exists(arrow)) {
            return;
        }
        boolean gradient = gradientPassed(arrow);
        boolean value = RowNumbers.isThere(scene.numbers().get(arrow.row()).arrives(), t) || leaves(arrow);
        Rgb colour = gradient
                ? scene.colours().gradient()
                : value ? scene.colours().wire() : scene.colours().ghost();
        double width = gradient ? 1.6 : 1.2;
        if (arrow.hasHead() || (gradient && arrow.kind() == Kind.OUT_OF)) {
            ArrowHead.draw(pen, arrow.points(), colour, width, gradient);
        } else {
            pen.path(colour, width, arrow.points());
        }
    }

    /** A wire past a layer, into a circle with a plus, or with two strokes where both stand side by side. */
    private void past(Pen pen, Arrow arrow) {
        RowNumbers row = scene.numbers().get(arrow.row());
        int t = arrow.step();
        if (!row.output().content().has(t) || row.isSkipped(t)) {
            return;
        }
        boolean gradient = isPastBack(arrow);
        boolean value = RowNumbers.isThere(row.arrives(), t);
        Rgb colour = gradient
                ? scene.colours().gradient()
                : value ? scene.colours().wire() : scene.colours().ghost();
        double[] points = arrow.points();
        ArrowHead.draw(pen, points, colour, gradient ? 1.6 : 1.2, gradient);
        joint(
                pen,
                layout.centre(t),
                points[5],
                points[6] - layout.centre(t),
                row.row().shortcut(),
                colour);
    }

    private boolean isPastBack(Arrow arrow) {
        int above = layout.rows().get(arrow.row()).level() + 1;
        return layout.rowsOf(above).stream()
                .allMatch(each -> RowNumbers.isThere(scene.numbers().get(each).back(), arrow.step()));
    }

    private void joint(Pen pen, double x, double y, double radius, Shortcut shortcut, Rgb colour) {
        Box circle = new Box(x - radius, y - radius, 2 * radius, 2 * radius);
        pen.round(circle, radius, tones().window());
        pen.roundFrame(circle, radius, colour, 1.2);
        double half = radius - 2;
        if (shortcut == Shortcut.ADDED) {
            pen.path(colour, 1.2, x - half, y, x + half, y);
            pen.path(colour, 1.2, x, y - half, x, y + half);
        } else {
            pen.path(colour, 1.2, x - 1.5, y - half, x - 1.5, y + half);
            pen.path(colour, 1.2, x + 1.5, y - half, x + 1.5, y + half);
        }
    }

    private boolean leaves(Arrow arrow) {
        return arrow.kind() == Kind.OUT_OF
                && RowNumbers.isThere(scene.numbers().get(arrow.row()).output().content(), arrow.step());
    }

    /** Nothing rises where a step is not computed or nothing is read out. */
    private boolean exists(Arrow arrow) {
        RowNumbers row = scene.numbers().get(arrow.row());
        return switch (arrow.kind()) {
            case OUT_OF -> row.output().content().has(arrow.step()) && !row.isSkipped(arrow.step());
            default ->
                !row.isSkipped(arrow.step()) && row.shown().getFirst().content().has(arrow.step());
        };
    }

    private boolean gradientPassed(Arrow arrow) {
        int t = arrow.step();
        if (arrow.kind() == Kind.INTO) {
            return RowNumbers.isThere(scene.numbers().get(arrow.row()).back(), t);
        }
        int level = layout.rows().get(arrow.row()).level() + (arrow.kind() == Kind.OUT_OF ? 1 : 0);
        return layout.rowsOf(level).stream()
                .allMatch(row -> RowNumbers.isThere(scene.numbers().get(row).back(), t));
    }

    private void input(Pen pen, Box box, RowNumbers row, int t) {
        Shown shown = row.shown().getFirst();
        if (!shown.content().has(t)) {
            return;
        }
        String word = scene.words().input(t);
        if (word.isEmpty()) {
            double width = Math.min(box.width() - 6, 64);
            Box bar = new Box(Math.rint(box.centreX() - width / 2), box.y() + 4, width, 11);
            numbers(pen, row, shown, t, bar);
            pen.frame(bar.inset(-1), tones().border());
            return;
        }
        Lettering lettering = new Lettering(Typeface.TEXT, MEDIUM, tones().text(), Anchor.CENTRE);
        String text = pen.measure().shortened(word, lettering, box.width() - 12);
        double width = Math.min(box.width(), pen.measure().width(text, lettering) + 16);
        Box pill = new Box(Math.rint(box.centreX() - width / 2), box.y(), Math.rint(width), box.height() - 2);
        pen.round(pill, pill.height() / 2, tones().panel());
        pen.roundFrame(pill, pill.height() / 2, tones().border(), 1);
        pen.text(pill.centreX(), pill.bottom() - 5, text, lettering);
    }

    private void output(Pen pen, Box box, RowNumbers row, int t) {
        Shown output = row.shown().getFirst();
        Shown target = row.shown().getLast();
        if (!output.content().has(t)) {
            return;
        }
        boolean isThere = RowNumbers.isThere(output.content(), t);
        pen.named(
                "number|" + row.row().part() + "|" + output.name() + "|" + t,
                inner -> line(inner, box, 0, scene.words().output(t), output, t, isThere, Typeface.BOLD));
        if (target.content().has(t)) {
            pen.named(
                    "number|" + row.row().part() + "|" + target.name() + "|" + t,
                    inner -> line(inner, box, 1, scene.words().target(t), target, t, true, Typeface.TEXT));
        }
    }

    private void numbers(Pen pen, RowNumbers row, Shown shown, int t, Box bar) {
        pen.numbers(
                CellDrawing.name(row, shown, t),
                bar,
                1,
                shown.content().units(),
                inner -> new Squares(shown, t, scene.colours().palette(shown.family()), tones()).across(inner, bar));
    }

    private int outputRow() {
        return layout.rows().stream().map(NetworkRow::kind).toList().indexOf(NetworkRow.Kind.OUTPUT);
    }

    /** Output above, target below: a word, or a bar of squares. */
    private void line(Pen pen, Box box, int place, String word, Shown shown, int t, boolean isThere, Typeface face) {
        double top = box.y() + place * 15;
        if (!word.isEmpty()) {
            Rgb colour = !isThere ? scene.colours().ghost() : place == 0 ? tones().text() : tones().muted();
            Lettering lettering = new Lettering(face, place == 0 ? MEDIUM : SMALL, colour, Anchor.CENTRE);
            String text = pen.measure().shortened(isThere ? word : "·", lettering, box.width());
            pen.text(box.centreX(), top + 11, text, lettering);
            return;
        }
        double width = Math.min(box.width(), 56);
        Box bar = new Box(Math.rint(box.centreX() - width / 2), top + 2, width, 10);
        if (isThere) {
            numbers(pen, scene.numbers().get(outputRow()), shown, t, bar);
        } else {
            pen.hatch(bar, scene.colours().ghost());
        }
        pen.frame(bar.inset(-1), place == 0 ? tones().border() : tones().faintBorder());
    }

    private void loss(Pen pen, Box box, RowNumbers row, int t) {
        LaneContent loss = row.output().content();
        if (loss.has(t)) {
            boolean isThere = RowNumbers.isThere(loss, t);
            Rgb colour = isThere ? tones().text() : scene.colours().ghost();
            Lettering lettering = new Lettering(Typeface.TEXT, MEDIUM, colour, Anchor.CENTRE);
            boolean isHidden = isThere && loss.isHidden(t, 0);
            String brief = isHidden ? HiddenSquare.MARK : isThere ? Digits.brief(loss.value(t, 0)) : "·";
            boolean fits = isHidden || pen.measure().width(brief, lettering) <= box.width();
            String text = fits ? brief : Digits.briefer(loss.value(t, 0));
            pen.named(
                    "number|" + row.row().part() + "|" + row.output().name() + "|" + t,
                    inner -> inner.text(box.centreX(), box.bottom() - 3, text, lettering));
        }
    }

    /** What flows through time in a row: its state one way, the gradient the other. */
    private void states(Pen pen, int row, boolean isRolled) {
        for (int t = layout.stretch().from(); t < layout.stretch().to(); t++) {
            boolean isShown = scene.numbers().get(row).output().content().has(t) && (!isRolled || t == rolledStep());
            if (isShown && isRolled) {
                loop(pen, row, t);
            } else if (isShown) {
                int step = t;
                boolean isBack = gradientBack(row, t).isPresent();
                pen.named(name(layout.state(row, t, 0.5), isBack), inner -> state(inner, row, step));
            }
        }
    }

    private void loop(Pen pen, int row, int t) {
        Arrow loop = layout.loop(row, t);
        Optional<Back> gradient =
                gradientBack(row, t).filter(back -> back.arrived() > 0 || !back.isCut()); // half a loop says little
        if (gradient.isPresent()) {
            double thickness = thickness(row, gradient.get().arrived());
            ArrowHead.draw(pen, loop.points(), scene.colours().gradient(), thickness, true);
        } else {
            ArrowHead.draw(pen, loop.points(), valueColour(row, t), 1.8, false);
        }
    }

    private void state(Pen pen, int row, int t) {
        Optional<Back> gradient = gradientBack(row, t);
        Arrow value = layout.state(row, t, gradient.isPresent() ? VALUE_SHARE : 0.5);
        Shown output = scene.numbers().get(row).output();
        double strength = RowNumbers.isThere(output.content(), t) ? valueThickness(output, t) : 1.2;
        if (goesOn(row, t)) {
            ArrowHead.draw(pen, value.points(), valueColour(row, t), strength, false);
        }
        gradient.ifPresent(back -> gradient(pen, row, t, back));
    }

    /** At its sequence's end a state goes nowhere. */
    private boolean goesOn(int row, int t) {
        int next = next(row, t);
        LaneContent output = scene.numbers().get(row).output().content();
        return next >= 0 && next < output.steps() && output.has(next);
    }

    private int next(int row, int t) {
        return layout.rows().get(row).reversed() ? t - 1 : t + 1;
    }

    private Rgb valueColour(int row, int t) {
        return RowNumbers.isThere(scene.numbers().get(row).output().content(), t)
                ? scene.colours().state()
                : scene.colours().ghost();
    }

    private static double valueThickness(Shown output, int t) {
        double most = output.scale().limit() * Math.sqrt(output.content().units());
        double share = most > 0 ? RowNumbers.norm(output.content(), t) / most : 0;
        return share > 0 ? 1.2 + Math.min(1, share) * (THICKEST - 1.2) : 1.2;
    }

    /** What has come back to a step from the one that is computed next; empty while it has not. */
    private Optional<Back> gradientBack(int row, int t) {
        return goesOn(row, t) ? scene.numbers().get(row).back(t, next(row, t), scene.truncation()) : Optional.empty();
    }

    private void gradient(Pen pen, int row, int t, Back back) {
        Arrow arrow = layout.state(row, t, GRADIENT_SHARE);
        double norm = back.arrived();
        if (back.isCut()) {
            cut(pen, row, arrow, back);
        } else {
            ArrowHead.draw(pen, arrow.points(), scene.colours().gradient(), thickness(row, norm), true);
        }
        double from = arrow.points()[0];
        double to = arrow.points()[2];
        Lettering lettering =
                new Lettering(Typeface.TEXT, SMALL, scene.colours().gradient(), Anchor.CENTRE);
        double room =
                layout.box(row, t).height() >= 36 && Math.abs(to - from) >= LEAST_LABEL ? Math.abs(to - from) - 2 : 0;
        boolean isHidden = RowNumbers.isHidden(scene.numbers().get(row).flow(), next(row, t));
        Stream.of(
                        isHidden ? HiddenSquare.MARK : Digits.brief(norm),
                        isHidden ? HiddenSquare.MARK : Digits.briefer(norm))
                .filter(text -> pen.measure().width(text, lettering) <= room)
                .findFirst()
                .ifPresent(text -> pen.named(
                        "norm|" + layout.rows().get(row).part() + "|" + t,
                        inner -> inner.text((from + to) / 2, arrow.points()[1] + 14, text, lettering)));
    }

    /** As thick as what is handed back up to a bar, then as what arrives; without a head where that is nothing. */
    private void cut(Pen pen, int row, Arrow arrow, Back back) {
        double[] points = arrow.points();
        double middle = (points[0] + points[2]) / 2;
        double y = points[1];
        Rgb colour = scene.colours().gradient();
        pen.path(colour, thickness(row, back.handed()), points[2], y, middle, y); // it runs back
        pen.path(colour, BAR_THICKNESS, middle, y - BAR, middle, y + BAR);
        if (back.arrived() != 0) {
            double[] rest = {points[0], y, middle, y};
            ArrowHead.draw(pen, rest, colour, thickness(row, back.arrived()), true);
        }
    }

    /** By powers of ten, for gradients that vanish. */
    private double thickness(int row, double norm) {
        LaneContent flow = scene.numbers().get(row).flow();
        double largest = scene.numbers().get(row).largestFlow();
        if (!(norm > 0) || !(largest > 0) || flow.units() == 0) {
            return 1.2;
        }
        double share = 1 + Math.log10(norm / largest) / DECADES;
        return 1.2 + Math.clamp(share, 0, 1) * (THICKEST - 1.2);
    }
}
