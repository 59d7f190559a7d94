package org.gatescope.ui.grid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.gatescope.text.Numerals;

/** Numbers in the few characters of a cell. What is not zero never looks like zero. */
final class GridNumber {
    private static final int MOST_DIGITS = 5;

    private GridNumber() {}

    /**
     * Sign and fixed decimals, fewer of them from 100 on, powers of ten where these say nothing.
     *
     * @param decimals digits after the point; with none, positive numbers go without a sign
     */
    static String of(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        String sign = value < 0 ? String.valueOf(Numerals.MINUS) : value > 0 && decimals > 0 ? "+" : "";
        if (Double.isInfinite(value)) {
            return sign + "∞";
        }
        BigDecimal size = new BigDecimal(Math.abs(value));
        int whole = size.precision() - size.scale(); // digits before the point
        if (value != 0 && whole > MOST_DIGITS) {
            return sign + power(size);
        }
        BigDecimal rounded = rounded(size, decimals, whole);
        int roundedWhole = rounded.precision() - rounded.scale();
        if (roundedWhole > MOST_DIGITS && value != 0) {
            return sign + power(size);
        }
        rounded = roundedWhole > whole ? rounded(size, decimals, roundedWhole) : rounded;
        return sign + (rounded.signum() == 0 && value != 0 ? power(size) : rounded.toPlainString());
    }

    /** Two digits before the point leave room for all decimals. */
    private static BigDecimal rounded(BigDecimal size, int decimals, int whole) {
        return size.setScale(Math.clamp(decimals + 2L - whole, 0, decimals), RoundingMode.HALF_EVEN);
    }

    /** One digit after the point if the power of ten leaves room for it. */
    private static String power(BigDecimal size) {
        int exponent = size.precision() - size.scale() - 1;
        return Numerals.power(size, exponent > -10 && exponent < 10 ? 2 : 1);
    }
}
