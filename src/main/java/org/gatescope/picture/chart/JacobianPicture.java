package org.gatescope.picture.chart;

import org.gatescope.cell.Convention;
import org.gatescope.engine.Matrix;
import org.gatescope.picture.Anchor;
import org.gatescope.picture.Box;
import org.gatescope.picture.Family;
import org.gatescope.picture.Ground;
import org.gatescope.picture.Lettering;
import org.gatescope.picture.Palette;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Raster;
import org.gatescope.picture.Ticks;
import org.gatescope.picture.Tones;
import org.gatescope.picture.Typeface;
import org.jspecify.annotations.Nullable;

/**
 * The map of ‖∂h[t]/∂h[k]‖, t downward and k to the right: logarithmic colours about 1, and a line where the norm crosses
 * it.
 *
 * @param norms   0 where there is nothing
 * @param raster  of them, as {@link #raster(Matrix, boolean)} makes it: kept while only the place is another
 * @param current step at the playhead; −1 for none
 * @param chosen  the pair that is read; null for none
 */
public record JacobianPicture(
        double width,
        double height,
        Matrix norms,
        Raster raster,
        int current,
        @Nullable Pair chosen,
        Tones tones) implements Picture {
    private static final double LEFT = 30;
    private static final double TOP = 18;
    private static final double EDGE = 4;
    private static final double LEAST_FOR_CONTOUR = 2.5;

    /** log₁₀ at which the colours end, on both sides of 1. */
    private static final double DECADES = 4;

    /** Two steps: the state after the later one depends on that after the earlier one. */
    public record Pair(int later, int earlier) {}

    /** A colour for each pair of steps; none where there is nothing. */
    public static Raster raster(Matrix norms, Ground ground) {
        Palette palette = Palette.of(Family.VALUES, ground);
        return Raster.of(norms.columns(), norms.rows(), (k, t) -> {
            double norm = norms.get(t, k);
            return norm == 0 ? 0 : palette.argb(index(norm));
        });
    }

    private static int index(double norm) {
        if (Double.isNaN(norm)) {
            return Palette.NAN;
        }
        double decades = norm <= 0 ? -DECADES : Math.clamp(Math.log10(norm), -DECADES, DECADES);
        return Palette.ZERO + (int) Math.rint(decades / DECADES * Palette.ZERO);
    }

    private Box area() {
        double side = Math.max(1, Math.min(width - LEFT - EDGE, height - TOP - EDGE));
        return new Box(LEFT, TOP, side, side);
    }

    /** The pair at a point; null where there is none. */
    public @Nullable Pair at(double x, double y) {
        Box area = area();
        int later = (int) Math.floor((y - area.y()) / area.height() * norms.rows());
        int earlier = (int) Math.floor((x - area.x()) / area.width() * norms.rows());
        boolean isInside = later >= 0 && earlier >= 0 && later < norms.rows() && earlier < norms.rows();
        return isInside && norms.get(later, earlier) != 0 ? new Pair(later, earlier) : null;
    }

    @Override
    public void draw(Pen pen) {
        int steps = norms.rows();
        Box area = area();
        double cell = area.width() / Math.max(1, steps);
        pen.raster(area, raster);
        if (cell >= LEAST_FOR_CONTOUR) {
            contour(pen, area, cell);
        }
        if (current >= 0 && current < steps) {
            pen.frame(new Box(area.x(), area.y() + current * cell, area.width(), Math.max(2, cell)), tones.backward());
        }
        if (chosen != null) {
            double x = area.x() + chosen.earlier() * cell;
            double y = area.y() + chosen.later() * cell;
            pen.frame(new Box(x - 1, y - 1, Math.max(4, cell + 2), Math.max(4, cell + 2)), tones.selection());
        }
        ticks(pen, area, cell, steps);
        pen.frame(area, tones.border());
    }

    private void ticks(Pen pen, Box area, double cell, int steps) {
        Lettering above = new Lettering(Typeface.TEXT, 10, tones.muted(), Anchor.CENTRE);
        Lettering left = new Lettering(Typeface.TEXT, 10, tones.muted(), Anchor.RIGHT);
        pen.text(8, 12, "t \\ k", new Lettering(Typeface.TEXT, 10, tones.muted(), Anchor.LEFT));
        int first = Convention.counted(0);
        for (double counted : Ticks.linear(first, first + Math.max(1, steps - 1), 6)) {
            double tick = counted - first;
            if (tick == Math.rint(tick) && tick < steps) {
                String number = Long.toString((long) counted);
                pen.text(area.x() + (tick + 0.5) * cell, area.y() - 5, number, above);
                pen.text(area.x() - 5, area.y() + (tick + 0.5) * cell + 4, number, left);
            }
        }
    }

    /** Between neighbours of which one is at least 1 and the other is not; where k comes after t there is nothing. */
    private void contour(Pen pen, Box area, double cell) {
        for (int t = 0; t < norms.rows(); t++) {
            for (int k = 0; k < norms.rows(); k++) {
                double x = area.x() + k * cell;
                double y = area.y() + t * cell;
                if (k + 1 < norms.rows() && crosses(t, k, t, k + 1)) {
                    pen.fill(new Box(x + cell - 1, y, 1.5, cell), tones.text());
                }
                if (t + 1 < norms.rows() && crosses(t, k, t + 1, k)) {
                    pen.fill(new Box(x, y + cell - 1, cell, 1.5), tones.text());
                }
            }
        }
    }

    private boolean crosses(int t, int k, int otherT, int otherK) {
        double one = norms.get(t, k);
        double other = norms.get(otherT, otherK);
        return one != 0 && other != 0 && one >= 1 != other >= 1;
    }
}
