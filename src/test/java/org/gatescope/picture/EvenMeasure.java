package org.gatescope.picture;

/** Every character is 0.6 of the letters' size wide: texts come out alike on every machine. */
public final class EvenMeasure implements Measure {
    @Override
    public double width(String text, Typeface face, double size) {
        return 0.6 * size * text.codePointCount(0, text.length());
    }

    @Override
    public double digitHeight(Typeface face, double size) {
        return 0.7 * size;
    }
}
