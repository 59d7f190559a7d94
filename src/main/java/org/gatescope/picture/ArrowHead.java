package org.gatescope.picture;

/** A line with a head at its end, or at its beginning for what runs against it. */
public final class ArrowHead {
    private static final double HEAD = 6;

    private ArrowHead() {}

    /** @param back true for a head at the first point */
    public static void draw(Pen pen, double[] points, Rgb colour, double width, boolean back) {
        draw(pen, points, colour, width, back, HEAD);
    }

    /**
     * With a head of another length.
     *
     * @param back true for a head at the first point
     * @param size in pixels, for a line of no width
     */
    public static void draw(Pen pen, double[] points, Rgb colour, double width, boolean back, double size) {
        double[] line = back ? reversed(points) : points.clone();
        int end = line.length - 2;
        double dx = line[end] - line[end - 2];
        double dy = line[end + 1] - line[end - 1];
        double length = Math.hypot(dx, dy);
        double head = Math.min(size + width / 2, Math.max(3, length * 0.7));
        double ux = length == 0 ? 0 : dx / length;
        double uy = length == 0 ? 0 : dy / length;
        double tipX = line[end];
        double tipY = line[end + 1];
        line[end] -= ux * head * 0.8;
        line[end + 1] -= uy * head * 0.8;
        pen.path(colour, width, line);
        double baseX = tipX - ux * head;
        double baseY = tipY - uy * head;
        double half = head * 0.5 + width * 0.25;
        pen.polygon(colour, tipX, tipY, baseX - uy * half, baseY + ux * half, baseX + uy * half, baseY - ux * half);
    }

    private static double[] reversed(double[] points) {
        double[] back = new double[points.length];
        for (int i = 0; i < points.length; i += 2) {
            back[points.length - 2 - i] = points[i];
            back[points.length - 1 - i] = points[i + 1];
        }
        return back;
    }
}
