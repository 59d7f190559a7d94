package org.gatescope.cell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** What makes one number of all units of a quantity; in conditions and watches only. */
public enum Reduction {
    MAX(Double.NEGATIVE_INFINITY, Math::max),
    MIN(Double.POSITIVE_INFINITY, Math::min),
    /** The sum, which is then divided by how many there are. */
    MEAN(0, Double::sum),
    SUM(0, Double::sum),
    /** The Euclidean norm. */
    NORM(0, Reduction::norm);

    /** The name of the call that picks one unit, {@code f[2]}. No name can be written so. */
    public static final String ELEMENT = "[]";

    private final double start;
    private final DoubleBinaryOperator folding;

    Reduction(double start, DoubleBinaryOperator folding) {
        this.start = start;
        this.folding = folding;
    }

    /** The word it is written with. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it comes to without any number. */
    public double start() {
        return start;
    }

    /** What it comes to with one number more. */
    public double fold(double sofar, double value) {
        return folding.applyAsDouble(sofar, value);
    }

    public static Optional<Reduction> named(String word) {
        return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst();
    }

    /** Without overflow; unlike {@link Math#hypot}, NaN beside an infinity is NaN. */
    private static double norm(double sofar, double value) {
        return Double.isNaN(sofar) || Double.isNaN(value) ? Double.NaN : Math.hypot(sofar, value);
    }
}
