package org.gatescope.session;

import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.NonFinite;
import org.jspecify.annotations.Nullable;

/** Runs sessions, keeping the plan as long as the network and the sizes stay the same. */
final class RunEngine {
    /** Multiplications and additions that a run may take while the window waits: about a quarter of a frame's time. */
    private static final double SMALL = 6e7;

    private volatile @Nullable PreparedPlan kept;

    /** True for sessions that are computed at once in the edit. */
    static boolean isSmall(Session session) {
        double slowness = session.mistakes().mistakes().isEmpty() ? 1 : RunCost.INTERPRETED;
        return slowness * RunCost.of(session).whole() <= SMALL;
    }

    /**
     * @param prepared a plan for the session, which is then kept; null to make one where the last does not serve
     * @throws org.gatescope.engine.TooLargeException before anything is allocated
     */
    synchronized Run run(Session session, @Nullable PreparedPlan prepared) {
        long start = System.nanoTime();
        if (prepared != null) {
            kept = prepared;
        }
        NetworkTrace trace = trace(session);
        long nanos = System.nanoTime() - start;
        return new Run(session, trace, nanos, NonFinite.first(session.network(), trace));
    }

    private NetworkTrace trace(Session session) {
        boolean isPlain = session.mistakes().mistakes().isEmpty();
        return isPlain
                ? fitting(session).plan().run(session.inputs())
                : session.mistakes()
                        .of(session.network(), session.batch(), session.steps(), session.inputs())
                        .trace();
    }

    /** Lets go of the arrays of the last plan, once nobody runs it. */
    void forget() {
        kept = null;
    }

    private PreparedPlan fitting(Session session) {
        PreparedPlan made = kept;
        if (made == null || !made.serves(session)) {
            kept = null; // its arrays may be needed for the next
            made = PreparedPlan.of(session.network(), session.batch(), session.steps());
            kept = made;
        }
        return made;
    }
}
