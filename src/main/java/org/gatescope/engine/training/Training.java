package org.gatescope.engine.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Scores;
import org.gatescope.engine.plan.NetworkPlan;

/**
 * How a network is trained.
 *
 * @param decay  what draws parameters towards zero besides
 * @param epochs updates, each over the whole batch
 */
public record Training(
        Optimizer optimizer, LearningRate learningRate, Clipping clipping, WeightDecay decay, int epochs) {
    public Training {
        Require.notNegative("epochs", epochs);
    }

    /** With weight decay in the gradients of all parameters. */
    public Training(
            Optimizer optimizer, LearningRate learningRate, Clipping clipping, double weightDecay, int epochs) {
        this(optimizer, learningRate, clipping, WeightDecay.coupled(weightDecay), epochs);
    }

    /** The same with another optimizer. */
    public Training with(Optimizer changed) {
        return new Training(changed, learningRate, clipping, decay, epochs);
    }

    /** The same with another learning rate. */
    public Training with(LearningRate changed) {
        return new Training(optimizer, changed, clipping, decay, epochs);
    }

    /** The same with gradients bounded in another way. */
    public Training with(Clipping changed) {
        return new Training(optimizer, learningRate, changed, decay, epochs);
    }

    /** The same with another weight decay. */
    public Training with(WeightDecay changed) {
        return new Training(optimizer, learningRate, clipping, changed, epochs);
    }

    /** The same with another number of updates. */
    public Training withEpochs(int changed) {
        return new Training(optimizer, learningRate, clipping, decay, changed);
    }

    /**
     * One update over the whole batch. The same snapshot gives the same bits.
     *
     * @return the snapshot after it, or where numbers would not be finite the same one, with its divergence
     */
    public Snapshot next(NetworkPlan plan, NetworkInputs inputs, Snapshot before) {
        NetworkTrace trace = plan.run(inputs.withParameters(before.parameters()));
        Snapshot after = next(plan.network(), trace, inputs, Map.of(), before);
        plan.reuse(trace); // all that is kept of it are copies
        return after;
    }

    /**
     * The update that follows a run.
     *
     * @param trace   of the run of the snapshot before
     * @param inputs  of that run
     * @param updated parameters that the run itself has updated already: the optimizer leaves them alone
     * @return the snapshot after it, or where numbers would not be finite the same one, with its divergence
     */
    public Snapshot next(
            Network network, NetworkTrace trace, NetworkInputs inputs, Map<String, Matrix> updated, Snapshot before) {
        double norm = trace.gradientNorm();
        Snapshot after = updated(ParameterTensors.of(network), trace, norm, updated, before);
        Optional<Divergence> divergence = Divergence.find(network, trace, norm, after);
        return divergence.isPresent()
                ? before.with(divergence)
                : withRecord(after.withScores(Scores.of(network, trace, inputs)), before);
    }

    private Snapshot withRecord(Snapshot after, Snapshot before) {
        return after.withLosses(learningRate.after(after.watchedLoss(), before.epoch(), before.losses()));
    }

    private Snapshot updated(
            ParameterTensors tensors, NetworkTrace trace, double norm, Map<String, Matrix> made, Snapshot before) {
        double rate = learningRate.at(before.epoch(), epochs, before.losses());
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        Map<String, List<Matrix>> slots = new LinkedHashMap<>();
        Map<String, Double> changes = new LinkedHashMap<>();
        clipping.apply(trace.parameterGradients(), norm, tensors::tensor).forEach((name, gradient) -> {
            Matrix parameter = Objects.requireNonNull(before.parameters().get(name));
            Matrix own = made.get(name);
            Optimizer.Updated updated = own == null
                    ? optimized(name, parameter, gradient, rate, tensors.isVector(name), before)
                    : new Optimizer.Updated(own, List.of());
            parameters.put(name, updated.parameter());
            slots.put(name, updated.slots());
            changes.put(name, norm(updated.parameter().combine(parameter, (now, then) -> now - then)));
        });
        before.parameters().forEach(parameters::putIfAbsent);
        return new Snapshot(
                before.epoch() + 1,
                parameters,
                slots,
                rate,
                trace.readOut().map(NetworkTrace.ReadOutTrace::loss).orElse(Double.NaN),
                norm,
                norms(trace.parameterGradients()),
                changes,
                Optional.empty());
    }

    private Optimizer.Updated optimized(
            String name, Matrix parameter, Matrix gradient, double rate, boolean isVector, Snapshot before) {
        double coupled = decay.spares(isVector) ? 0 : decay.coupled();
        double decoupled = decay.spares(isVector) ? 0 : decay.decoupled();
        Matrix drawn = coupled == 0 ? gradient : gradient.combine(parameter, (g, p) -> g + coupled * p);
        Matrix decayed = decoupled == 0 ? parameter : parameter.map(value -> value * (1 - rate * decoupled));
        List<Matrix> slots = before.slots().getOrDefault(name, List.of());
        return optimizer.update(decayed, drawn, slots, rate, before.epoch() + 1L);
    }

    private static Map<String, Double> norms(Map<String, Matrix> gradients) {
        Map<String, Double> norms = new LinkedHashMap<>();
        gradients.forEach((name, gradient) -> norms.put(name, norm(gradient)));
        return norms;
    }

    private static double norm(Matrix matrix) {
        return Math.sqrt(matrix.sumOfSquares());
    }
}
