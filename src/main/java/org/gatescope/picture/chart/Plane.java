package org.gatescope.picture.chart;

import org.gatescope.engine.Matrix;
import org.gatescope.engine.diagnostics.PrincipalComponents;

/**
 * A plane through the space of a state, or a line where there is one unit only.
 *
 * @param origin (1, H)
 * @param right  direction of the horizontal axis, (1, H), of length 1
 * @param up     of the vertical one; zero for a line
 * @param nameRight of the horizontal axis
 */
public record Plane(Matrix origin, Matrix right, Matrix up, String nameRight, String nameUp) {
    /** A place in the plane. */
    public record Place(double x, double y) {}

    /** Of the first two principal components. */
    public static Plane of(PrincipalComponents components, String right, String up) {
        int units = components.mean().columns();
        int known = components.components().rows();
        return new Plane(
                components.mean(),
                known > 0 ? components.components().rows(0, 1, 1) : Matrix.zeros(1, units),
                known > 1 ? components.components().rows(1, 1, 1) : Matrix.zeros(1, units),
                right,
                up);
    }

    /** Of two units, the others held where they are. @param at (1, H) */
    public static Plane of(Matrix at, int first, int second, String right, String up) {
        int units = at.columns();
        Matrix none = Matrix.zeros(1, units);
        Matrix origin = at.with(0, first, 0);
        return new Plane(
                first == second ? origin : origin.with(0, second, 0),
                none.with(0, first, 1),
                first == second ? none : none.with(0, second, 1),
                right,
                up);
    }

    /** Where a row of states, (N, H), lies in the plane. */
    public Place place(Matrix states, int row) {
        double x = 0;
        double y = 0;
        for (int unit = 0; unit < origin.columns(); unit++) {
            double from = states.get(row, unit) - origin.get(0, unit);
            x += from * right.get(0, unit);
            y += from * up.get(0, unit);
        }
        return new Place(x, y);
    }

    /** The state at a place, written into a row. */
    public void state(double x, double y, double[] into) {
        for (int unit = 0; unit < into.length; unit++) {
            into[unit] = origin.get(0, unit) + x * right.get(0, unit) + y * up.get(0, unit);
        }
    }
}
