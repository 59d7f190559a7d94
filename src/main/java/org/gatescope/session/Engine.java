package org.gatescope.session;

import org.gatescope.cell.Cell;
import org.gatescope.engine.NonFinite;
import org.gatescope.engine.Plan;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.Trace;
import org.jspecify.annotations.Nullable;

/** Runs sessions, keeping the plan as long as the cell and the sizes stay the same. */
final class Engine {
    /** Multiplications and additions that a run may take while the window waits: about a quarter of a frame's time. */
    private static final double SMALL = 6e7;
    /** Each weight takes part in three products: forward, back to the state, and in its own gradient. */
    private static final double PER_WEIGHT = 6;
    /** What a number that is neither product nor sum, but a function with its slope, is worth. */
    private static final double PER_NUMBER = 30;

    private volatile @Nullable Plan plan;

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
        Trace trace = fitting.run(session.numbers());
        long nanos = System.nanoTime() - start;
        return new Run(session, trace, nanos, NonFinite.first(session.cell(), trace));
    }

    /** Lets go of the arrays of the last plan, once nobody runs it. */
    void forget() {
        plan = null;
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
