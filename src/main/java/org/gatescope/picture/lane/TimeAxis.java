package org.gatescope.picture.lane;

/**
 * Where time steps stand on the screen: which columns of pixels belong to which step. Lengths in pixels. Edges of columns
 * are whole pixels; columns narrower than a pixel share one.
 *
 * @param steps  number of time steps T, at least 0
 * @param width  of the visible part
 * @param column width of one step, not rounded
 * @param offset how far the visible part has been scrolled from the first step
 */
public record TimeAxis(int steps, double width, double column, double offset) {
    /** The room left of every time view, for the names of its rows. In pixels. */
    public static final double HEADING = 96;

    /** One step alone is never wider, or it would look like a wall. */
    public static final double WIDEST_ALONE = 420;

    /** Nobody needs to zoom in further. */
    private static final double WIDEST = 220;
    /** So many steps come into view beside one that does. */
    private static final double NEIGHBOURS = 12;

    /** An axis opens with columns at least as wide, however many there are. */
    private static final double OPENING = 3;

    public TimeAxis {
        steps = Math.max(0, steps);
        width = Math.max(1, width);
        column = Math.clamp(column, fitting(steps, width), widest(steps, width));
        offset = Math.clamp(Math.rint(offset), 0, Math.max(0, Math.ceil(Math.rint(steps * column) - width)));
    }

    /** As it opens: all steps, or where that would make them too narrow to tell apart, the first ones. */
    public static TimeAxis of(int steps, double width) {
        return new TimeAxis(steps, width, Math.max(OPENING, fitting(steps, Math.max(1, width))), 0);
    }

    private static double fitting(int steps, double width) {
        return steps <= 1 ? Math.min(WIDEST_ALONE, width) : width / steps;
    }

    private static double widest(int steps, double width) {
        return Math.max(WIDEST, fitting(steps, width));
    }

    /** Whether all steps are in view. */
    public boolean fitted() {
        return column <= fitting(steps, width);
    }

    /** The width of all steps together. */
    public double length() {
        return Math.rint(steps * column);
    }

    /** The left edge of a step's column, relative to the visible part; that of T is the end of the last. */
    public double left(int t) {
        return Math.rint(t * column) - offset;
    }

    /** The right edge of a step's column, in pixels. */
    public double right(int t) {
        return left(t + 1);
    }

    /** The middle of a step's column, in pixels. */
    public double centre(int t) {
        return (left(t) + right(t)) / 2;
    }

    /** The first step whose column begins at x or later, T if there is none. */
    public int firstFrom(double x) {
        int guess = Math.clamp((long) Math.ceil((Math.ceil(x) + offset - 0.5) / column), 0, steps);
        while (guess > 0 && left(guess - 1) >= x) {
            guess--;
        }
        while (guess < steps && left(guess) < x) {
            guess++;
        }
        return guess;
    }

    /** The step whose column holds x, the first of them if several do; the nearest one beyond the ends. */
    public int stepAt(double x) {
        double pixel = Math.floor(x);
        int from = firstFrom(pixel);
        boolean beginsHere = from < steps && left(from) == pixel;
        return beginsHere ? from : Math.max(0, from - 1);
    }

    /** Whether some step is drawn at x. */
    public boolean covers(double x) {
        return steps > 0 && x >= left(0) && x < left(steps);
    }

    /** The first step that is at least partly in view. */
    public int firstVisible() {
        return stepAt(0);
    }

    /** The step after the last one in view. */
    public int endVisible() {
        return firstFrom(width);
    }

    /** For another sequence: as it opens. */
    public TimeAxis withSteps(int newSteps) {
        return newSteps == steps ? this : of(newSteps, width);
    }

    /** For another size of the window: what showed everything goes on to do so, otherwise columns keep their width. */
    public TimeAxis withWidth(double newWidth) {
        if (newWidth == width) {
            return this;
        }
        if (width <= 1 && column <= OPENING) {
            return of(steps, newWidth);
        }
        return new TimeAxis(steps, newWidth, fitted() ? 0 : column, offset);
    }

    /** Columns of a width, as far as that is possible. */
    public TimeAxis withColumn(double newColumn) {
        return new TimeAxis(steps, width, newColumn, offset);
    }

    /** All steps in view. */
    public TimeAxis fitAll() {
        return new TimeAxis(steps, width, 0, 0);
    }

    /** Columns wider by a factor, with what is at x staying there. */
    public TimeAxis zoomed(double factor, double x) {
        double wider = Math.clamp(column * factor, fitting(steps, width), widest(steps, width));
        return new TimeAxis(steps, width, wider, (offset + x) * wider / column - x);
    }

    /** Later steps come into view for positive shifts. */
    public TimeAxis panned(double by) {
        return new TimeAxis(steps, width, column, offset + by);
    }

    /** Scrolled, where a step is not wholly in view, so that it is, with some of its neighbours on either side. */
    public TimeAxis showing(int t) {
        double beside = Math.clamp((width - column) / 2, 0, Math.min(width / 4, NEIGHBOURS * column));
        if (left(t) < 0) {
            return panned(left(t) - beside);
        }
        return right(t) > width && left(t) > 0 ? panned(Math.min(left(t), right(t) - width + beside)) : this;
    }
}
