package org.gatescope.session.number;

import java.util.List;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.TimeOrder;
import org.gatescope.session.Run;

/** What layers put out, from the states of their directions. */
final class LayerOutputs {
    private LayerOutputs() {}

    /** What is read of a sequence where the last step is read out alone: 0 where it has none. */
    static double last(Run run, int sequence, int column) {
        Network network = run.session().network();
        int top = network.layers().size() - 1;
        int unit = network.layers().get(top).unit(column);
        List<Double> directions = network.makers(top, column).stream()
                .map(part -> state(run, part, last(run, part, sequence), sequence, unit))
                .toList();
        return directions.size() == 1
                ? directions.getFirst()
                : network.layers().get(top).merging().of(directions.getFirst(), directions.getLast());
    }

    /** The step that a direction computes last; −1 where there is none. */
    static int last(Run run, Part part, int sequence) {
        return TimeOrder.of(run.session().numbers(), part).last(sequence);
    }

    /** The slope of a layer's output along a unit of one direction, where the other one is at a step. */
    static double slope(Run run, Part part, int step, int sequence, int unit) {
        return run.session()
                .network()
                .partner(part)
                .map(other -> part.layer().merging().slope(state(run, other, step, sequence, unit)))
                .orElse(1.0);
    }

    /** The same where the last step is read out alone: the other direction is at its own last step. */
    static double slopeOfLast(Run run, Part part, int sequence, int unit) {
        int step = run.session()
                .network()
                .partner(part)
                .map(other -> last(run, other, sequence))
                .orElse(-1);
        return slope(run, part, step, sequence, unit);
    }

    private static double state(Run run, Part part, int step, int sequence, int unit) {
        String state = Cell.after(part.layer().cell().output());
        return step < 0 ? 0 : run.trace().part(part.key()).value(state).at(step, sequence, unit);
    }
}
