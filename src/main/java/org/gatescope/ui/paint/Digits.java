package org.gatescope.ui.paint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, with the true minus sign. */
public final class Digits {
    private static final char MINUS = '\u2212';

    private Digits() {}

    /** At most five signs or so, for a small square: {@code 0.65}, {@code −0.13}, {@code 12.3}, {@code 1e−9}, {@code 0}. */
    public static String brief(double value) {
        return brief(value, 2);
    }

    /**
     * A number for a square: with so many decimals, fewer of them from 10 on, and a power of ten where they would all be
     * zero. Whole numbers go without.
     *
     * @param decimals from 2 on
     */
    public static String brief(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        double magnitude = Math.abs(value);
        String sign = value < 0 ? String.valueOf(MINUS) : "";
        if (Double.isInfinite(value)) {
            return sign + "∞";
        }
        if (magnitude == 0) {
            return "0";
        }
        return sign + digits(magnitude, decimals);
    }

    /** All digits that it takes to read the same number again: {@code 0.7310585786300049}, {@code −2.5e−300}. */
    public static String exact(double value) {
        if (!Double.isFinite(value)) {
            return brief(value);
        }
        String text = Double.toString(value);
        int exponent = text.indexOf('E');
        String mantissa = exponent < 0 ? text : text.substring(0, exponent);
        String power = exponent < 0 ? "" : "e" + text.substring(exponent + 1);
        String plain = mantissa.endsWith(".0") ? mantissa.substring(0, mantissa.length() - 2) : mantissa;
        return (plain + power).replace('-', MINUS);
    }

    private static String digits(double magnitude, int decimals) {
        if (magnitude < 0.5 * Math.pow(10, -decimals) || magnitude >= 9999.5) {
            return power(magnitude, decimals > 2 ? 2 : 1);
        }
        if (magnitude == Math.rint(magnitude)) {
            return String.valueOf((long) magnitude);
        }
        int whole = magnitude < 9.995 ? 0 : magnitude < 99.95 ? 1 : magnitude < 999.5 ? 2 : 3;
        int places = Math.max(0, decimals - whole);
        return decimals(Math.round(magnitude * Math.pow(10, places)), places);
    }

    private static String decimals(long scaled, int places) {
        String text = String.valueOf(scaled);
        if (places == 0) {
            return text;
        }
        String padded = "0".repeat(Math.max(0, places + 1 - text.length())) + text;
        int point = padded.length() - places;
        return padded.substring(0, point) + "." + padded.substring(point);
    }

    /** @param digits of the mantissa */
    private static String power(double magnitude, int digits) {
        BigDecimal rounded = new BigDecimal(magnitude).round(new MathContext(digits));
        int exponent = rounded.precision() - rounded.scale() - 1;
        String mantissa = rounded.scaleByPowerOfTen(-exponent)
                .setScale(digits - 1, RoundingMode.HALF_EVEN)
                .toPlainString();
        return mantissa + "e" + (exponent < 0 ? MINUS + String.valueOf(-exponent) : String.valueOf(exponent));
    }
}
