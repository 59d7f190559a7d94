package org.gatescope.picture;

/** A rectangle, in pixels. */
public record Box(double x, double y, double width, double height) {
    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centreX() {
        return x + width / 2;
    }

    public double centreY() {
        return y + height / 2;
    }

    public Box moved(double byX, double byY) {
        return new Box(x + byX, y + byY, width, height);
    }

    /** Smaller by as much on every side. */
    public Box inset(double by) {
        return new Box(x + by, y + by, width - 2 * by, height - 2 * by);
    }
}
