package org.gatescope.picture;

/** Text that can be read on a colour. */
public final class Contrast {
    /** Above this luminance black has the higher contrast ratio (WCAG 2.1). */
    static final double EVEN = 0.179;

    private Contrast() {}

    /** Black or white, whichever stands out more. */
    public static Rgb on(int argb) {
        return luminance(argb) > EVEN ? Rgb.BLACK : Rgb.WHITE;
    }

    /** Relative luminance of an sRGB colour, from 0 to 1 (WCAG 2.1). */
    public static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16) + 0.7152 * linear(argb >> 8) + 0.0722 * linear(argb);
    }

    private static double linear(int channel) {
        return linear((channel & 0xff) / 255.0);
    }

    /** @param share of the channel's largest value, from 0 to 1 */
    static double linear(double share) {
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
