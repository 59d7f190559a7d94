package org.gatescope.picture;

import java.util.function.IntToDoubleFunction;

/** Which of several numbers shows where they share a pixel: so that a spike among many never vanishes. */
public final class Strongest {
    private Strongest() {}

    /** The number of larger magnitude, the first of equal ones; NaN is larger than all. */
    public static double of(double a, double b) {
        return !(Math.abs(b) <= Math.abs(a)) && !Double.isNaN(a) ? b : a;
    }

    /** @param from the first of the numbers, which is there */
    public static double of(int from, int to, IntToDoubleFunction numbers) {
        double strongest = numbers.applyAsDouble(from);
        for (int i = from + 1; i < to; i++) {
            strongest = of(strongest, numbers.applyAsDouble(i));
        }
        return strongest;
    }

    /** Of numbers that are spread evenly over places: the strongest of those at one place. There are no more places than numbers. */
    public static double at(int place, int places, int numbers, IntToDoubleFunction number) {
        int from = (int) ((long) place * numbers / places);
        int to = (int) ((long) (place + 1) * numbers / places);
        return of(from, to, number);
    }
}
