package org.gatescope.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Maps numbers to palette indices. Signed: from −limit to limit with zero exactly at {@link Palette#ZERO}; otherwise from
 * 0 to limit. Logarithmic scales are symmetric about zero and show six powers of ten below the limit.
 *
 * <p>Where all numbers have one sign, a scale may begin at the smallest of them instead of at zero: then that one has the
 * neutral colour.
 *
 * @param limit largest magnitude that has a colour of its own; not negative, finite
 * @param least the number nearest to zero, with its sign, if the scale begins there; 0 if it begins at zero
 */
public record Scale(double limit, boolean signed, boolean logarithmic, double least) {
    /** The limit over the magnitude at which logarithmic begins. */
    private static final double STEEPNESS = 1e6;

    private static final double LOG_OF_STEEPNESS = Math.log(1 + STEEPNESS);
    private static final MathContext TWO_DIGITS_UP = new MathContext(2, RoundingMode.UP);
    private static final MathContext TWO_DIGITS_DOWN = new MathContext(2, RoundingMode.DOWN);

    public Scale {
        if (!(limit >= 0 && limit <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("limit of a scale: " + limit);
        }
        if (!(Math.abs(least) <= limit)) {
            throw new IllegalArgumentException("least of a scale up to " + limit + ": " + least);
        }
    }

    /**
     * One that begins at zero.
     *
     * @param limit largest magnitude that has a colour of its own; not negative, finite
     */
    public Scale(double limit, boolean signed, boolean logarithmic) {
        this(limit, signed, logarithmic, 0);
    }

    /**
     * Linear and symmetric about zero.
     *
     * @param limit the magnitude of full colour
     */
    public static Scale diverging(double limit) {
        return new Scale(limit, true, false);
    }

    /** From 0 to 1, as gates have it. */
    public static Scale unit() {
        return new Scale(1, false, false);
    }

    /** A signed linear scale that holds all of the finite values. */
    public static Scale of(double... values) {
        return diverging(roundedUp(largest(values)));
    }

    /** The largest magnitude among the finite values, 0 if there are none. */
    public static double largest(double... values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, finiteMagnitude(value));
        }
        return largest;
    }

    /** |value|, or 0 where it is not a finite number. */
    public static double finiteMagnitude(double value) {
        double magnitude = Math.abs(value);
        return magnitude <= Double.MAX_VALUE ? magnitude : 0;
    }

    /** The next number of at most two digits, so that the limit can be printed as it is. */
    public static double roundedUp(double limit) {
        if (limit == 0) {
            return 0;
        }
        double round =
                new BigDecimal(Double.toString(limit)).round(TWO_DIGITS_UP).doubleValue();
        return Math.min(Double.MAX_VALUE, round);
    }

    /** The next number of at most two digits that is nearer to zero. */
    public static double roundedDown(double least) {
        return least == 0
                ? 0
                : new BigDecimal(Double.toString(least)).round(TWO_DIGITS_DOWN).doubleValue();
    }

    /** The same with another magnitude of full colour. */
    public Scale withLimit(double newLimit) {
        return new Scale(newLimit, signed, logarithmic, least);
    }

    /** The palette index of a value; beyond the limits that of the limit. */
    public int index(double value) {
        if (Double.isNaN(value)) {
            return Palette.NAN;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? Palette.POSITIVE_INFINITY : Palette.NEGATIVE_INFINITY;
        }
        double position = position(value);
        return signed
                ? Palette.ZERO + (int) Math.rint(position * Palette.ZERO)
                : (int) Math.rint(Math.max(0, position) * (Palette.SIZE - 1));
    }

    /** Where a finite value lies, from −1 to 1. */
    private double position(double value) {
        if (value == 0) {
            return 0;
        }
        if (least != 0) {
            return Math.signum(value) == Math.signum(least) ? Math.copySign(withinRange(Math.abs(value)), value) : 0;
        }
        double share = Math.min(1, Math.abs(value) / limit); // the quotient may overflow: then it is 1
        double way = logarithmic ? Math.log(1 + STEEPNESS * share) / LOG_OF_STEEPNESS : share;
        return Math.copySign(way, value);
    }

    /** From 0 for the least magnitude to 1 for the limit. */
    private double withinRange(double magnitude) {
        double from = Math.abs(least);
        double way =
                logarithmic ? Math.log(magnitude / from) / Math.log(limit / from) : (magnitude - from) / (limit - from);
        return limit == from ? 1 : Math.clamp(way, 0, 1);
    }
}
