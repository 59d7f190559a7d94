package org.gatescope.session.training;

import java.util.function.UnaryOperator;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkPlan;
import org.gatescope.engine.training.Snapshot;
import org.gatescope.engine.training.Training;
import org.gatescope.session.Session;
import org.jspecify.annotations.Nullable;

/** The updates of a session's training. The arrays of a run are made with the first, so not by who begins it. */
final class Updates implements UnaryOperator<Snapshot> {
    private final Session session;
    private final Training training;
    private final NetworkInputs inputs;
    private @Nullable NetworkPlan plan;

    private Updates(Session session) {
        this.session = session;
        this.training = session.training();
        this.inputs = session.inputs();
    }

    static UnaryOperator<Snapshot> of(Session session) {
        return new Updates(session);
    }

    @Override
    public Snapshot apply(Snapshot before) {
        NetworkPlan made = plan;
        if (made == null) {
            made = NetworkPlan.of(session.network(), session.batch(), session.steps());
            plan = made;
        }
        return training.next(made, inputs, before);
    }
}
