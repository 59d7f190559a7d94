package org.gatescope.picture;

import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis. */
public final class Ticks {
    private static final double[] STEPS = {1, 2, 5, 10};

    private Ticks() {}

    /** Multiples of 1, 2 or 5 times a power of ten within a range, at most so many. */
    public static List<Double> linear(double low, double high, int most) {
        List<Double> ticks = new ArrayList<>();
        double span = high - low;
        if (!(span > 0) || !Double.isFinite(span) || most < 1) {
            return ticks;
        }
        double step = step(span, most);
        for (double k = Math.ceil(low / step); k * step <= high && ticks.size() <= most; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    private static double step(double span, int most) {
        double power = Math.pow(10, Math.floor(Math.log10(span / most)));
        for (double step : STEPS) {
            if (span / (step * power) <= most) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** Powers of ten within a range of positive numbers, at most so many, evenly spaced. */
    public static List<Double> decades(double low, double high, int most) {
        List<Double> ticks = new ArrayList<>();
        if (!(low > 0) || !(high >= low) || !Double.isFinite(high) || most < 1) {
            return ticks;
        }
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        int stride = Math.max(1, Math.ceilDiv(last - first + 1, most));
        for (int exponent = first; exponent <= last; exponent += stride) {
            ticks.add(Math.pow(10, exponent));
        }
        return ticks;
    }
}
