package org.gatescope.picture;

import java.util.Locale;

/** A colour in sRGB, eight bits a channel: alpha, red, green and blue from the highest, alpha not multiplied in. */
public record Rgb(int argb) {
    public static final Rgb BLACK = of(0x000000);
    public static final Rgb WHITE = of(0xffffff);
    /** Nothing is seen of it. */
    public static final Rgb CLEAR = new Rgb(0);

    private static final int ALPHA = 24;
    private static final int CHANNEL = 0xff;

    /** @param rgb opaque, as {@code 0xRRGGBB} */
    public static Rgb of(int rgb) {
        return new Rgb(CHANNEL << ALPHA | rgb);
    }

    /** From 0 to 255. */
    public int red() {
        return argb >> 16 & CHANNEL;
    }

    /** From 0 to 255. */
    public int green() {
        return argb >> 8 & CHANNEL;
    }

    /** From 0 to 255. */
    public int blue() {
        return argb & CHANNEL;
    }

    /** From 0, transparent, to 1. */
    public double opacity() {
        return (argb >>> ALPHA) / (double) CHANNEL;
    }

    /**
     * The same colour, as opaque as said.
     *
     * @param opacity from 0, not to be seen, to 1
     */
    public Rgb withOpacity(double opacity) {
        return new Rgb((int) Math.rint(opacity * CHANNEL) << ALPHA | argb & 0xffffff);
    }

    /** On the way to another colour, channel by channel: this one at 0, the other at 1. */
    public Rgb mixed(Rgb other, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= ALPHA; shift += 8) {
            mixed |= mixed(argb >>> shift & CHANNEL, other.argb >>> shift & CHANNEL, share) << shift;
        }
        return new Rgb(mixed);
    }

    /** In single precision and cut off, as JavaFX mixes colours. */
    private static int mixed(int from, int to, double share) {
        float low = from / (float) CHANNEL;
        float high = to / (float) CHANNEL;
        return from == to ? from : (int) ((low + (high - low) * (float) share) * CHANNEL);
    }

    /** Black or white, whichever stands out more where this colour lies over an opaque one. */
    public Rgb readable(Rgb below) {
        double luminance = 0.2126 * light(red(), below.red())
                + 0.7152 * light(green(), below.green())
                + 0.0722 * light(blue(), below.blue());
        return luminance > Contrast.EVEN ? BLACK : WHITE;
    }

    /** One channel over another, as linear light. */
    private double light(int channel, int below) {
        return Contrast.linear((opacity() * channel + (1 - opacity()) * below) / CHANNEL);
    }

    /** {@code #rrggbb}, followed by alpha where it is not opaque. */
    @Override
    public String toString() {
        String rgb = String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
        int alpha = argb >>> ALPHA;
        return alpha == CHANNEL ? rgb : rgb + String.format(Locale.ROOT, "%02x", alpha);
    }
}
