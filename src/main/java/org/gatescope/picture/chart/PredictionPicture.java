package org.gatescope.picture.chart;

import java.util.List;
import java.util.Optional;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;

/**
 * One sequence: for classes the targets with what was put out below them, what is wrong underlined and in the colour of
 * warnings; otherwise the first outputs as curves, targets as dots. Columns are the steps.
 *
 * @param number  of the sequence, as people count
 * @param note    below that; empty for none
 * @param steps   empty where the sequence is over, or the step does not count in the loss
 * @param classes true where outputs are shares of classes
 */
public record PredictionPicture(
        double width, int number, String note, List<Optional<Step>> steps, boolean classes, Tones tones)
        implements Picture {
    /** Of each. */
    public static final double HEIGHT = 40;

    private static final double LEFT = 26;
    private static final double LEAST_FOR_WORDS = 13;
    private static final int MOST_CURVES = 3;

    /**
     * What a step was to put out, and what it did.
     *
     * @param wanted  the class, in words; empty where there are none
     * @param found   the class of the largest output
     * @param share   that the wanted class was given
     * @param targets one for each output
     */
    public record Step(
            String wanted, String found, boolean right, double share, List<Double> targets, List<Double> outputs) {}

    @Override
    public double height() {
        return HEIGHT;
    }

    @Override
    public void draw(Pen pen) {
        Lettering left = new Lettering(Typeface.TEXT, 10, tones.muted(), Anchor.RIGHT);
        pen.text(LEFT - 8, HEIGHT / 2 + 3, Integer.toString(number), left);
        if (!note.isEmpty()) {
            pen.text(LEFT - 4, HEIGHT / 2 + 14, note, left);
        }
        double column = (width - LEFT) / Math.max(1, steps.size());
        if (classes) {
            classes(pen, column);
        } else {
            values(pen, column);
        }
    }

    private void classes(Pen pen, double column) {
        int longest = (int) Math.max(1, (column - 3) / 6.2);
        for (int t = 0; t < steps.size(); t++) {
            double left = LEFT + t * column;
            steps.get(t).ifPresent(step -> {
                if (column < LEAST_FOR_WORDS) {
                    bar(pen, left, column, step);
                } else {
                    words(pen, left, column, step, longest);
                }
            });
        }
    }

    private Rgb ink(Step step) {
        return step.right() ? tones.text() : tones.warning();
    }

    private void words(Pen pen, double left, double column, Step step, int longest) {
        Lettering above = new Lettering(Typeface.TEXT, 11, tones.muted(), Anchor.CENTRE);
        Lettering below = new Lettering(Typeface.TEXT, 11, ink(step), Anchor.CENTRE);
        pen.text(left + column / 2, 15, cut(step.wanted(), longest), above);
        pen.text(left + column / 2, 31, cut(step.found(), longest), below);
        if (!step.right()) {
            pen.fill(new Box(left + 3, 34, Math.max(1, column - 6), 1), ink(step));
        }
    }

    /** Where no word has room: how sure the network is of the right one. */
    private void bar(Pen pen, double left, double column, Step step) {
        double share = Double.isNaN(step.share()) ? 0 : Math.clamp(step.share(), 0, 1);
        double high = (HEIGHT - 8) * share;
        pen.fill(new Box(left, HEIGHT - 4 - high, Math.max(0.5, column - 0.5), high), ink(step));
    }

    private static String cut(String word, int longest) {
        int letters = word.codePointCount(0, word.length());
        return letters <= longest ? word : word.substring(0, word.offsetByCodePoints(0, longest));
    }

    private void values(Pen pen, double column) {
        int outputs = steps.stream()
                .flatMap(Optional::stream)
                .mapToInt(step -> step.outputs().size())
                .max()
                .orElse(0);
        int curves = Math.min(MOST_CURVES, outputs);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Optional<Step> each : steps) {
            for (int k = 0; each.isPresent() && k < curves; k++) {
                double target = each.get().targets().get(k);
                if (Double.isFinite(target)) {
                    low = Math.min(low, target);
                    high = Math.max(high, target);
                }
            }
        }
        Reach reach = low <= high ? Reach.of(low, high) : Reach.of(0, 0);
        for (int k = 0; k < curves; k++) {
            curve(pen, column, k, reach);
        }
    }

    private void curve(Pen pen, double column, int k, Reach reach) {
        double last = Double.NaN;
        for (int t = 0; t < steps.size(); t++) {
            Step step = steps.get(t).orElse(null);
            if (step == null) {
                last = Double.NaN;
                continue;
            }
            double x = LEFT + (t + 0.5) * column;
            double wanted = y(step.targets().get(k), reach);
            double found = y(step.outputs().get(k), reach);
            pen.fill(new Box(x - 1.5, wanted - 1.5, 3, 3), tones.muted());
            if (!Double.isNaN(last)) {
                pen.path(tones.forward(), 1.5, x - column, last, x, found);
            } else {
                pen.fill(new Box(x - 2, found - 1, 4, 2), tones.forward());
            }
            last = found;
        }
    }

    /** Within a tenth beyond the targets. */
    private static double y(double value, Reach reach) {
        double share = Double.isNaN(value) ? 0 : reach.share(value);
        return 5 + (1 - Math.clamp(share, -0.1, 1.1)) * (HEIGHT - 10);
    }
}
