package org.gatescope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.TimeOrder;
import org.gatescope.engine.mistakes.Mistakes;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Session;

/** Numbers of a layer's direction. */
final class CellExplaining extends NodeExplaining {
    private final Session session;
    private final Part part;
    private final Cell cell;
    private final TimeOrder order;

    CellExplaining(Explaining all, OfStep at) {
        super(all, at);
        this.session = all.run().session();
        this.part = session.network().part(at.part());
        this.cell = part.layer().cell();
        this.order = TimeOrder.of(session.numbers(), part);
    }

    @Override
    List<Assignment> statements() {
        return cell.statements();
    }

    @Override
    List<Adjoint> adjoints() {
        return Mistakes.adjoints(cell, session.mistakes().mistakes());
    }

    @Override
    int nextStep() {
        return order.next(at().step());
    }

    @Override
    Optional<Explanation> special(String name) {
        if (cell.parameters().containsKey(QuantityName.base(name))) {
            return Optional.empty();
        }
        boolean isRead = part.index() > 0 || !order.isHeld(at().row(), at().step());
        if (name.equals(Cell.INPUT) && isRead) {
            return read(); // what the layer below puts out is there at each step
        }
        if (order.isOver(at().row(), at().step())) {
            return Optional.of(over(name));
        }
        if (order.isHeld(at().row(), at().step())) {
            return Optional.of(skipped(name));
        }
        if (Arrivals.isFromNextStep(name) && order.isCutAfter(at().row(), at().step())) {
            return Optional.of(nothing(Remark.CUT));
        }
        if (Arrivals.isCutOff(name)) {
            return Optional.of(nothing(Remark.WINDOW));
        }
        if (Arrivals.isFromNextStep(name) && order.isPartlyCutAfter(at().row(), at().step())) {
            return Optional.of(withinWindow(Arrivals.state(name)));
        }
        return name.equals(Arrivals.UPSTREAM.text()) ? Optional.of(upstream()) : Optional.empty();
    }

    /** What the next step hands back, without what is too old for the window. */
    private Explanation withinWindow(String state) {
        OfStep next = new OfStep(at().part(), Cell.gradient(state), order.next(at().step()), at().row(), at().column());
        OfStep cutOff = at(Arrivals.cutOff(state).text());
        List<Group> groups = new ArrayList<>();
        groups.add(group(new Origin.BackThroughTime(next.step()), false, next));
        if (all().value(cutOff) != 0) {
            groups.add(group(new Origin.BeyondWindow(), true, cutOff));
        }
        return made(new OuterFunction.Sum(), groups, List.of());
    }

    private Group group(Origin origin, boolean negative, NumberId id) {
        Term term = new Term(negative, List.of(all().factor(id)));
        return new Group(origin, negative, term.symbol(), List.of(term));
    }

    /** What comes to the layer, where that is made of several numbers or some of it is dropped. */
    private Optional<Explanation> read() {
        Optional<Factor> factor = all().links()
                .factor(part.index(), at().step(), at().row(), at().column())
                .map(all()::factor);
        boolean comesAsSum = all().links().comesAsSum(part.index(), at().column());
        if (!comesAsSum && factor.isEmpty()) {
            return Optional.empty();
        }
        List<Group> coming = comesAsSum
                ? new MadeOutputs(all()).groups(part.index() - 1, at(), false)
                : List.of(group(new Origin.Summand(), false, all().links().arriving(part.index(), at())));
        List<Group> read = factor.isEmpty()
                ? coming
                : coming.stream().map(group -> group.times(factor.get())).toList();
        return Optional.of(made(new OuterFunction.Sum(), read, List.of()));
    }

    /** The state stays, and its gradient passes; nothing else is there. */
    private Explanation over(String name) {
        for (String state : cell.states()) {
            if (name.equals(Cell.after(state)) || name.equals(state)) {
                return all().links()
                        .of(at(state))
                        .map(before -> same(before, Remark.KEPT))
                        .orElseThrow();
            }
            if (name.equals(Cell.gradient(state))) {
                return same(passed(state), Remark.PASSED_ON);
            }
        }
        return nothing(Remark.OVER);
    }

    /** The state is that of the step before, and its gradient what the step after hands back. */
    private Explanation skipped(String name) {
        for (String state : cell.states()) {
            if (name.equals(Cell.after(state)) || name.equals(state)) {
                return same(all().links().kept(part, state, at()), Remark.KEPT_OVER_SKIPPED);
            }
            if (name.equals(Cell.gradient(state))) {
                return all().links()
                        .passing(part, state, at())
                        .map(next -> same(next, Remark.PASSED_OVER_SKIPPED))
                        .orElseGet(() -> nothing(Remark.CUT));
            }
        }
        return nothing(Remark.SKIPPED);
    }

    private OfStep at(String name) {
        return new OfStep(at().part(), new Name(name), at().step(), at().row(), at().column());
    }

    private NumberId passed(String state) {
        int from = session.lengths().get(at().row()) - 1;
        boolean comesFromSteps = part.reversed() && from >= 0;
        return comesFromSteps
                ? new OfStep(at().part(), new Name(Cell.gradient(state)), from, at().row(), at().column())
                : all().links().finalGradient(part, state, at());
    }

    /** What the layer above, or the read-out, hands down, and what was typed. */
    private Explanation upstream() {
        MadeOutputs outputs = new MadeOutputs(all());
        int column = part.layer().column(part.reversed(), at().column());
        List<Group> groups = new ArrayList<>(
                outputs.arriving(part.index(), at().step(), at().row(), column, outputs.slope(part, at(), false)));
        boolean isLastReadOut = part.index() == session.network().layers().size() - 1
                && session.network()
                        .readOut()
                        .filter(readOut -> !readOut.everyStep())
                        .isPresent()
                && order.last(at().row()) == at().step();
        if (isLastReadOut) {
            OfStep sentBack = outputs.sentBackFromLast(at().row(), column);
            groups.add(0, outputs.from(sentBack, outputs.slope(part, at(), true)));
        }
        return made(new OuterFunction.Sum(), groups, List.of());
    }
}
