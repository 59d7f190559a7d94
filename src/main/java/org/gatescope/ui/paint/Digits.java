package org.gatescope.ui.paint;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as text, with the true minus sign. */
public final class Digits {
    private static final char MINUS = '\u2212';

    private Digits() {}

    /** At most five signs or so, for a small square: {@code 0.65}, {@code −0.13}, {@code 12.3}, {@code 1e−9}, {@code 0}. */
    public static String brief(double value) {
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
        return sign + digits(magnitude);
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

    private static String digits(double magnitude) {
        if (magnitude < 0.005 || magnitude >= 9999.5) {
            return power(magnitude);
        }
        if (magnitude < 9.995) {
            return decimals(Math.round(magnitude * 100), 2);
        }
        return magnitude < 99.95 ? decimals(Math.round(magnitude * 10), 1) : String.valueOf(Math.round(magnitude));
    }

    private static String decimals(long scaled, int places) {
        String text = String.valueOf(scaled);
        String padded = "0".repeat(Math.max(0, places + 1 - text.length())) + text;
        int point = padded.length() - places;
        return padded.substring(0, point) + "." + padded.substring(point);
    }

    private static String power(double magnitude) {
        BigDecimal digit = new BigDecimal(magnitude).round(new MathContext(1));
        int exponent = digit.precision() - digit.scale() - 1;
        String mantissa = digit.scaleByPowerOfTen(-exponent).toPlainString();
        return mantissa + "e" + (exponent < 0 ? MINUS + String.valueOf(-exponent) : String.valueOf(exponent));
    }
}
