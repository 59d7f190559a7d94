package org.gatescope.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as text, so that one number looks the same wherever it stands: true minus sign, {@code 1} for one, {@code 0} for
 * zero, powers of ten as {@code ×10⁻⁶}, {@code NaN} and {@code ∞}. Whatever is written here can be typed or pasted back.
 * Those of a table or a lane, which stand below each other, are written by a {@link NumberForm}.
 */
public final class Numerals {
    /** The true minus sign. */
    public static final char MINUS = '\u2212';

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    /** Powers of ten between which a number is plainer without one. */
    private static final int LEAST_PLAIN = -3;

    private static final int MOST_PLAIN = 5;

    private Numerals() {}

    /** All digits that it takes to read the same number again: {@code 0.7310585786300049}, {@code −2.5×10⁻³⁰⁰}. */
    public static String exact(double value) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        String typed = typed(value);
        int exponent = typed.indexOf('e');
        String text = exponent < 0
                ? typed
                : typed.substring(0, exponent) + timesTenTo(Integer.parseInt(typed.substring(exponent + 1)));
        return text.replace('-', MINUS);
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
        return Double.isFinite(value) ? compact(value, digits).replace(MINUS, '-') : typed(value);
    }

    /**
     * Rounded and as a keyboard types it, without zeros at the end: {@code -0.0123}, {@code 2.2e-6}.
     *
     * @param digits at least 1
     */
    public static String brief(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return typed(value);
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return LEAST_PLAIN <= exponent && exponent <= MOST_PLAIN
                ? rounded.toPlainString()
                : rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    /** {@code NaN}, {@code ∞} or {@code −∞}. */
    public static String notFinite(double value) {
        return Double.isNaN(value) ? "NaN" : signed(value < 0, "∞");
    }

    /**
     * In a sentence, rounded: {@code −0.0123}, {@code 2.00}, {@code 4.9×10⁻⁶}; zero is {@code 0}.
     *
     * @param digits from the first that is not zero on, at least 1
     */
    public static String rounded(double value, int digits) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(Math.abs(value)).round(to(digits));
        int exponent = exponent(rounded);
        boolean isPlain = exponent >= LEAST_PLAIN && exponent <= MOST_PLAIN;
        return signed(
                value < 0,
                isPlain
                        ? rounded.setScale(Math.max(0, digits - 1 - exponent), RoundingMode.UNNECESSARY)
                                .toPlainString()
                        : power(rounded, digits));
    }

    /** In a sentence, with so many decimals: {@code −0.13}, {@code 12.30}; zero is {@code 0}, what is as good as zero {@code 0.00}. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        if (Math.abs(value) >= 1e6) {
            return rounded(value, 3);
        }
        return value == 0 ? "0" : plain(value, decimals);
    }

    /** Fixed decimals; what rounds to zero has no sign. */
    static String plain(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return signed(rounded.signum() < 0, rounded.abs().toPlainString());
    }

    /**
     * With a power of ten in few characters, for pictures: {@code −2.2e−3}; zero is {@code 0}.
     *
     * @param digits of the mantissa, at least 1
     */
    public static String compact(double value, int digits) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(Math.abs(value)).round(to(digits));
        int exponent = exponent(rounded);
        return signed(value < 0, mantissa(rounded, digits) + "e" + signed(exponent < 0, "" + Math.abs(exponent)));
    }

    /**
     * A size with a power of ten: {@code 2.2×10⁻³}.
     *
     * @param size   above zero
     * @param digits of the mantissa, at least 1
     * @throws IllegalArgumentException if it is not
     */
    public static String power(BigDecimal size, int digits) {
        if (size.signum() <= 0) {
            throw new IllegalArgumentException("no size: " + size);
        }
        BigDecimal rounded = size.round(to(digits));
        return mantissa(rounded, digits) + timesTenTo(exponent(rounded));
    }

    private static MathContext to(int digits) {
        return new MathContext(digits, RoundingMode.HALF_EVEN);
    }

    private static int exponent(BigDecimal size) {
        return size.precision() - size.scale() - 1;
    }

    private static String mantissa(BigDecimal rounded, int digits) {
        return rounded.scaleByPowerOfTen(-exponent(rounded))
                .setScale(digits - 1, RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    public static String timesTenTo(int exponent) {
        StringBuilder text = new StringBuilder("×10").append(exponent < 0 ? "⁻" : "");
        String.valueOf(Math.abs(exponent)).chars().forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
        return text.toString();
    }

    /** A text with its raised digits and minus on the line: {@code ×10−6}. */
    public static String lowered(String text) {
        String lowered = text.replace('⁻', MINUS);
        for (int digit = 0; digit < 10; digit++) {
            lowered = lowered.replace(SUPERSCRIPTS.charAt(digit), (char) ('0' + digit));
        }
        return lowered;
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
