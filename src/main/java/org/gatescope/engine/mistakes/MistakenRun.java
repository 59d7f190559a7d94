package org.gatescope.engine.mistakes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.plan.NetworkPlan;

/**
 * How to run a network with mistakes in it. Without any it computes what a {@link NetworkPlan} does, only slowly.
 *
 * @param update        for {@link Mistake#UPDATE_WITHIN_LOOP}
 * @param gradientsLeft for {@link Mistake#GRADIENTS_NOT_ZEROED}: by full name, what the updates before have left; nothing
 *                      before the first
 */
public record MistakenRun(Set<Mistake> mistakes, StepUpdate update, Map<String, Matrix> gradientsLeft) {
    public MistakenRun {
        mistakes = Set.copyOf(mistakes);
        gradientsLeft = Map.copyOf(gradientsLeft);
    }

    /** The first update. */
    public MistakenRun(Set<Mistake> mistakes, StepUpdate update) {
        this(mistakes, update, Map.of());
    }

    /** The same mistakes in the first update, as of another network: nothing is left of any before. */
    public MistakenRun first() {
        return new MistakenRun(mistakes, update);
    }

    /**
     * Computes a network forward and backward.
     *
     * @throws org.gatescope.engine.TooLargeException if that needs more memory than there is
     */
    public MistakenTrace of(Network network, int batch, int steps, NetworkInputs inputs) {
        Map<String, Weights> weights = new LinkedHashMap<>();
        NetworkPlan plan = NetworkPlan.of(network, batch, steps, part -> {
            String key = part.parameterKey();
            Weights own = weights.computeIfAbsent(key, k -> new Weights(Network.own(k, inputs.parameters())));
            return new InterpretedLayer(part, part.sizes(batch, steps), mistakes, own, updates(), left(part));
        });
        NetworkTrace trace = plan.run(inputs);
        Map<String, Matrix> after = new LinkedHashMap<>(inputs.parameters());
        weights.forEach((key, own) ->
                own.tables().forEach((name, table) -> after.put(new FullName(key, name).text(), table)));
        return new MistakenTrace(withOthersLeft(trace, weights.keySet()), after);
    }

    private Optional<StepUpdate> updates() {
        return mistakes.contains(Mistake.UPDATE_WITHIN_LOOP) ? Optional.of(update) : Optional.empty();
    }

    /** Tied directions add their gradients up, so what is left counts in one of them. */
    private Map<String, Matrix> left(Part part) {
        boolean counted = part.reversed() && part.layer().directions() == Directions.TIED;
        return counted || !mistakes.contains(Mistake.GRADIENTS_NOT_ZEROED)
                ? Map.of()
                : Network.own(part.parameterKey(), gradientsLeft);
    }

    /** What is left of parameters that belong to no layer: of the embedding and the read-out. */
    private NetworkTrace withOthersLeft(NetworkTrace trace, Set<String> layers) {
        Map<String, Matrix> gradients = new LinkedHashMap<>(trace.parameterGradients());
        if (mistakes.contains(Mistake.GRADIENTS_NOT_ZEROED)) {
            gradientsLeft.forEach((name, left) -> {
                if (layers.stream().noneMatch(key -> FullName.isIn(name, key))) {
                    gradients.computeIfPresent(name, (same, gradient) -> gradient.plus(left));
                }
            });
        }
        return new NetworkTrace(trace.parts(), trace.output(), trace.inputGradient(), trace.readOut(), gradients);
    }
}
