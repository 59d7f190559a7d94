package org.gatescope.engine.diagnostics;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.gatescope.engine.Series;
import org.gatescope.engine.StepMask;

/**
 * How the numbers of a quantity are spread over all sequences, the steps that are computed, and units.
 *
 * @param count     numbers that are finite
 * @param nonFinite numbers that are not
 * @param least     of the finite ones; NaN without any, as the following two
 * @param deviation standard deviation, of the numbers themselves and not of a sample: divided by the count
 * @param histogram how many lie in each of as many equal parts of [least, largest], the largest in the last
 */
public record Statistics(
        long count, long nonFinite, double least, double largest, double mean, double deviation, List<Long> histogram) {
    public Statistics {
        histogram = List.copyOf(histogram);
    }

    /**
     * @param mask which steps count
     * @param parts of the histogram, from 1
     */
    public static Statistics of(Series series, StepMask mask, int parts) {
        Spread spread = new Spread();
        each(series, mask, spread::add);
        double mean = spread.count == 0 ? Double.NaN : spread.sum / spread.count;
        double[] squares = new double[1];
        long[] bins = new long[parts];
        double width = (spread.largest - spread.least) / parts;
        each(series, mask, value -> {
            if (Double.isFinite(value)) {
                squares[0] += (value - mean) * (value - mean);
                int bin = width > 0 ? (int) ((value - spread.least) / width) : 0;
                bins[Math.min(bin, parts - 1)]++;
            }
        });
        return new Statistics(
                spread.count,
                spread.nonFinite,
                spread.count == 0 ? Double.NaN : spread.least,
                spread.count == 0 ? Double.NaN : spread.largest,
                mean,
                spread.count == 0 ? Double.NaN : Math.sqrt(squares[0] / spread.count),
                Arrays.stream(bins).boxed().toList());
    }

    private static void each(Series series, StepMask mask, DoubleConsumer number) {
        for (int n = 0; n < series.batch(); n++) {
            for (int t : mask.computed(n).toArray()) {
                for (int unit = 0; unit < series.width(); unit++) {
                    number.accept(series.at(t, n, unit));
                }
            }
        }
    }

    private static final class Spread {
        private long count;
        private long nonFinite;
        private double least = Double.POSITIVE_INFINITY;
        private double largest = Double.NEGATIVE_INFINITY;
        private double sum;

        void add(double value) {
            if (Double.isFinite(value)) {
                count++;
                sum += value;
                least = Math.min(least, value);
                largest = Math.max(largest, value);
            } else {
                nonFinite++;
            }
        }
    }
}
