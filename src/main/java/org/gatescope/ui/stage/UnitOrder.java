package org.gatescope.ui.stage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gatescope.engine.Series;
import org.gatescope.engine.diagnostics.Progress;

/** In which order the units of a part's lanes stand, judged by its output; the same for all of its lanes. */
public enum UnitOrder {
    INDEX,
    /** Each next to the one that moves most like it, from unit 0 on. */
    SIMILARITY,
    /** By the step at which the magnitude is largest, the earliest first. */
    PEAK;

    /** Steps that are compared, at most; of more, evenly spaced ones. */
    private static final int MOST_STEPS = 500;

    /** As texts have it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The units from above to below.
     *
     * @param output   of the part
     * @param length   steps of the sequence
     * @param progress told before each unit
     * @throws java.util.concurrent.CancellationException if stopped
     */
    int[] units(Series output, int sequence, int length, Progress progress) {
        int[] units = IntStream.range(0, output.width()).toArray();
        return switch (this) {
            case INDEX -> units;
            case SIMILARITY -> chain(courses(output, sequence, length), progress);
            case PEAK ->
                Arrays.stream(units)
                        .boxed()
                        .sorted(Comparator.comparingInt(unit -> peak(output, sequence, length, unit)))
                        .mapToInt(Integer::intValue)
                        .toArray();
        };
    }

    /** Multiplications, or comparisons, that it takes. */
    double work(int units, int length) {
        return switch (this) {
            case INDEX -> 0;
            case SIMILARITY -> (double) units * units * Math.min(length, MOST_STEPS);
            case PEAK -> (double) units * length;
        };
    }

    private static int peak(Series output, int sequence, int length, int unit) {
        int peak = 0;
        for (int t = 1; t < length; t++) {
            if (Math.abs(output.at(t, sequence, unit)) > Math.abs(output.at(peak, sequence, unit))) {
                peak = t;
            }
        }
        return peak;
    }

    /** Of each unit its course over time about its mean, of length 1; 0 where it does not move. */
    private static double[][] courses(Series output, int sequence, int length) {
        int stride = Math.max(1, Math.ceilDiv(length, MOST_STEPS));
        int count = Math.ceilDiv(length, stride);
        double[][] courses = new double[output.width()][count];
        for (int unit = 0; unit < courses.length; unit++) {
            double[] course = courses[unit];
            for (int i = 0; i < count; i++) {
                course[i] = output.at(i * stride, sequence, unit);
            }
            double mean = Arrays.stream(course).average().orElse(0);
            double norm = Math.sqrt(Arrays.stream(course)
                    .map(value -> (value - mean) * (value - mean))
                    .sum());
            for (int i = 0; i < count; i++) {
                course[i] = norm > 0 ? (course[i] - mean) / norm : 0;
            }
        }
        return courses;
    }

    /** Greedily: after each unit the one of largest correlation that is left, of equal ones the lowest. */
    private static int[] chain(double[][] courses, Progress progress) {
        int[] order = new int[courses.length];
        boolean[] used = new boolean[courses.length];
        for (int place = 0; place < order.length; place++) {
            progress.report(place, order.length);
            int next = -1;
            double closest = Double.NEGATIVE_INFINITY;
            for (int unit = 0; unit < order.length; unit++) {
                double likeness = used[unit] || place == 0 ? 0 : product(courses[order[place - 1]], courses[unit]);
                if (!used[unit] && (next < 0 || likeness > closest)) {
                    next = unit;
                    closest = likeness;
                }
            }
            order[place] = next;
            used[next] = true;
        }
        return order;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
