package org.gatescope.session;

import org.gatescope.cell.Cell;
import org.gatescope.engine.Plan;
import org.gatescope.engine.Sizes;
import org.jspecify.annotations.Nullable;

/** Runs sessions, keeping the plan as long as the cell and the sizes stay the same. */
final class Engine {
    /** Multiplications and additions that a run may take while the window waits: about a quarter of a frame's time. */
    private static final double SMALL = 6e7;
    /** Each weight takes part in three products: forward, back to the state, and in its own gradient. */
    private static final double PER_WEIGHT = 6;
    /** What a number that is neither product nor sum, but a function with its slope, is worth. */
    private static final double PER_NUMBER = 30;

    private @Nullable Plan plan;

    /** True for sessions that are computed at once in the edit. */
    static boolean isSmall(Session session) {
        Sizes sizes = session.sizes();
        double weights = session.cell().parameters().values().stream()
                .mapToDouble(shape -> (double) sizes.rows(shape) * sizes.columns(shape))
                .sum();
        double numbers =
                session.cell().widths().values().stream().mapToDouble(sizes::of).sum();
        return sizes.timeRows() * (PER_WEIGHT * weights + PER_NUMBER * numbers) <= SMALL;
    }

    /** @throws org.gatescope.engine.TooLargeException before anything is allocated */
    synchronized Run run(Session session) {
        long start = System.nanoTime();
        Plan fitting = fitting(session.cell(), session.sizes());
        return new Run(session, fitting.run(session.numbers()), System.nanoTime() - start);
    }

    private Plan fitting(Cell cell, Sizes sizes) {
        Plan made = plan;
        if (made == null || made.cell() != cell || !made.sizes().equals(sizes)) {
            plan = null; // its arrays may be needed for the next
            made = Plan.of(cell, sizes);
            plan = made;
        }
        return made;
    }
}
