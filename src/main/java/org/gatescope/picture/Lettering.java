package org.gatescope.picture;

/**
 * How a text is set.
 *
 * @param size in pixels
 */
public record Lettering(Typeface face, double size, Rgb colour, Anchor anchor) {
    /** Where a text begins that is anchored at x. */
    public double left(double x, String text, Measure measure) {
        return switch (anchor) {
            case LEFT -> x;
            case CENTRE -> x - measure.width(text, this) / 2;
            case RIGHT -> x - measure.width(text, this);
        };
    }
}
