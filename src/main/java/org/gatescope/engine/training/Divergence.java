package org.gatescope.engine.training;

import java.util.Map;
import java.util.Optional;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.NonFinite;

/**
 * Where a training left the finite numbers.
 *
 * @param epoch updates that were made before, the one under way not counted
 * @param what  the kind of number that was the first
 * @param name  of the parameter by its full name, or of the quantity with its part before it; empty for the loss
 * @param at    step, sequence and unit of a quantity; empty for what belongs to no step
 */
public record Divergence(int epoch, What what, String name, Optional<NonFinite> at) {
    /** In the order in which an update computes them. */
    public enum What {
        QUANTITY,
        LOSS,
        GRADIENT,
        /** The norm of all gradients together: each of them is finite, the sum of their squares is not. */
        GRADIENT_NORM,
        PARAMETER
    }

    /** Looks at a run and the parameters after the update that followed it; empty if all numbers are finite. */
    static Optional<Divergence> find(
            int epoch, Network network, NetworkTrace trace, double norm, Map<String, Matrix> after) {
        Optional<NonFinite> quantity = NonFinite.first(network, trace);
        if (quantity.isPresent()) {
            NonFinite at = quantity.get();
            return Optional.of(new Divergence(epoch, What.QUANTITY, at.part() + "." + at.quantity(), quantity));
        }
        if (!trace.readOut().map(readOut -> Double.isFinite(readOut.loss())).orElse(true)) {
            return Optional.of(of(epoch, What.LOSS, ""));
        }
        return first(trace.parameterGradients())
                .map(name -> of(epoch, What.GRADIENT, name))
                .or(() -> Double.isFinite(norm) ? Optional.empty() : Optional.of(of(epoch, What.GRADIENT_NORM, "")))
                .or(() -> first(after).map(name -> of(epoch, What.PARAMETER, name)));
    }

    private static Divergence of(int epoch, What what, String name) {
        return new Divergence(epoch, what, name, Optional.empty());
    }

    private static Optional<String> first(Map<String, Matrix> tables) {
        return tables.entrySet().stream()
                .filter(table -> !table.getValue().isFinite())
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }
}
