package org.gatescope.picture;

import org.gatescope.text.NumberForm;
import org.gatescope.text.Numerals;

/** Numbers in the few characters that a picture has room for. */
public final class Digits {
    private static final int FEW = 3;
    /** What two decimals would round to nothing, or nearly so. */
    private static final double LEAST = 0.005;

    private static final double LARGE = 99.95;

    private Digits() {}

    /**
     * Two decimals, fewer from 10 on; one digit where they would say nothing, of what is smaller or larger yet with a power
     * of ten: for a number that stands alone.
     */
    public static String brief(double value) {
        double magnitude = Math.abs(value);
        if (magnitude < LEAST) {
            return Numerals.rounded(value, 1);
        }
        return magnitude >= LARGE
                ? Numerals.fixed(value, 0)
                : NumberForm.of(Math.max(1, magnitude), FEW).of(value);
    }

    /** The same where there is less room: of what has a power of ten the nearest alone, {@code 10⁻³} for 6×10⁻⁴. */
    public static String briefer(double value) {
        String brief = brief(value);
        return brief.contains("×")
                ? Numerals.signed(
                        value < 0,
                        Numerals.timesTenTo((int) Math.rint(Math.log10(Math.abs(value))))
                                .substring(1))
                : brief;
    }
}
