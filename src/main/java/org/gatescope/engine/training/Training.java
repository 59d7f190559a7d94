package org.gatescope.engine.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkPlan;
import org.gatescope.engine.NetworkTrace;

/**
 * How a network is trained.
 *
 * @param weightDecay added to every gradient as decay · θ
 * @param epochs      updates, each over the whole batch
 */
public record Training(
        Optimizer optimizer, LearningRate learningRate, Clipping clipping, double weightDecay, int epochs) {
    public Training {
        Require.notNegative("weight-decay", weightDecay);
        Require.notNegative("epochs", epochs);
    }

    /** One update over the whole batch. The same snapshot gives the same bits. */
    public Snapshot next(NetworkPlan plan, NetworkInputs inputs, Snapshot before) {
        NetworkTrace trace = plan.run(inputs.withParameters(before.parameters()));
        double norm = trace.gradientNorm();
        double rate = learningRate.at(before.epoch(), epochs);
        Map<String, Matrix> parameters = new LinkedHashMap<>(before.parameters());
        Map<String, List<Matrix>> slots = new LinkedHashMap<>();
        clipping.apply(trace.parameterGradients(), norm).forEach((name, gradient) -> {
            Matrix parameter = Objects.requireNonNull(before.parameters().get(name));
            Matrix decayed = weightDecay == 0 ? gradient : gradient.combine(parameter, (g, p) -> g + weightDecay * p);
            Optimizer.Updated updated = optimizer.update(
                    parameter, decayed, before.slots().getOrDefault(name, List.of()), rate, before.epoch() + 1L);
            parameters.put(name, updated.parameter());
            slots.put(name, updated.slots());
        });
        Snapshot after = snapshot(
                plan.network(),
                trace,
                before,
                new Snapshot(
                        before.epoch() + 1,
                        parameters,
                        slots,
                        rate,
                        loss(trace),
                        norm,
                        Map.of(),
                        Map.of(),
                        Optional.empty()));
        plan.reuse(trace); // all that is kept of it are copies
        return after;
    }

    private static double loss(NetworkTrace trace) {
        return trace.readOut().map(NetworkTrace.ReadOutTrace::loss).orElse(Double.NaN);
    }

    /** With the figures of each parameter. */
    private static Snapshot snapshot(Network network, NetworkTrace trace, Snapshot before, Snapshot after) {
        Map<String, Double> norms = new LinkedHashMap<>();
        Map<String, Double> changes = new LinkedHashMap<>();
        trace.parameterGradients().forEach((name, gradient) -> {
            norms.put(name, Math.sqrt(gradient.sumOfSquares()));
            Matrix now = Objects.requireNonNull(after.parameters().get(name));
            Matrix then = Objects.requireNonNull(before.parameters().get(name));
            changes.put(name, Math.sqrt(now.combine(then, (a, b) -> a - b).sumOfSquares()));
        });
        Optional<Divergence> divergence =
                Divergence.find(before.epoch(), network, trace, after.norm(), after.parameters());
        return new Snapshot(
                after.epoch(),
                after.parameters(),
                after.slots(),
                after.rate(),
                after.loss(),
                after.norm(),
                norms,
                changes,
                divergence);
    }
}
