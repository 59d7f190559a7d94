package org.gatescope.session;

/**
 * What an input or an output is called where it comes from, and how it was brought to the size that it has here: what was
 * x there is (x − shift) / scale here.
 *
 * @param scale above 0
 */
public record Feature(String name, double shift, double scale) {
    public Feature {
        if (!Double.isFinite(shift) || !(scale > 0) || !Double.isFinite(scale)) {
            throw new IllegalArgumentException("shift " + shift + ", scale " + scale);
        }
    }

    /** From where it comes from to here. */
    public double scaled(double value) {
        return (value - shift) / scale;
    }

    /** From here to where it comes from. */
    public double original(double value) {
        return value * scale + shift;
    }

    /** True if numbers are the same here and there. */
    public boolean isPlain() {
        return shift == 0 && scale == 1;
    }
}
