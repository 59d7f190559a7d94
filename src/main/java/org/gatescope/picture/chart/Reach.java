package org.gatescope.picture.chart;

/**
 * From the least to the largest of some finite numbers. The difference of two may be no number: then all are taken smaller.
 *
 * @param factor by which
 */
record Reach(double low, double span, double factor) {
    static Reach of(double low, double high) {
        double factor = high - low <= Double.MAX_VALUE ? 1 : 0.5;
        return new Reach(low * factor, high > low ? high * factor - low * factor : 1, factor);
    }

    /** From 0 to 1 for what lies between the two. */
    double share(double value) {
        return (value * factor - low) / span;
    }
}
