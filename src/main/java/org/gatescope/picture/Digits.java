package org.gatescope.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, with the true minus sign. */
public final class Digits {
    private static final char MINUS = '\u2212';

    private Digits() {}

    /** Two decimals, or a power of ten where they would say nothing: for a number that stands alone. */
    public static String brief(double value) {
        double magnitude = Math.abs(value);
        boolean isTiny = magnitude < 0.005 && magnitude > 0;
        return isTiny || magnitude >= 9999.5 ? power(value, 1) : fixed(value, 2);
    }

    /** So many decimals, fewer of them from 10 on: {@code 0.65}, {@code −0.13}, {@code 12.3}. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        double magnitude = Math.abs(value);
        if (magnitude >= 9999.5) {
            return power(value, 2);
        }
        int whole = magnitude < 9.995 ? 0 : magnitude < 99.95 ? 1 : magnitude < 999.5 ? 2 : 3;
        String digits = new BigDecimal(magnitude)
                .setScale(Math.max(0, decimals - whole), RoundingMode.HALF_EVEN)
                .toPlainString();
        return value < 0 ? MINUS + digits : digits;
    }

    /**
     * A power of ten: {@code 2.2e−3}; zero is {@code 0}.
     *
     * @param digits of the mantissa
     */
    public static String power(double value, int digits) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(Math.abs(value)).round(new MathContext(digits));
        int exponent = rounded.precision() - rounded.scale() - 1;
        String mantissa = rounded.scaleByPowerOfTen(-exponent)
                .setScale(digits - 1, RoundingMode.HALF_EVEN)
                .toPlainString();
        String sign = value < 0 ? String.valueOf(MINUS) : "";
        return sign + mantissa + "e" + (exponent < 0 ? MINUS + String.valueOf(-exponent) : String.valueOf(exponent));
    }

    private static String notFinite(double value) {
        return Double.isNaN(value) ? "NaN" : value < 0 ? MINUS + "∞" : "∞";
    }

    /** All digits that it takes to read the same number again: {@code 0.7310585786300049}, {@code −2.5e−300}. */
    public static String exact(double value) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        String text = Double.toString(value);
        int exponent = text.indexOf('E');
        String mantissa = exponent < 0 ? text : text.substring(0, exponent);
        String power = exponent < 0 ? "" : "e" + text.substring(exponent + 1);
        String plain = mantissa.endsWith(".0") ? mantissa.substring(0, mantissa.length() - 2) : mantissa;
        return (plain + power).replace('-', MINUS);
    }
}
