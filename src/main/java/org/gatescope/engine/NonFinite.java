package org.gatescope.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Network.Part;

/**
 * Where a run first left the finite numbers.
 *
 * @param part       key of the layer's direction
 * @param quantity   in the order in which the run computes them
 * @param isGradient in the backward pass
 * @param step       t
 * @param sequence   row of the batch
 */
public record NonFinite(String part, String quantity, boolean isGradient, int step, int sequence, int unit) {

    /** The first NaN or infinity: forward from the lowest layer up, then backward; empty if all numbers are finite. */
    public static Optional<NonFinite> first(Network network, NetworkTrace trace) {
        List<Part> parts = network.parts();
        return Stream.concat(
                        parts.stream().map(part -> forward(part, trace.part(part.key()))),
                        parts.reversed().stream().map(part -> backward(part, trace.part(part.key()))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<NonFinite> forward(Part part, Trace trace) {
        Cell cell = part.layer().cell();
        List<String> quantities = new ArrayList<>(List.of(Cell.INPUT));
        quantities.addAll(cell.states()); // before the step: what was typed as initial state comes first
        cell.statements().forEach(statement -> quantities.add(statement.name()));
        return first(part, trace, quantities, false);
    }

    private static Optional<NonFinite> backward(Part part, Trace trace) {
        Cell cell = part.layer().cell();
        List<String> quantities = cell.adjoints().stream()
                .map(Adjoint::target)
                .filter(cell.widths()::containsKey)
                .distinct()
                .toList();
        return first(part, trace, quantities, true);
    }

    private static Optional<NonFinite> first(Part part, Trace trace, List<String> quantities, boolean isGradient) {
        int steps = trace.sizes().steps();
        boolean descending = part.reversed() != isGradient; // gradients go against the direction
        for (int k = 0; k < steps; k++) {
            int t = descending ? steps - 1 - k : k;
            for (String quantity : quantities) {
                Series series = isGradient ? trace.gradient(quantity) : trace.value(quantity);
                for (int n = 0; n < series.batch(); n++) {
                    for (int unit = 0; unit < series.width(); unit++) {
                        if (!Double.isFinite(series.at(t, n, unit))) {
                            return Optional.of(new NonFinite(part.key(), quantity, isGradient, t, n, unit));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }
}
