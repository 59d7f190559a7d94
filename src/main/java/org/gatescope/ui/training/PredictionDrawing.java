package org.gatescope.ui.training;

import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Rgb;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;

/**
 * One sequence: for classes the targets with what was put out below them, what is wrong underlined and in the colour of
 * warnings; otherwise the first outputs as curves, targets as dots. Columns are the steps.
 */
record PredictionDrawing(Predictions predictions, int sequence, Tones tones) {
    static final double HEIGHT = 40;
    private static final double LEFT = 26;
    private static final double LEAST_FOR_WORDS = 13;
    private static final int MOST_CURVES = 3;

    void draw(Pen pen, double width) {
        Lettering number = new Lettering(Typeface.TEXT, 10, tones.muted(), Anchor.RIGHT);
        pen.text(LEFT - 8, HEIGHT / 2 + 3, Integer.toString(sequence + 1), number);
        double column = (width - LEFT) / Math.max(1, predictions.steps());
        if (predictions.isOfClasses()) {
            classes(pen, column);
        } else {
            values(pen, column);
        }
    }

    private void classes(Pen pen, double column) {
        int longest = (int) Math.max(1, (column - 3) / 6.2);
        for (int t = 0; t < predictions.steps(); t++) {
            if (!predictions.counts(sequence, t)) {
                continue;
            }
            double left = LEFT + t * column;
            int wanted = predictions.targetClass(sequence, t);
            int found = predictions.outputClass(sequence, t);
            boolean isRight = wanted == found;
            Rgb ink = isRight ? tones.text() : tones.warning();
            if (column < LEAST_FOR_WORDS) {
                bar(pen, left, column, predictions.output(sequence, t, wanted), ink);
                continue;
            }
            Lettering above = new Lettering(Typeface.TEXT, 11, tones.muted(), Anchor.CENTRE);
            Lettering below = new Lettering(Typeface.TEXT, 11, ink, Anchor.CENTRE);
            pen.text(left + column / 2, 15, cut(predictions.word(wanted), longest), above);
            pen.text(left + column / 2, 31, cut(predictions.word(found), longest), below);
            if (!isRight) {
                pen.fill(new Box(left + 3, 34, Math.max(1, column - 6), 1), ink);
            }
        }
    }

    /** Where no word has room: how sure the network is of the right one. */
    private void bar(Pen pen, double left, double column, double share, Rgb ink) {
        double height = (HEIGHT - 8) * Math.clamp(Double.isNaN(share) ? 0 : share, 0, 1);
        pen.fill(new Box(left, HEIGHT - 4 - height, Math.max(0.5, column - 0.5), height), ink);
    }

    private static String cut(String word, int longest) {
        int letters = word.codePointCount(0, word.length());
        return letters <= longest ? word : word.substring(0, word.offsetByCodePoints(0, longest));
    }

    private void values(Pen pen, double column) {
        int curves = Math.min(MOST_CURVES, predictions.outputs());
        double low = 0;
        double high = 0;
        for (int t = 0; t < predictions.steps(); t++) {
            for (int k = 0; k < curves; k++) {
                if (predictions.counts(sequence, t)) {
                    low = Math.min(low, predictions.target(sequence, t, k));
                    high = Math.max(high, predictions.target(sequence, t, k));
                }
            }
        }
        double span = high > low ? high - low : 1;
        for (int k = 0; k < curves; k++) {
            double last = Double.NaN;
            for (int t = 0; t < predictions.steps(); t++) {
                if (predictions.counts(sequence, t)) {
                    double x = LEFT + (t + 0.5) * column;
                    double wanted = y(predictions.target(sequence, t, k), low, span);
                    double found = y(predictions.output(sequence, t, k), low, span);
                    pen.fill(new Box(x - 1.5, wanted - 1.5, 3, 3), tones.muted());
                    if (!Double.isNaN(last)) {
                        pen.path(tones.forward(), 1.5, x - column, last, x, found);
                    } else {
                        pen.fill(new Box(x - 2, found - 1, 4, 2), tones.forward());
                    }
                    last = found;
                } else {
                    last = Double.NaN;
                }
            }
        }
    }

    /** Within a tenth beyond the targets. */
    private static double y(double value, double low, double span) {
        double share = Double.isNaN(value) ? 0 : (value - low) / span;
        return 5 + (1 - Math.clamp(share, -0.1, 1.1)) * (HEIGHT - 10);
    }
}
