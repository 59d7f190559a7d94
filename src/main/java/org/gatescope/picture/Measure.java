package org.gatescope.picture;

/** How much room texts take. */
public interface Measure {
    /**
     * In pixels.
     *
     * @param size of the letters, in pixels
     */
    double width(String text, Typeface face, double size);

    /**
     * How high digits stand above their baseline, in pixels.
     *
     * @param size of the letters, in pixels
     */
    double digitHeight(Typeface face, double size);

    /** In pixels. */
    default double width(String text, Lettering lettering) {
        return width(text, lettering.face(), lettering.size());
    }

    /** The text, or as much of its beginning as fits, with an ellipsis; empty where not even one letter would. */
    default String shortened(String text, Lettering lettering, double room) {
        if (width(text, lettering) <= room) {
            return text;
        }
        for (int end = text.offsetByCodePoints(text.length(), -1); end > 0; end = text.offsetByCodePoints(end, -1)) {
            String part = text.substring(0, end) + "…";
            if (width(part, lettering) <= room) {
                return part;
            }
        }
        return "";
    }
}
