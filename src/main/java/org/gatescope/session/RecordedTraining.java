package org.gatescope.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Scores;
import org.gatescope.engine.plan.NetworkPlan;
import org.gatescope.engine.training.Course;
import org.gatescope.engine.training.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * A training that was made elsewhere and of which the parameters after each epoch are known. Loss and gradients are those
 * that the session's own data give.
 */
public final class RecordedTraining implements Epochs {
    private final Session session;
    private final IntFunction<Map<String, Matrix>> recorded;
    private @Nullable NetworkPlan plan;

    /**
     * @param session  with the parameters of epoch 0
     * @param recorded parameters by full name after an epoch, from 1; reading them may take a while
     */
    public RecordedTraining(Session session, IntFunction<Map<String, Matrix>> recorded) {
        this.session = session;
        this.recorded = recorded;
    }

    @Override
    public Snapshot first() {
        return Snapshot.first(session.numbers().parameters());
    }

    @Override
    public Snapshot next(Snapshot before) {
        int epoch = before.epoch() + 1;
        Map<String, Matrix> after = recorded.apply(epoch);
        NetworkInputs inputs = session.inputs().withParameters(before.parameters());
        NetworkTrace trace = plan().run(inputs);
        Map<String, Double> norms = new HashMap<>();
        trace.parameterGradients().forEach((name, gradient) -> norms.put(name, Math.sqrt(gradient.sumOfSquares())));
        Map<String, Double> changes = new HashMap<>();
        before.parameters().forEach((name, table) -> changes.put(name, distance(table, after.get(name))));
        double loss = trace.readOut().map(NetworkTrace.ReadOutTrace::loss).orElse(Double.NaN);
        return new Snapshot(
                epoch,
                after,
                Map.of(),
                Double.NaN,
                loss,
                trace.gradientNorm(),
                norms,
                changes,
                Optional.empty(),
                Map.of(),
                Scores.of(session.network(), trace, inputs),
                Course.BEGUN);
    }

    private static double distance(Matrix from, @Nullable Matrix to) {
        return to == null
                ? Double.NaN
                : Math.sqrt(to.combine(from, (after, before) -> after - before).sumOfSquares());
    }

    private NetworkPlan plan() {
        NetworkPlan made = plan;
        if (made == null) {
            made = NetworkPlan.of(session.network(), session.batch(), session.steps());
            plan = made;
        }
        return made;
    }

    @Override
    public Session at(Snapshot snapshot) {
        return session.withNumbers(numbers -> numbers.withParameters(snapshot.parameters()));
    }
}
