package org.gatescope.picture.network;

import org.gatescope.picture.Box;
import org.gatescope.picture.network.RowNumbers.Shown;
import org.jspecify.annotations.Nullable;

/**
 * What lies at a point of the unrolled network.
 *
 * @param row   of the layout
 * @param step  time step
 * @param shown whose numbers they are; null beside all of them
 * @param unit  that the point is on; 0 beside all of them
 * @param isArrow true between a layer's cells: its state's way from this step to the one that is computed next
 */
public record UnrolledHit(int row, int step, @Nullable Shown shown, int unit, boolean isArrow) {
    /** No arrow. */
    public UnrolledHit(int row, int step, @Nullable Shown shown, int unit) {
        this(row, step, shown, unit, false);
    }

    /** @return null for a point on no row */
    static @Nullable UnrolledHit at(UnrolledLayout layout, Iterable<RowNumbers> numbers, double x, double y) {
        int row = 0;
        for (RowNumbers each : numbers) {
            for (int t = layout.stretch().from(); t < layout.stretch().to(); t++) {
                Box box = layout.box(row, t);
                if (contains(box, x, y)) {
                    return within(row, t, box, each, x, y);
                }
            }
            row++;
        }
        return arrow(layout, x, y);
    }

    private static @Nullable UnrolledHit arrow(UnrolledLayout layout, double x, double y) {
        for (int row = 0; row < layout.rows().size(); row++) {
            for (int t = layout.stretch().from(); t + 1 < layout.stretch().to(); t++) {
                Box left = layout.box(row, t);
                boolean isBetween =
                        x >= left.right() && x < layout.box(row, t + 1).x();
                boolean isBeside = y >= left.y() && y < left.bottom();
                if (isBetween && isBeside && layout.kind(row) == NetworkRow.Kind.LAYER) {
                    boolean reversed = layout.rows().get(row).reversed();
                    return new UnrolledHit(row, reversed ? t + 1 : t, null, 0, true);
                }
            }
        }
        return null;
    }

    private static UnrolledHit within(int row, int t, Box box, RowNumbers numbers, double x, double y) {
        int count = numbers.shown().size();
        for (int i = 0; numbers.row().kind() == NetworkRow.Kind.LAYER && i < count; i++) {
            Box column = CellDrawing.column(box, i, count);
            if (contains(column, x, y)) {
                Shown shown = numbers.shown().get(i);
                int units = shown.content().units();
                int unit = Math.clamp((long) ((y - column.y()) / column.height() * units), 0, Math.max(0, units - 1));
                return new UnrolledHit(row, t, units == 0 ? null : shown, unit);
            }
        }
        boolean isNumber = numbers.row().kind() == NetworkRow.Kind.LOSS;
        return new UnrolledHit(row, t, isNumber ? numbers.output() : null, 0);
    }

    private static boolean contains(Box box, double x, double y) {
        return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
    }
}
