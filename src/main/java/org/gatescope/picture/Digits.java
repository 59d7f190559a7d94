package org.gatescope.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.gatescope.text.Numerals;

/** Numbers in the few digits that a picture or a sentence has room for. */
public final class Digits {
    private Digits() {}

    /** Two decimals, or a power of ten where they would say nothing: for a number that stands alone. */
    public static String brief(double value) {
        double magnitude = Math.abs(value);
        boolean isTiny = magnitude < 0.005 && magnitude > 0;
        return isTiny || magnitude >= 9999.5 ? Numerals.power(value, 1) : fixed(value, 2);
    }

    /** So many decimals, fewer of them from 10 on: {@code 0.65}, {@code −0.13}, {@code 12.3}. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return Numerals.notFinite(value);
        }
        double magnitude = Math.abs(value);
        if (magnitude >= 9999.5) {
            return Numerals.power(value, 2);
        }
        int whole = magnitude < 9.995 ? 0 : magnitude < 99.95 ? 1 : magnitude < 999.5 ? 2 : 3;
        String digits = new BigDecimal(magnitude)
                .setScale(Math.max(0, decimals - whole), RoundingMode.HALF_EVEN)
                .toPlainString();
        return Numerals.signed(value < 0, digits);
    }
}
