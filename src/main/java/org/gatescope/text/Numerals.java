package org.gatescope.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as text, so that one number looks the same wherever it stands: true minus sign, {@code 1} for one, {@code e}
 * before a power of ten, {@code NaN} and {@code ∞}. Whatever is written here can be typed or pasted back.
 */
public final class Numerals {
    /** The true minus sign. */
    public static final char MINUS = '\u2212';

    private Numerals() {}

    /** All digits that it takes to read the same number again: {@code 0.7310585786300049}, {@code −2.5e−300}. */
    public static String exact(double value) {
        return Double.isFinite(value) ? typed(value).replace('-', MINUS) : notFinite(value);
    }

    /** The same as a keyboard types it, with a hyphen for the minus: {@code 1}, {@code -2.5e-300}, {@code -inf}. */
    public static String typed(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "nan" : value < 0 ? "-inf" : "inf";
        }
        String text = Double.toString(value);
        int exponent = text.indexOf('E');
        String mantissa = exponent < 0 ? text : text.substring(0, exponent);
        String whole = mantissa.endsWith(".0") ? mantissa.substring(0, mantissa.length() - 2) : mantissa;
        return exponent < 0 ? whole : whole + "e" + text.substring(exponent + 1);
    }

    /**
     * With a power of ten, for output that programs read: {@code -2.2e-3}. @param digits of the mantissa, at least 1
     */
    public static String typed(double value, int digits) {
        return Double.isFinite(value) ? power(value, digits).replace(MINUS, '-') : typed(value);
    }

    /** {@code NaN}, {@code ∞} or {@code −∞}. */
    public static String notFinite(double value) {
        return Double.isNaN(value) ? "NaN" : signed(value < 0, "∞");
    }

    /**
     * With a power of ten: {@code −2.2e−3}; zero is {@code 0}.
     *
     * @param digits of the mantissa, at least 1
     */
    public static String power(double value, int digits) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        return value == 0 ? "0" : signed(value < 0, power(new BigDecimal(Math.abs(value)), digits));
    }

    /**
     * The same of a size, which has no sign.
     *
     * @param size above zero
     * @throws IllegalArgumentException if it is not
     */
    public static String power(BigDecimal size, int digits) {
        if (size.signum() <= 0) {
            throw new IllegalArgumentException("no size: " + size);
        }
        BigDecimal rounded = size.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        String mantissa = rounded.scaleByPowerOfTen(-exponent)
                .setScale(digits - 1, RoundingMode.UNNECESSARY)
                .toPlainString();
        return mantissa + "e" + signed(exponent < 0, String.valueOf(Math.abs(exponent)));
    }

    /** A count with its thousands apart: {@code 11,000,000}. */
    public static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** With the minus sign before it, or without. */
    public static String signed(boolean isNegative, String magnitude) {
        return isNegative ? MINUS + magnitude : magnitude;
    }
}
