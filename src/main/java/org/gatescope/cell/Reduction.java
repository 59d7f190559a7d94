package org.gatescope.cell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What makes one number of all units of a quantity; in conditions and watches only. */
public enum Reduction implements RowFunction {
    MAX,
    MIN,
    /** The sum, which is then divided by how many there are. */
    MEAN,
    SUM,
    /** The Euclidean norm. */
    NORM;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it comes to without any number. */
    public double start() {
        return switch (this) {
            case MAX -> Double.NEGATIVE_INFINITY;
            case MIN -> Double.POSITIVE_INFINITY;
            case MEAN, SUM, NORM -> 0;
        };
    }

    /** What it comes to with one number more. */
    public double fold(double sofar, double value) {
        return switch (this) {
            case MAX -> Math.max(sofar, value);
            case MIN -> Math.min(sofar, value);
            case MEAN, SUM -> sofar + value;
            case NORM -> norm(sofar, value);
        };
    }

    /** The reduction written with a word; empty if there is none. */
    public static Optional<Reduction> named(String word) {
        return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst();
    }

    /** Without overflow; unlike {@link Math#hypot}, NaN beside an infinity is NaN. */
    private static double norm(double sofar, double value) {
        return Double.isNaN(sofar) || Double.isNaN(value) ? Double.NaN : Math.hypot(sofar, value);
    }
}
