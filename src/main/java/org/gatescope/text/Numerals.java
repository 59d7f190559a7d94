package org.gatescope.text;

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

    /** {@code NaN}, {@code ∞} or {@code −∞}. */
    public static String notFinite(double value) {
        return Double.isNaN(value) ? "NaN" : signed(value < 0, "∞");
    }

    /** {@code 2.2e−3} of a mantissa that is not negative and a power of ten. */
    public static String scientific(String mantissa, int exponent) {
        return mantissa + "e" + signed(exponent < 0, String.valueOf(Math.abs(exponent)));
    }

    /** With the minus sign before it, or without. */
    public static String signed(boolean isNegative, String magnitude) {
        return isNegative ? MINUS + magnitude : magnitude;
    }
}
