package org.gatescope.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a network is trained.
 *
 * @param weightDecay added to every gradient as decay · θ
 * @param epochs      updates, each over the whole batch
 */
public record Training(Optimizer optimizer, Schedule schedule, Clipping clipping, double weightDecay, int epochs) {

    /**
     * A moment of a training; it never changes.
     *
     * @param epoch      updates made so far
     * @param parameters after them
     * @param slots      what the optimizer remembers of each parameter
     * @param loss       before the last update; NaN before the first
     * @param norm       of all gradients together before clipping; NaN before the first
     */
    public record Snapshot(
            int epoch, Map<String, Matrix> parameters, Map<String, List<Matrix>> slots, double loss, double norm) {
        public static Snapshot first(Map<String, Matrix> parameters) {
            return new Snapshot(0, parameters, Map.of(), Double.NaN, Double.NaN);
        }

        /** True once a number that is none has come in: going on would lead nowhere. */
        public boolean hasDiverged() {
            return epoch > 0 && !(Double.isFinite(loss) && Double.isFinite(norm));
        }
    }

    /** One update over the whole batch. */
    public Snapshot next(NetworkPlan plan, NetworkInputs inputs, Snapshot before) {
        NetworkTrace trace = plan.run(inputs.withParameters(before.parameters()));
        double loss = trace.readOut().map(NetworkTrace.ReadOutTrace::loss).orElse(Double.NaN);
        double norm = trace.gradientNorm();
        Map<String, Matrix> gradients = clipping.apply(trace.parameterGradients(), norm);
        double rate = schedule.rate(before.epoch(), epochs);
        Map<String, Matrix> parameters = new LinkedHashMap<>(before.parameters());
        Map<String, List<Matrix>> slots = new LinkedHashMap<>();
        gradients.forEach((name, gradient) -> {
            Matrix parameter = Objects.requireNonNull(before.parameters().get(name));
            Matrix decayed = weightDecay == 0 ? gradient : gradient.combine(parameter, (g, p) -> g + weightDecay * p);
            Optimizer.Updated updated = optimizer.update(
                    parameter, decayed, before.slots().getOrDefault(name, List.of()), rate, before.epoch() + 1L);
            parameters.put(name, updated.parameter());
            slots.put(name, updated.slots());
        });
        plan.reuse(trace);
        return new Snapshot(before.epoch() + 1, parameters, slots, loss, norm);
    }
}
