package org.gatescope.ui.training;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NonFinite;
import org.gatescope.engine.training.Divergence.Place;
import org.gatescope.explain.NumberId;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Run;
import org.gatescope.session.TableId;

/** Which number to open where a training left the finite numbers. */
final class DivergenceNumber {
    private DivergenceNumber() {}

    /**
     * A parameter that an update would make infinite leads to its gradient, the norm of all gradients to the largest.
     *
     * @param run whose update would not be finite
     */
    static Optional<NumberId> of(Place place, Run run) {
        return switch (place) {
            case Place.Quantity(NonFinite at) -> {
                String name = at.isGradient() ? Cell.gradient(at.quantity()) : at.quantity();
                yield Optional.of(new OfStep(at.part(), name, at.step(), at.sequence(), at.unit()));
            }
            case Place.Loss loss -> Optional.of(new NumberId.Loss());
            case Place.GradientNorm norm -> largest(run);
            case Place.Gradient(String parameter, int row, int column) -> gradient(parameter, row, column);
            case Place.Parameter(String parameter, int row, int column) -> moved(parameter, row, column, run);
            case Place.Slot(String parameter, int row, int column) -> moved(parameter, row, column, run);
        };
    }

    /** A first state that is learnt is one row for all sequences, whose gradient is no single number of the run. */
    private static Optional<NumberId> moved(String parameter, int row, int column, Run run) {
        return run.trace().parameterGradients().containsKey(parameter)
                ? gradient(parameter, row, column)
                : Optional.empty();
    }

    private static Optional<NumberId> gradient(String parameter, int row, int column) {
        return Optional.of(new GradientOfGiven(new TableId.Parameter(parameter), row, column));
    }

    private record Entry(String parameter, int row, int column, double size) {}

    private static Optional<NumberId> largest(Run run) {
        return run.trace().parameterGradients().entrySet().stream()
                .flatMap(DivergenceNumber::entries)
                .max(Comparator.comparingDouble(Entry::size))
                .flatMap(entry -> gradient(entry.parameter(), entry.row(), entry.column()));
    }

    private static Stream<Entry> entries(Map.Entry<String, Matrix> of) {
        Matrix gradient = of.getValue();
        int columns = gradient.columns();
        return IntStream.range(0, gradient.rows() * columns)
                .mapToObj(i -> new Entry(
                        of.getKey(), i / columns, i % columns, Math.abs(gradient.get(i / columns, i % columns))));
    }
}
