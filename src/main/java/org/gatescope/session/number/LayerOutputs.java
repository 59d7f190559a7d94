package org.gatescope.session.number;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.Shortcut;
import org.gatescope.engine.TimeOrder;
import org.gatescope.session.Run;
import org.gatescope.session.Session;

/** What layers put out, from the states of their directions. */
final class LayerOutputs {
    private LayerOutputs() {}

    /** What is read of a sequence where the last step is read out alone: 0 where it has none. */
    static double last(Run run, int sequence, int column) {
        Network network = run.session().network();
        return output(run, network.layers().size() - 1, sequence, column, part -> last(run, part, sequence));
    }

    /** A column of what a layer puts out. @param step of each of its directions; −1 where there is none */
    private static double output(Run run, int index, int sequence, int column, ToIntFunction<Part> step) {
        Network network = run.session().network();
        Layer layer = network.layers().get(index);
        List<Part> makers = network.makers(index, column);
        double[] numbers = makers.stream()
                .mapToDouble(part -> state(run, part, step.applyAsInt(part), sequence, layer.unit(column)))
                .toArray();
        double own = numbers.length == 2
                ? layer.merging().of(numbers[0], numbers[1])
                : Arrays.stream(numbers).sum();
        if (layer.carried(column).isEmpty()) {
            return own;
        }
        int reader = step.applyAsInt(network.reader(index, column));
        return own + coming(run, index, reader, sequence, layer.carried(column).getAsInt());
    }

    /** A number that comes to a layer, before any of it is dropped. */
    private static double coming(Run run, int index, int step, int sequence, int column) {
        Session session = run.session();
        if (step < 0) {
            return 0;
        }
        if (session.numbers().dropout().of(index).isEmpty()) {
            String key = session.network().key(index);
            return run.trace().part(key).value(Cell.INPUT).at(step, sequence, column);
        }
        if (index > 0) {
            return output(run, index - 1, sequence, column, part -> step);
        }
        int row = step * session.batch() + sequence;
        return session.network().embedding().isPresent()
                ? Embedding.value(session.numbers(), row, column)
                : session.numbers().input().get(row, column);
    }

    /**
     * The gradient that arrives at a column of a layer's output at a step that is computed: what is typed and what is read out,
     * or what the layer above hands down, and what arrives beyond that one where it is carried past.
     */
    static double arriving(Run run, int index, int step, int sequence, int column) {
        Network network = run.session().network();
        int above = index + 1;
        if (above == network.layers().size()) {
            int row = step * run.session().batch() + sequence;
            return run.session().numbers().upstream().get(row, column)
                    + ReadOutTables.sentBack(run, step, sequence, column);
        }
        double sum = 0;
        for (Part reader : network.parts()) {
            if (reader.index() == above) {
                sum += run.trace().part(reader.key()).gradient(Cell.INPUT).at(step, sequence, column);
            }
        }
        Layer layer = network.layers().get(above);
        sum *= run.session().factor(above, step * run.session().batch() + sequence, column);
        if (layer.shortcut() == Shortcut.NONE) {
            return sum;
        }
        int past = layer.past(column);
        boolean isTop = above == network.layers().size() - 1;
        double last = isTop && last(run, network.reader(above, past), sequence) == step
                ? ReadOutTables.sentBackFromLast(run, sequence, past)
                : 0;
        return sum + arriving(run, above, step, sequence, past) + last;
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
