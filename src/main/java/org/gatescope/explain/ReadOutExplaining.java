package org.gatescope.explain;

import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Style;
import org.gatescope.cell.Formula.Symbol;
import org.gatescope.engine.HeldOutput;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Objective;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;

/** Numbers of the read-out and of the loss of a step. */
final class ReadOutExplaining extends NodeExplaining {
    private final ReadOut readOut;
    private final Objective objective;
    private final Session session;
    private final Goal goal;

    ReadOutExplaining(Explaining all, OfStep at) {
        super(all, at);
        this.session = all.run().session();
        this.readOut = session.network().readOut().orElseThrow();
        this.objective = session.objective().orElseThrow();
        this.goal = session.inputs().goal().orElseThrow();
    }

    @Override
    List<Assignment> statements() {
        return ReadOutEquations.statements(readOut, objective.loss());
    }

    @Override
    List<Adjoint> adjoints() {
        return ReadOutEquations.adjoints(readOut, objective.loss());
    }

    @Override
    Optional<Explanation> special(String name) {
        if (name.equals(ReadOutEquations.WEIGHT)) {
            return Optional.of(weight());
        }
        if (name.equals(ReadOutEquations.INPUT) && isZero()) {
            return Optional.of(nothing(Remark.ZERO_PUT_OUT));
        }
        if (name.equals(ReadOutEquations.INPUT)
                && all().links().isMade(session.network().layers().size() - 1, at().column())) {
            return Optional.of(madeOutput());
        }
        boolean isOfLoss =
                name.equals(ReadOutEquations.LOSS) || name.equals(Cell.gradient(ReadOutEquations.scored(readOut)));
        return isOfLoss && counted() == 0 ? Optional.of(nothing(Remark.NOT_COUNTED)) : Optional.empty();
    }

    /** True where zero is put out in the place of the state. */
    private boolean isZero() {
        return readOut.everyStep()
                && session.mask().output() == HeldOutput.ZERO
                && session.mask().isHeld(at().row(), at().step());
    }

    /** Made of several numbers; nothing where only the last step of a sequence without any is read out. */
    private Explanation madeOutput() {
        if (!readOut.everyStep() && session.mask().count(at().row()) == 0) {
            return nothing(Remark.NOTHING);
        }
        int top = session.network().layers().size() - 1;
        List<Group> groups = new MadeOutputs(all()).groups(top, at(), !readOut.everyStep());
        return made(new OuterFunction.Sum(), groups, List.of());
    }

    private int goalRow() {
        return readOut.everyStep() ? at().step() * session.batch() + at().row() : at().row();
    }

    private double counted() {
        return goal.weights().get(goalRow(), 0);
    }

    /** The mask, divided by what the loss is averaged over. */
    private Explanation weight() {
        if (counted() == 0) {
            return nothing(Remark.NOT_COUNTED);
        }
        Factor mask = all().factor(new Given(new TableId.Mask(at().row()), readOut.everyStep() ? at().step() : 0, 0));
        Term term = new Term(false, averaged(mask));
        return made(
                new OuterFunction.Sum(),
                List.of(new Group(new Origin.Summand(), false, term.symbol(), List.of(term))),
                List.of());
    }

    private List<Factor> averaged(Factor mask) {
        return switch (objective.loss().average()) {
            case SUM -> List.of(mask);
            case BATCH -> List.of(mask, divisor(new Symbol("N", Style.QUANTITY)));
            case BATCH_AND_TIME ->
                List.of(mask, divisor(Places.row(Places.operator("∑"), new Symbol("mask", Style.QUANTITY))));
        };
    }

    private Factor divisor(Formula symbol) {
        double value = goal.divisor(session.batch());
        return new Factor(symbol, value, true, Optional.empty());
    }
}
