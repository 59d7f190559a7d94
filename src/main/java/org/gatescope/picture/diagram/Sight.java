package org.gatescope.picture.diagram;

import org.gatescope.picture.Box;

/**
 * How a diagram is seen in its place: how large, and which part of it. All lengths in pixels of the place.
 *
 * @param width  of the place
 * @param height of the place
 * @param scale  to which the diagram is drawn
 * @param left   where the diagram begins; less than 0 where its beginning is out of view
 * @param top    the same downwards
 */
public record Sight(double width, double height, double scale, double left, double top) {
    /** The largest and the smallest to which a diagram is fitted: at the smallest its letters are 9 pixels high. */
    public static final double LARGEST = 3;

    /** See {@link #LARGEST}. */
    public static final double SMALLEST = 0.72;

    /** A little smaller still, rather than cut at its edges. */
    private static final double SMALLEST_WHOLE = 0.64;

    private static final double MOST_BY_HAND = 6;
    private static final double LEAST_BY_HAND = 0.3;

    /** All of a diagram, in the middle; its beginning where the letters of all of it would be too small. */
    public static Sight fitting(DiagramLayout layout, double width, double height) {
        double whole = fit(layout, width, height);
        double scale = Math.clamp(whole, whole < SMALLEST_WHOLE ? SMALLEST : SMALLEST_WHOLE, LARGEST);
        return new Sight(width, height, scale, 0, 0).within(layout);
    }

    /** To what scale a diagram has to be drawn to be seen whole, however small that is. */
    public static double fit(DiagramLayout layout, double width, double height) {
        return Math.min(width / layout.width(), height / layout.height());
    }

    /** Larger or smaller about a point of the place, which keeps what it shows. */
    public Sight zoomed(double factor, double x, double y) {
        double wanted = Math.clamp(scale * factor, LEAST_BY_HAND, MOST_BY_HAND);
        double real = wanted / scale;
        return new Sight(width, height, wanted, x - (x - left) * real, y - (y - top) * real);
    }

    /** The diagram moved. */
    public Sight panned(double byX, double byY) {
        return new Sight(width, height, scale, left + byX, top + byY);
    }

    /** In a place of another size, with the same in its middle. */
    public Sight resized(double newWidth, double newHeight) {
        return new Sight(newWidth, newHeight, scale, left + (newWidth - width) / 2, top + (newHeight - height) / 2);
    }

    /** No more is empty beside the diagram than need be; what is smaller than its place stands in the middle. */
    public Sight within(DiagramLayout layout) {
        return new Sight(
                width,
                height,
                scale,
                held(left, layout.width() * scale, width),
                held(top, layout.height() * scale, height));
    }

    private static double held(double begin, double length, double room) {
        return length <= room + 1 ? Math.floor((room - length) / 2) : Math.clamp(begin, room - length, 0);
    }

    /** Moved as little as brings a part of the diagram into view. */
    public Sight showing(Box part, double beside) {
        Box box = placed(part);
        return panned(shift(box.x(), box.right(), width, beside), shift(box.y(), box.bottom(), height, beside));
    }

    private static double shift(double from, double to, double room, double beside) {
        return from < 0 ? beside - from : to > room ? Math.max(room - beside - to, -from) : 0;
    }

    /** Whether some of a diagram is out of view. */
    public boolean hides(DiagramLayout layout) {
        return left < -1
                || top < -1
                || left + layout.width() * scale > width + 1
                || top + layout.height() * scale > height + 1;
    }

    /** Where a part of the diagram is seen. */
    public Box placed(Box part) {
        return new Box(left + part.x() * scale, top + part.y() * scale, part.width() * scale, part.height() * scale);
    }

    /** What of the diagram is seen at a place from the left, in the diagram's own pixels. */
    public double diagramX(double x) {
        return (x - left) / scale;
    }

    /** The same downwards. */
    public double diagramY(double y) {
        return (y - top) / scale;
    }
}
