package org.gatescope.picture.sheet;

/** What sheets are printed on; lengths in points. */
public enum Paper {
    A4(595.276, 841.89),
    LETTER(612, 792);

    /** On each side of what is printed. */
    static final double MARGIN = 42;

    /** Between the lower edge of what is printed and the margin, for the line at the foot. */
    static final double FOOT = 18;

    private final double width;
    private final double height;

    Paper(double width, double height) {
        this.width = width;
        this.height = height;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /** How wide the pieces of a sheet may be. */
    public double room() {
        return width - 2 * MARGIN;
    }

    /** How high all pieces of a page may be together. */
    double depth() {
        return height - 2 * MARGIN - FOOT;
    }
}
