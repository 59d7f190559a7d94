package org.gatescope.session.training;

import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkPlan;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.engine.training.Training;
import org.gatescope.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * The updates of a session's training, no more of them a second than is wished for. The arrays of a run are made with the
 * first, so not by who begins it.
 */
final class Updates implements UnaryOperator<Snapshot> {
    private static final long SECOND = 1_000_000_000;

    private final Session session;
    private final Training training;
    private final NetworkInputs inputs;
    private final DoubleSupplier perSecond;
    private @Nullable NetworkPlan plan;
    /** When the next may be made. */
    private long due = System.nanoTime();

    /** @param perSecond updates at most; 0 for as many as there can be */
    Updates(Session session, DoubleSupplier perSecond) {
        this.session = session;
        this.perSecond = perSecond;
        this.training = session.training();
        this.inputs = session.inputs();
    }

    @Override
    public Snapshot apply(Snapshot before) {
        NetworkPlan made = plan;
        if (made == null) {
            made = NetworkPlan.of(session.network(), session.batch(), session.steps());
            plan = made;
        }
        await();
        return training.next(made, inputs, before);
    }

    private void await() {
        double most = perSecond.getAsDouble();
        if (most > 0) {
            LockSupport.parkNanos(due - System.nanoTime());
            due = Math.max(due, System.nanoTime() - SECOND) + (long) (SECOND / most);
        }
    }
}
