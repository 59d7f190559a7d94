package org.gatescope.engine.training;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.NonFinite;

/**
 * Where a training diverged: those of all epochs up to this one are finite, and the update after it would not be.
 *
 * @param epoch updates that were made before
 */
public record Divergence(int epoch, Place place) {
    /** In the order in which an update computes them. */
    public sealed interface Place {
        /** A number of the forward or the backward pass. */
        record Quantity(NonFinite at) implements Place {}

        /** The loss, averaged: that of each step is finite. */
        record Loss() implements Place {}

        /** The gradient of a parameter. */
        record Gradient(String parameter, int row, int column) implements Place {}

        /** The norm of all gradients together: each of them is finite, the sum of their squares is not. */
        record GradientNorm() implements Place {}

        /** A parameter after the update. */
        record Parameter(String parameter, int row, int column) implements Place {}

        /** What the optimizer remembers of a parameter. */
        record Slot(String parameter, int row, int column) implements Place {}
    }

    /** Looks at a run and at the snapshot after the update that followed it; empty if all numbers are finite. */
    static Optional<Divergence> find(Network network, NetworkTrace trace, double norm, Snapshot after) {
        List<String> names = List.copyOf(trace.parameterGradients().keySet());
        List<String> moved = Stream.concat(names.stream(), after.parameters().keySet().stream())
                .distinct() // states that are learnt come last
                .toList();
        return NonFinite.first(network, trace)
                .<Place>map(Place.Quantity::new)
                .or(() -> isLossFinite(trace) ? Optional.empty() : Optional.of(new Place.Loss()))
                .or(() -> first(names.reversed(), name -> List.of(trace.parameterGradient(name)), Place.Gradient::new))
                .or(() -> Double.isFinite(norm) ? Optional.empty() : Optional.of(new Place.GradientNorm()))
                .or(() -> first(moved, name -> List.of(table(after, name)), Place.Parameter::new))
                .or(() -> first(moved, name -> after.slots().getOrDefault(name, List.of()), Place.Slot::new))
                .map(place -> new Divergence(after.epoch() - 1, place));
    }

    private static boolean isLossFinite(NetworkTrace trace) {
        return trace.readOut().map(run -> Double.isFinite(run.loss())).orElse(true);
    }

    private static Matrix table(Snapshot snapshot, String name) {
        return Objects.requireNonNull(snapshot.parameters().get(name));
    }

    private interface PlaceOf {
        Place place(String parameter, int row, int column);
    }

    private static Optional<Place> first(List<String> names, Function<String, List<Matrix>> tables, PlaceOf kind) {
        for (String name : names) {
            for (Matrix table : tables.apply(name)) {
                for (int row = 0; row < table.rows(); row++) {
                    for (int column = 0; column < table.columns(); column++) {
                        if (!Double.isFinite(table.get(row, column))) {
                            return Optional.of(kind.place(name, row, column));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }
}
