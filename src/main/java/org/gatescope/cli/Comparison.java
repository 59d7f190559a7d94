package org.gatescope.cli;

import org.gatescope.engine.Matrix;
import org.gatescope.engine.Plan;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;
import org.gatescope.format.ReferenceCase;

/** Holds what the engine computes against a reference case and keeps the figure that is farthest off. */
final class Comparison {
    /** For values; relative above 1. */
    static final double VALUE_TOLERANCE = 1e-12;
    /** For gradients up to 1. */
    static final double GRADIENT_TOLERANCE = 1e-10;
    /** For gradients above 1. */
    static final double RELATIVE_GRADIENT_TOLERANCE = 1e-9;

    private int figures;
    private double worstShare = -1;
    private double difference;
    private String place = "";

    /** @throws org.gatescope.engine.TooLargeException if the case does not fit into memory */
    static Comparison of(ReferenceCase.Layer reference) {
        Trace trace = Plan.of(reference.cell(), reference.sizes()).run(reference.inputs());
        Comparison comparison = new Comparison();
        reference.overTime().forEach(expected -> comparison.compare(expected, trace));
        reference
                .parameterGradients()
                .forEach(expected -> comparison.compare(expected, trace.parameterGradient(expected.name())));
        reference
                .stateGradients()
                .forEach(expected -> comparison.compare(expected, trace.initialStateGradient(expected.name())));
        return comparison;
    }

    /** True if all figures are within their tolerance. */
    boolean agrees() {
        return worstShare <= 1;
    }

    int figures() {
        return figures;
    }

    /** |computed − expected| of the figure that is farthest off, measured by its tolerance. */
    double difference() {
        return difference;
    }

    /** Where that figure stands, as in the file. */
    String place() {
        return place;
    }

    private void compare(ReferenceCase.OverTime expected, Trace trace) {
        Series computed =
                expected.isGradient() ? trace.gradient(expected.quantity()) : trace.value(expected.quantity());
        double[][][] figures = expected.figures();
        for (int n = 0; n < figures.length; n++) {
            for (int t = 0; t < figures[n].length; t++) {
                for (int unit = 0; unit < figures[n][t].length; unit++) {
                    if (note(figures[n][t][unit], computed.at(t, n, unit), expected.isGradient())) {
                        place = expected.label() + "[" + n + "][" + t + "][" + unit + "]";
                    }
                }
            }
        }
    }

    private void compare(ReferenceCase.Table expected, Matrix computed) {
        Matrix figures = expected.figures();
        for (int row = 0; row < figures.rows(); row++) {
            for (int column = 0; column < figures.columns(); column++) {
                if (note(figures.get(row, column), computed.get(row, column), true)) {
                    place = expected.label() + "[" + row + "][" + column + "]";
                }
            }
        }
    }

    /** @return true if this figure is farther off than all before */
    private boolean note(double expected, double computed, boolean isGradient) {
        figures++;
        boolean same = Double.compare(expected, computed) == 0 || expected == computed;
        double off = same ? 0 : Math.abs(computed - expected);
        double share = Double.isFinite(off) ? off / tolerance(expected, isGradient) : Double.POSITIVE_INFINITY;
        if (share <= worstShare) {
            return false;
        }
        worstShare = share;
        difference = off;
        return true;
    }

    private static double tolerance(double expected, boolean isGradient) {
        double size = Math.abs(expected);
        if (!isGradient) {
            return VALUE_TOLERANCE * Math.max(1, size);
        }
        return size > 1 ? RELATIVE_GRADIENT_TOLERANCE * size : GRADIENT_TOLERANCE;
    }
}
