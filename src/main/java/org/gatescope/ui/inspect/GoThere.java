package org.gatescope.ui.inspect;

import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.ReadOut;
import org.gatescope.explain.NumberId;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Workbench;
import org.gatescope.ui.desk.Selection;

/** Moves what all panels show to a number: its part, its sequence, and the playhead to the step that has computed it. */
final class GoThere {
    private final Workbench workbench;
    private final Selection selection;

    GoThere(Workbench workbench, Selection selection) {
        this.workbench = workbench;
        this.selection = selection;
    }

    void to(NumberId id) {
        switch (id) {
            case NumberId.OfStep(String part, Expression node, int step, int row, int column) ->
                move(phase(part, node), part, step);
            case NumberId.Norm(String part, String name, int step, int sequence) ->
                move(phase(part, new Name(name)), part, step);
            case NumberId.JacobianNorm(String part, String state, int sequence, int later, int earlier) ->
                move(Phase.FORWARD, part, later);
            case NumberId.Loss() -> workbench.move(Playhead::afterLoss);
            case NumberId.Given given -> {}
            case NumberId.GradientOfGiven gradient -> workbench.move(Playhead::toEnd);
        }
        selection.select(id);
    }

    private void move(Phase phase, String part, int step) {
        workbench.move(playhead -> playhead.atStep(phase, part, step));
    }

    static Phase phase(String part, Expression node) {
        if (isBackward(node)) {
            return Phase.BACKWARD;
        }
        return part.equals(ReadOut.KEY) ? Phase.LOSS : Phase.FORWARD;
    }

    static boolean isGradient(NumberId id) {
        return switch (id) {
            case NumberId.OfStep at -> phase(at.part(), at.node()) == Phase.BACKWARD;
            case NumberId.GradientOfGiven of -> true;
            case NumberId.Norm norm -> isBackward(new Name(norm.name()));
            default -> false;
        };
    }

    /** True for gradients, what they are made from, and what arrives from outside. */
    private static boolean isBackward(Expression node) {
        return org.gatescope.cell.Names.in(node).stream()
                .anyMatch(name -> QuantityName.isGradient(name.text()) || QuantityName.isMarked(name.text()));
    }
}
