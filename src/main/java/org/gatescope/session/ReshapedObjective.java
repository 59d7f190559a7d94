package org.gatescope.session;

import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Loss.Average;
import org.gatescope.engine.Loss.Kind;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.session.Objective.Aim;

/** The objective of a session whose network, batch or steps change. */
final class ReshapedObjective {
    private final Session from;
    private final Network to;
    private final int batch;
    private final int steps;
    private final IntUnaryOperator states;

    /** @param states where a column of the top layer's output stood before; −1 for a new one */
    ReshapedObjective(Session from, Network to, int batch, int steps, IntUnaryOperator states) {
        this.from = from;
        this.to = to;
        this.batch = batch;
        this.steps = steps;
        this.states = states;
    }

    Optional<Objective> objective() {
        return to.readOut()
                .map(readOut ->
                        from.objective().map(old -> carried(old, readOut)).orElseGet(() -> first(readOut)));
    }

    private Objective first(ReadOut readOut) {
        boolean isText = !from.vocabulary().isEmpty() && canAim(readOut);
        int rows = rows(readOut);
        return new Objective(
                new Loss(Kind.of(readOut.activation()), Average.BATCH_AND_TIME),
                isText ? Aim.NEXT_TOKEN : Aim.TABLE,
                Matrix.zeros(rows, readOut.outputs()),
                Matrix.filled(rows, 1, 1));
    }

    private Objective carried(Objective old, ReadOut readOut) {
        boolean goesOn = old.aim() == Aim.NEXT_TOKEN && canAim(readOut);
        Objective kept = goesOn ? old : old.asTable(from); // aims that cannot be any longer become a table
        Matrix mask = readOut.everyStep() ? kept.mask() : old.mask(); // a last step alone has no other to count
        IntUnaryOperator source = rowsFrom(readOut);
        int rows = rows(readOut);
        Matrix counted = mask.rearranged(rows, 1, source);
        Loss loss = old.loss();
        return new Objective(
                loss.fits(readOut.activation()) ? loss : new Loss(Kind.of(readOut.activation()), loss.average()),
                kept.aim(),
                kept.targets().rearranged(rows, source, readOut.outputs(), columns(kept.targets(), readOut)),
                withOnes(counted, source),
                old.split());
    }

    /** From a column of the targets to the old one: those of states go with their units. */
    private IntUnaryOperator columns(Matrix targets, ReadOut readOut) {
        boolean areStates = !readOut.hasWeights()
                && !from.network().readOut().map(ReadOut::hasWeights).orElse(true);
        IntUnaryOperator map = areStates ? states : column -> column;
        return column -> map.applyAsInt(column) < targets.columns() ? map.applyAsInt(column) : -1;
    }

    /** New rows count. */
    private static Matrix withOnes(Matrix mask, IntUnaryOperator source) {
        double[][] rows = mask.toArray();
        for (int row = 0; row < rows.length; row++) {
            if (source.applyAsInt(row) < 0) {
                rows[row][0] = 1;
            }
        }
        return Matrix.of(rows, 1);
    }

    private int rows(ReadOut readOut) {
        return readOut.everyStep() ? steps * batch : batch;
    }

    private boolean canAim(ReadOut readOut) {
        return readOut.everyStep() && readOut.outputs() == to.inputs();
    }

    /** From a new row to the old one; the last step of a sequence is the one that is read out alone. */
    private IntUnaryOperator rowsFrom(ReadOut readOut) {
        boolean everyBefore = from.network().readOut().map(ReadOut::everyStep).orElse(true);
        if (readOut.everyStep() && everyBefore) {
            return PlacesBefore.rowsOverTime(from, batch);
        }
        if (readOut.everyStep()) {
            return row -> row % batch < from.batch() && row / batch == last(row % batch) ? row % batch : -1;
        }
        return n -> {
            if (n >= from.batch()) {
                return -1;
            }
            return everyBefore ? (last(n) < 0 ? -1 : last(n) * from.batch() + n) : n;
        };
    }

    private int last(int sequence) {
        return from.mask().computed(sequence).max().orElse(-1);
    }
}
