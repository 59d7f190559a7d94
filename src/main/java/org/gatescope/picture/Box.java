package org.gatescope.picture;

/** A rectangle, in pixels. */
public record Box(double x, double y, double width, double height) {
    /** The right edge, in pixels. */
    public double right() {
        return x + width;
    }

    /** The lower edge, in pixels. */
    public double bottom() {
        return y + height;
    }

    /** Half-way between the left and the right edge. */
    public double centreX() {
        return x + width / 2;
    }

    /** Half-way between the upper and the lower edge. */
    public double centreY() {
        return y + height / 2;
    }

    /** The same size elsewhere. */
    public Box moved(double byX, double byY) {
        return new Box(x + byX, y + byY, width, height);
    }

    /** Smaller by as much on every side. */
    public Box inset(double by) {
        return new Box(x + by, y + by, width - 2 * by, height - 2 * by);
    }
}
