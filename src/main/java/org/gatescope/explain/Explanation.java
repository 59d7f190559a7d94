package org.gatescope.explain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Formula;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.session.Run;
import org.gatescope.session.Session;

/**
 * Why a number of a run is what it is: terms, of which it is the sum, or a function of the sum.
 *
 * @param symbol  of the number, with its place
 * @param outer   what is done to the sum
 * @param groups  in the order of the formula; none where nothing is computed
 * @param along   other numbers on the way, such as the Jacobian of each step
 * @param figures how its numbers are written
 */
public record Explanation(
        NumberId id,
        double value,
        Formula symbol,
        OuterFunction outer,
        List<Group> groups,
        List<Factor> along,
        Set<Remark> remarks,
        Rounding figures) {
    public Explanation {
        groups = List.copyOf(groups);
        along = List.copyOf(along);
        remarks = Set.copyOf(remarks);
    }

    /** @return empty if the run has no such number */
    public static Optional<Explanation> of(Run run, NumberId id) {
        return of(run, id, Progress.NONE);
    }

    /**
     * @param progress told of each step that is looked at
     * @return empty if the run has no such number
     * @throws java.util.concurrent.CancellationException if stopped
     */
    public static Optional<Explanation> of(Run run, NumberId id, Progress progress) {
        return new Explaining(run, progress).explain(id);
    }

    /** The same without the values of what is to be predicted, and of all that they would give away. */
    public Explanation hiding(CoveredNumbers covered) {
        boolean isHidden = covered.hides(id);
        if (!isHidden && sources().stream().noneMatch(covered::hides)) {
            return this;
        }
        List<Group> told = groups.stream()
                .map(group -> new Group(
                        group.origin(),
                        group.negative(),
                        group.symbol(),
                        group.terms().stream()
                                .map(term -> new Term(
                                        term.negative(),
                                        term.factors().stream()
                                                .map(factor -> factor.hiding(covered))
                                                .toList()))
                                .toList()))
                .toList();
        List<Factor> way = along.stream().map(factor -> factor.hiding(covered)).toList();
        return new Explanation(id, isHidden ? Double.NaN : value, symbol, outer, told, way, remarks, figures.hiding());
    }

    /** What a number is called, without looking at what it is made from. */
    public static Formula symbol(Run run, NumberId id) {
        return new Symbols(run.session()).plain(id);
    }

    /** True if it is all that a step adds to a parameter's gradient. */
    public static boolean isShare(Session session, NumberId id) {
        return id instanceof NumberId.OfStep(String part, Expression node, int step, int row, int column)
                && new Symbols(session).shared(part, node).isPresent();
    }

    /** The terms of all groups, in the order of the formula. */
    public List<Term> terms() {
        return groups.stream().flatMap(group -> group.terms().stream()).toList();
    }

    /** The numbers that it is made from. */
    public List<NumberId> sources() {
        return terms().stream()
                .flatMap(term -> term.factors().stream())
                .flatMap(factor -> factor.opens().stream())
                .distinct()
                .toList();
    }

    /** True if it is the same as another number: one that is read from below, or kept. */
    public boolean passesOn() {
        return groups.size() == 1 && groups.getFirst().origin() instanceof Origin.Same;
    }
}
