package org.gatescope.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Cell;

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

    /** The first part that has any; empty if all numbers are finite. */
    public static Optional<NonFinite> first(Network network, NetworkTrace trace) {
        for (Network.Part part : network.parts()) {
            Optional<NonFinite> found = first(part.layer().cell(), trace.part(part.key()));
            if (found.isPresent()) {
                NonFinite at = found.get();
                return Optional.of(
                        new NonFinite(part.key(), at.quantity(), at.isGradient(), at.step(), at.sequence(), at.unit()));
            }
        }
        return Optional.empty();
    }

    /** The first NaN or infinity, forward by time and line, then backward; empty if all numbers are finite. */
    public static Optional<NonFinite> first(Cell cell, Trace trace) {
        List<String> forward = new ArrayList<>(List.of(Cell.INPUT));
        forward.addAll(cell.states()); // before the step: what was typed as initial state comes first
        cell.statements().forEach(statement -> forward.add(statement.name()));
        List<String> backward = cell.adjoints().stream()
                .map(Adjoint::target)
                .filter(cell.widths()::containsKey)
                .distinct()
                .toList();
        int steps = trace.sizes().steps();
        for (int t = 0; t < steps; t++) {
            for (String quantity : forward) {
                Optional<NonFinite> found = at(trace.value(quantity), quantity, false, t);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        for (int t = steps - 1; t >= 0; t--) {
            for (String quantity : backward) {
                Optional<NonFinite> found = at(trace.gradient(quantity), quantity, true, t);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<NonFinite> at(Series series, String quantity, boolean isGradient, int t) {
        for (int n = 0; n < series.batch(); n++) {
            for (int unit = 0; unit < series.width(); unit++) {
                if (!Double.isFinite(series.at(t, n, unit))) {
                    return Optional.of(new NonFinite("", quantity, isGradient, t, n, unit));
                }
            }
        }
        return Optional.empty();
    }
}
