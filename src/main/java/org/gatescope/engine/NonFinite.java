package org.gatescope.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;

/**
 * Where the first NaN or infinity of a run arose.
 *
 * @param part       key of the layer's direction, or of the read-out
 * @param quantity   in the order in which the run computes them
 * @param isGradient in the backward pass
 * @param step       t
 * @param sequence   row of the batch
 */
public record NonFinite(String part, String quantity, boolean isGradient, int step, int sequence, int unit) {

    /** The first NaN or infinity in the order of the run: layers upward, read-out, and back; empty if there is none. */
    public static Optional<NonFinite> first(Network network, NetworkTrace trace) {
        if (isFinite(trace)) {
            return Optional.empty();
        }
        List<Part> parts = network.parts();
        Stream<Scan> forward = parts.stream().flatMap(part -> forward(part, trace.part(part.key())));
        Stream<Scan> readOut = trace.readOut().stream().flatMap(NonFinite::readOut);
        Stream<Scan> backward = parts.reversed().stream().flatMap(part -> backward(part, trace.part(part.key())));
        return Stream.of(forward, readOut, backward)
                .flatMap(scans -> scans)
                .map(Scan::first)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Runs are nearly always: this is quicker than to look for a first one. */
    private static boolean isFinite(NetworkTrace trace) {
        Stream<Series> layers = trace.parts().values().stream()
                .flatMap(part -> part.quantities().stream()
                        .flatMap(quantity -> Stream.of(part.value(quantity), part.gradient(quantity))));
        Stream<Series> readOut = trace.readOut().stream()
                .flatMap(run ->
                        Stream.of(run.logits(), run.outputs(), run.losses(), run.gradient(), run.stateGradient()));
        return Stream.concat(layers, readOut).allMatch(Series::isFinite);
    }

    /** Some quantities at one time step, in order. */
    private record Scan(String part, List<String> quantities, List<Series> series, boolean isGradient, int step) {
        Optional<NonFinite> first() {
            for (int i = 0; i < series.size(); i++) {
                Optional<NonFinite> found = first(series.get(i), quantities.get(i));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private Optional<NonFinite> first(Series numbers, String quantity) {
            for (int n = 0; n < numbers.batch(); n++) {
                for (int unit = 0; unit < numbers.width(); unit++) {
                    if (!Double.isFinite(numbers.at(step, n, unit))) {
                        return Optional.of(new NonFinite(part, quantity, isGradient, step, n, unit));
                    }
                }
            }
            return Optional.empty();
        }
    }

    private static Stream<Scan> forward(Part part, Trace trace) {
        Cell cell = part.layer().cell();
        List<String> quantities = new ArrayList<>(List.of(Cell.INPUT));
        quantities.addAll(cell.states()); // before the step: what was typed as initial state comes first
        cell.statements().forEach(statement -> quantities.add(statement.name()));
        List<Series> series = quantities.stream().map(trace::value).toList();
        return steps(trace.sizes().steps(), part.reversed())
                .mapToObj(t -> new Scan(part.key(), quantities, series, false, t));
    }

    private static Stream<Scan> backward(Part part, Trace trace) {
        Cell cell = part.layer().cell();
        List<String> quantities = cell.adjoints().stream()
                .map(Adjoint::target)
                .filter(cell.widths()::containsKey)
                .distinct()
                .toList();
        List<Series> series = quantities.stream().map(trace::gradient).toList();
        return steps(trace.sizes().steps(), !part.reversed())
                .mapToObj(t -> new Scan(part.key(), quantities, series, true, t));
    }

    private static Stream<Scan> readOut(ReadOutTrace trace) {
        int steps = trace.logits().steps();
        List<String> values = List.of(ReadOutEquations.LOGITS, ReadOutEquations.OUTPUT, ReadOutEquations.LOSS);
        List<Series> series = List.of(trace.logits(), trace.outputs(), trace.losses());
        List<String> gradients = List.of(ReadOutEquations.LOGITS, ReadOutEquations.INPUT);
        List<Series> back = List.of(trace.gradient(), trace.stateGradient());
        return Stream.concat(
                steps(steps, false).mapToObj(t -> new Scan(ReadOut.KEY, values, series, false, t)),
                steps(steps, true).mapToObj(t -> new Scan(ReadOut.KEY, gradients, back, true, t)));
    }

    private static IntStream steps(int steps, boolean descending) {
        return IntStream.range(0, steps).map(t -> descending ? steps - 1 - t : t);
    }
}
