package org.gatescope.ui.inspect;

import java.util.Optional;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Operation;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.explain.NumberId;
import org.gatescope.session.Playhead;
import org.gatescope.session.Playhead.Moment;
import org.gatescope.session.Run;
import org.gatescope.session.number.StepNumbers;

/** What the operation at the playhead has computed: its first unit, so that one unit can be followed through the cell. */
final class JustComputed {
    private JustComputed() {}

    /**
     * @param sequence row of the batch
     * @return empty before the first operation
     */
    static Optional<NumberId> at(Run run, Playhead playhead, int sequence) {
        return playhead.moment().map(moment -> of(run, moment, sequence));
    }

    private static NumberId of(Run run, Moment moment, int sequence) {
        Operation operation = moment.operation();
        if (operation.quantity().equals(ReadOutEquations.TOTAL)) {
            return new NumberId.Loss();
        }
        boolean isOfParameter =
                StepNumbers.parameters(run, moment.part()).contains(QuantityName.base(operation.quantity()));
        boolean isWhole = operation.completes() && !isOfParameter; // of a parameter each step has a share alone
        Expression node = isWhole ? new Name(operation.quantity()) : operation.node();
        return new NumberId.OfStep(moment.part(), node, moment.step(), isOfParameter ? 0 : sequence, 0);
    }
}
