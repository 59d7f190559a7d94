package org.gatescope.picture;

import java.util.List;

/** Closed lines that are filled by the non-zero rule; lengths in pixels, y downwards. */
public record Contour(List<Segment> segments) {
    public Contour {
        segments = List.copyOf(segments);
    }

    /** A piece of a line, from where the one before ended. */
    public sealed interface Segment {
        /** Another line begins here. */
        record Move(double x, double y) implements Segment {}

        record Line(double x, double y) implements Segment {}

        /** A quadratic Bézier curve. */
        record Quadratic(double controlX, double controlY, double x, double y) implements Segment {}

        /** A cubic Bézier curve. */
        record Cubic(
                double firstControlX,
                double firstControlY,
                double secondControlX,
                double secondControlY,
                double x,
                double y)
                implements Segment {}

        /** Back to where the line began. */
        record Close() implements Segment {}
    }

    /** What any text looks like. */
    @FunctionalInterface
    public interface OfText {
        /**
         * About the beginning of its baseline.
         *
         * @param size of the letters, in pixels
         */
        Contour text(String text, Typeface face, double size);
    }
}
