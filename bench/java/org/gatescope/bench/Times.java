package org.gatescope.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

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

    /** The median of the ratios of measurements made in turns. */
    static double middleRatio(List<Double> ours, List<Double> theirs) {
        return middle(IntStream.range(0, ours.size())
                .mapToObj(turn -> ours.get(turn) / theirs.get(turn))
                .toList());
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
