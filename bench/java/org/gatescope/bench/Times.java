package org.gatescope.bench;

import java.util.Arrays;
import java.util.Collection;

/** Several measurements of one thing, in milliseconds. */
record Times(double[] sorted) {
    static Times ofNanos(Collection<Long> nanos) {
        double[] millis = nanos.stream().mapToDouble(time -> time / 1e6).toArray();
        Arrays.sort(millis);
        return new Times(millis);
    }

    /** The median of several medians. */
    static double middle(Collection<Double> turns) {
        return turns.stream().sorted().toList().get(turns.size() / 2);
    }

    double median() {
        return at(0.5);
    }

    double percentile95() {
        return at(0.95);
    }

    private double at(double share) {
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
