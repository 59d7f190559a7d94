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
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.engine.TimeOrder;
import org.gatescope.engine.mistakes.Mistakes;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;

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
        if (name.equals(Cell.INPUT) && (readsMerged() || factor(part, at().column()).isPresent())) {
            return Optional.of(made(new OuterFunction.Sum(), read(), List.of()));
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

    /** What comes from below, and what it is multiplied by where some of it is dropped. */
    private List<Group> read() {
        List<Group> arriving = readsMerged()
                ? new MergedOutputs(all()).groups(part.index() - 1, at(), false)
                : List.of(group(new Origin.Summand(), false, all().links().arriving(part.index(), at())));
        Optional<Factor> factor = factor(part, at().column());
        return factor.isEmpty()
                ? arriving
                : arriving.stream().map(group -> group.times(factor.get())).toList();
    }

    /** Of what a part reads in a column of what comes to it; empty where it reads that as it is. */
    private Optional<Factor> factor(Part reader, int column) {
        return all().links()
                .factor(reader.index(), at().step(), at().row(), column)
                .map(dropped -> all().factor(dropped));
    }

    private boolean readsMerged() {
        return part.index() > 0
                && session.network().layers().get(part.index() - 1).isMerged();
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
        List<Group> groups = new ArrayList<>();
        int column = part.layer().column(part.reversed(), at().column());
        for (Part above : session.network().parts()) {
            if (above.index() == part.index() + 1) {
                groups.add(from(
                        new Origin.FromPart(above.key()),
                        new OfStep(above.key(), Cell.gradient(Cell.INPUT), at().step(), at().row(), column),
                        factor(above, column),
                        false));
            }
        }
        if (part.index() == session.network().layers().size() - 1) {
            addLoss(column, groups);
            Given typed = new Given(new TableId.Upstream(at().row()), at().step(), column);
            groups.add(from(new Origin.Typed(), typed, Optional.empty(), false));
        }
        return made(new OuterFunction.Sum(), groups, List.of());
    }

    private void addLoss(int column, List<Group> groups) {
        if (session.network().readOut().isEmpty()) {
            return;
        }
        ReadOut readOut = session.network().readOut().get();
        OfStep sentBack = new OfStep(
                ReadOut.KEY,
                Cell.gradient(ReadOutEquations.INPUT),
                readOut.everyStep() ? at().step() : session.steps() - 1,
                at().row(),
                column);
        if (readOut.everyStep() || order.last(at().row()) == at().step()) {
            groups.add(from(new Origin.FromPart(ReadOut.KEY), sentBack, Optional.empty(), !readOut.everyStep()));
        }
    }

    /**
     * @param dropped what the number below was multiplied by on its way up
     * @param last    true if it is of what the last step of each direction puts out
     */
    private Group from(Origin origin, NumberId id, Optional<Factor> dropped, boolean last) {
        List<Factor> factors = new ArrayList<>(List.of(all().factor(id)));
        dropped.ifPresent(factors::add);
        factors.addAll(new MergedOutputs(all()).slope(part, at(), last));
        Term term = new Term(false, factors);
        return new Group(origin, false, term.symbol(), List.of(term));
    }
}
