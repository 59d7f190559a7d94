package org.gatescope.picture;

import org.gatescope.text.NumberForm;
import org.gatescope.text.Numerals;

/** Numbers in the few characters that a picture has room for. */
public final class Digits {
    private static final int FEW = 3;

    private Digits() {}

    /** Two decimals, fewer from 10 on, or a power of ten where they would say nothing: for a number that stands alone. */
    public static String brief(double value) {
        double magnitude = Math.abs(value);
        if (magnitude < 0.005 && magnitude > 0 || magnitude >= 9999.5) {
            return Numerals.compact(value, 1);
        }
        boolean isLarge = magnitude >= 99.95;
        return isLarge
                ? Numerals.fixed(value, 0)
                : NumberForm.of(Math.max(1, magnitude), FEW).of(value);
    }
}
