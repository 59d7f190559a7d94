package org.gatescope.ui.unrolled;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.picture.Family;
import org.gatescope.picture.Scale;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.session.Session;
import org.gatescope.ui.words.Quantity;

/**
 * What a row of the network shows.
 *
 * @param shown   its numbers: states after the step, output and target, or the loss
 * @param arrives what comes in from below
 * @param back    the gradient that goes down from it
 * @param flow    of a layer, the gradient that goes back through time: with respect to its output's value before the step
 *                (its largest norm is told apart, as arrows are drawn in relation to it)
 */
record RowNumbers(
        NetworkRow row,
        List<Shown> shown,
        LaneContent arrives,
        LaneContent back,
        LaneContent flow,
        double largestFlow) {
    /** So many states have room beside one another. */
    private static final int MOST_STATES = 2;

    /** Numbers with their scale over the whole run. */
    record Shown(Quantity quantity, LaneContent content, Scale scale) {
        static Shown of(Quantity quantity, LaneContent content) {
            double largest = Scale.roundedUp(content.largest());
            return new Shown(
                    quantity,
                    content,
                    quantity.family() == Family.GATES
                            ? Scale.unit().withLimit(Math.max(1, largest))
                            : Scale.diverging(largest));
        }
    }

    static RowNumbers of(NetworkRow row, Session session, NumberSource contents) {
        return switch (row.kind()) {
            case INPUT -> input(row, session, contents);
            case LAYER -> layer(row, session, contents);
            case OUTPUT ->
                new RowNumbers(
                        row,
                        List.of(
                                shown(row, ReadOutEquations.OUTPUT, contents),
                                shown(row, ReadOutEquations.TARGET, contents)),
                        contents.of(row.part(), value(ReadOutEquations.INPUT)),
                        contents.of(row.part(), gradient(ReadOutEquations.INPUT)),
                        contents.of(row.part(), gradient(ReadOutEquations.INPUT)),
                        0);
            case LOSS -> loss(row, session, contents);
        };
    }

    private static RowNumbers loss(NetworkRow row, Session session, NumberSource contents) {
        ReadOut readOut = session.network().readOut().orElseThrow();
        LaneContent back = contents.of(row.part(), gradient(ReadOutEquations.scored(readOut)));
        return new RowNumbers(
                row,
                List.of(shown(row, ReadOutEquations.LOSS, contents)),
                contents.of(row.part(), value(ReadOutEquations.OUTPUT)),
                back,
                back,
                0);
    }

    private static RowNumbers input(NetworkRow row, Session session, NumberSource contents) {
        String name = session.network().embedding().isPresent() ? Embedding.TOKEN : Cell.INPUT;
        LaneContent back = contents.of(row.part(), gradient(name));
        return new RowNumbers(
                row, List.of(shown(row, name, contents)), contents.of(row.part(), value(name)), back, back, 0);
    }

    private static RowNumbers layer(NetworkRow row, Session session, NumberSource contents) {
        Cell cell = session.network().part(row.part()).layer().cell();
        List<Shown> states = new ArrayList<>();
        cell.states().stream().limit(MOST_STATES).forEach(state -> states.add(shown(row, Cell.after(state), contents)));
        LaneContent flow = contents.of(row.part(), gradient(cell.output()));
        return new RowNumbers(
                row,
                states.reversed(), // the output stands right, where it goes on
                contents.of(row.part(), value(Cell.INPUT)),
                contents.of(row.part(), gradient(Cell.INPUT)),
                flow,
                flow.largest() * Math.sqrt(flow.units()));
    }

    private static Shown shown(NetworkRow row, String name, NumberSource contents) {
        return Shown.of(value(name), contents.of(row.part(), value(name)));
    }

    private static Quantity value(String name) {
        return new Quantity(name, false, false);
    }

    private static Quantity gradient(String name) {
        return new Quantity(name, true, false);
    }

    /** A layer's output; what else a row shows first. */
    Shown output() {
        return shown.getLast();
    }

    /** True where there is something at a step and the playhead has come to it. */
    static boolean isThere(LaneContent content, int t) {
        return t >= content.computedFrom() && t < content.computedTo() && content.has(t);
    }

    /** The Euclidean norm over the units, scaled by the largest so that it neither overflows nor vanishes. */
    static double norm(LaneContent content, int t) {
        double largest = 0;
        for (int unit = 0; unit < content.units(); unit++) {
            double magnitude = Math.abs(content.value(t, unit));
            largest = magnitude > largest || Double.isNaN(magnitude) ? magnitude : largest;
        }
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (int unit = 0; unit < content.units(); unit++) {
            double share = content.value(t, unit) / largest;
            sum += share * share;
        }
        return largest * Math.sqrt(sum);
    }
}
