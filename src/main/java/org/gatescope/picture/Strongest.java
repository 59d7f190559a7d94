package org.gatescope.picture;

import java.util.function.IntToDoubleFunction;

/** Which of several numbers shows where they share a pixel: so that a spike among many never vanishes. */
public final class Strongest {
    private Strongest() {}

    /** The number of larger magnitude, the first of equal ones; NaN is larger than all. */
    public static double of(double a, double b) {
        return isStronger(b, a) ? b : a;
    }

    private static boolean isStronger(double b, double a) {
        return !(Math.abs(b) <= Math.abs(a)) && !Double.isNaN(a);
    }

    /** @param from the first of the numbers, which is there */
    public static double of(int from, int to, IntToDoubleFunction numbers) {
        double strongest = numbers.applyAsDouble(from);
        for (int i = from + 1; i < to; i++) {
            strongest = of(strongest, numbers.applyAsDouble(i));
        }
        return strongest;
    }

    /**
     * Where the strongest number stands.
     *
     * @param from the place of the first of the numbers, which is there
     * @param to   the place after the last
     */
    public static int place(int from, int to, IntToDoubleFunction numbers) {
        int place = from;
        double strongest = numbers.applyAsDouble(from);
        for (int i = from + 1; i < to; i++) {
            double number = numbers.applyAsDouble(i);
            if (isStronger(number, strongest)) {
                place = i;
                strongest = number;
            }
        }
        return place;
    }

    /** Of numbers that are spread evenly over places: the strongest of those at one place. There are no more places than numbers. */
    public static double at(int place, int places, int numbers, IntToDoubleFunction number) {
        int from = (int) ((long) place * numbers / places);
        int to = (int) ((long) (place + 1) * numbers / places);
        return of(from, to, number);
    }
}
