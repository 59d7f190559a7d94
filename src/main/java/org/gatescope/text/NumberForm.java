package org.gatescope.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How all numbers of one table or lane are written, so that their points stand below each other: with the same decimals,
 * or with powers of ten where decimals would say nothing. Zero is {@code 0}; what is only as good as zero is {@code 0.00}.
 *
 * @param whole    digits before the point of the largest
 * @param decimals digits after the point; of the mantissa where there are powers of ten
 */
public record NumberForm(int whole, int decimals, boolean powers) {
    /** Two decimals, for numbers below ten. */
    public static final NumberForm USUAL = new NumberForm(1, 2, false);
    /** Smaller and larger ones take more characters than a power of ten. */
    private static final int SMALLEST = -3;

    private static final int LARGEST = 3;

    /**
     * The form for numbers up to a size.
     *
     * @param largest finite magnitude among them
     * @param digits  of the largest, at least 2: {@code 1.23}, {@code 0.12}, {@code 0.012}
     */
    public static NumberForm of(double largest, int digits) {
        if (largest == 0 || !Double.isFinite(largest)) {
            return new NumberForm(1, digits - 1, false);
        }
        BigDecimal rounded = new BigDecimal(largest).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < SMALLEST || exponent > LARGEST) {
            return ofPowers(digits - 1);
        }
        return exponent < 0
                ? new NumberForm(1, digits - 2 - exponent, false)
                : new NumberForm(exponent + 1, Math.max(1, digits - 1 - exponent), false);
    }

    /**
     * A power of ten for each, as a logarithmic scale asks for.
     *
     * @param digits of the mantissa, at least 1
     */
    public static NumberForm ofPowers(int digits) {
        return new NumberForm(1, digits - 1, true);
    }

    /** For whole numbers up to a size, and nothing else. */
    public static NumberForm ofWhole(double largest) {
        return largest < 1e4 ? new NumberForm(Long.toString((long) largest).length(), 0, false) : ofPowers(2);
    }

    /** {@code −0.13}, {@code 1.00}, {@code 0}. */
    public String of(double value) {
        if (!Double.isFinite(value)) {
            return Numerals.notFinite(value);
        }
        if (value == 0) {
            return "0";
        }
        return powers || isFarOff(value) ? Numerals.compact(value, decimals + 1) : Numerals.plain(value, decimals);
    }

    /** With a plus where it is positive: {@code +0.13}; whole numbers go without. */
    public String signed(double value) {
        String text = of(value);
        boolean isNothing = text.chars().allMatch(letter -> letter == '0' || letter == '.');
        return value > 0 && !isNothing && (decimals > 0 || powers) ? "+" + text : text;
    }

    /** A number that does not belong: it is larger than the form was made for. */
    private boolean isFarOff(double value) {
        return Math.abs(value) >= Math.pow(10, Math.max(whole, LARGEST + 1));
    }

    /** What takes the most room: {@code −00.0}, {@code −0.0e−00}. */
    public String widest() {
        String fraction = decimals > 0 ? "." + "0".repeat(decimals) : "";
        return Numerals.MINUS + (powers ? "0" + fraction + "e" + Numerals.MINUS + "0" : "0".repeat(whole) + fraction);
    }
}
