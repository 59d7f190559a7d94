package org.gatescope.explain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Combination;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Call;
import org.gatescope.cell.Expression.Combine;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Expression.Power;
import org.gatescope.cell.Function;
import org.gatescope.cell.RowFunction;
import org.gatescope.cell.RowOperation;
import org.gatescope.cell.ShownNames;
import org.gatescope.explain.Expansion.Summand;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.number.StepNumbers;

/** Explains a number of a part's step by the part's equations. */
abstract sealed class NodeExplaining permits CellExplaining, ReadOutExplaining, EmbeddingExplaining {
    private final Explaining all;
    private final OfStep at;
    private final StepNumbers numbers;
    private final Expansion expansion;

    NodeExplaining(Explaining all, OfStep at) {
        this.all = all;
        this.at = at;
        this.numbers = all.numbers(at);
        this.expansion = all.expansion(at, numbers);
    }

    abstract List<Assignment> statements();

    abstract List<Adjoint> adjoints();

    /** What is not said by the equations: what comes from elsewhere, and what is over. */
    abstract Optional<Explanation> special(String name);

    Explaining all() {
        return all;
    }

    OfStep at() {
        return at;
    }

    double value() {
        return numbers.of(at.node()).repeated(at.row(), at.column());
    }

    Explanation explain() {
        return at.node() instanceof Name(String name) ? named(name) : node(at.node());
    }

    private Explanation named(String name) {
        Optional<Explanation> special = special(name);
        if (special.isPresent()) {
            return special.get();
        }
        Optional<NumberId> other = all.links().of(at);
        if (other.isEmpty() || !other.get().equals(at)) {
            return other.map(this::same).orElseGet(() -> nothing(Remark.NOTHING));
        }
        for (Assignment statement : statements()) {
            if (statement.name().equals(name)) {
                return node(statement.expression());
            }
        }
        List<Group> gradients = gradients(name);
        return gradients.isEmpty() ? nothing(Remark.NOTHING) : made(new OuterFunction.Sum(), gradients, Set.of());
    }

    Explanation same(NumberId other, Remark... remarks) {
        return made(new OuterFunction.Sum(), List.of(all.same(other)), List.of(remarks));
    }

    Explanation nothing(Remark why) {
        return made(new OuterFunction.Sum(), List.of(), EnumSet.of(why));
    }

    Explanation made(OuterFunction outer, List<Group> groups, Iterable<Remark> remarks) {
        List<Remark> said = new ArrayList<>();
        remarks.forEach(said::add);
        return all.made(at, value(), outer, groups, said);
    }

    private Explanation node(Expression node) {
        return switch (node) {
            case Apply(Function function, Expression argument) -> whole(new OuterFunction.Applied(function), argument);
            case Power(Expression base, double exponent) -> whole(new OuterFunction.Raised(exponent), base);
            case Combine(Combination combination, List<Expression> arguments) ->
                made(
                        new OuterFunction.Combined(combination),
                        arguments.stream().map(this::whole).toList(),
                        Set.of());
            case Call(RowFunction called, List<Expression> arguments)
            when called == RowOperation.LOG_SUM_EXP -> logSumExp(arguments.getFirst());
            case Call(RowFunction called, List<Expression> arguments) ->
                called.meaning(arguments, numbers.of(arguments.getFirst()).columns())
                                        .orElse(node)
                                instanceof Apply(Function function, Expression sum)
                        ? made(new OuterFunction.Applied(function), groups(sum, new Origin.Summand()), Set.of())
                        : sum(node);
            default -> sum(node);
        };
    }

    private Explanation sum(Expression node) {
        return made(new OuterFunction.Sum(), groups(node, new Origin.Summand()), Set.of());
    }

    private Explanation logSumExp(Expression logits) {
        List<Term> terms = expansion.columns(logits, at.row());
        return made(
                new OuterFunction.LogSumExp(),
                List.of(new Group(new Origin.Summand(), false, all.symbols().of(at), terms)),
                Set.of());
    }

    /** A function has one argument, which is opened in turn. */
    private Explanation whole(OuterFunction outer, Expression argument) {
        return made(outer, List.of(whole(argument)), Set.of());
    }

    private Group whole(Expression argument) {
        Term term = expansion.whole(argument, at.row(), at.column());
        return new Group(new Origin.Summand(), false, term.symbol(), List.of(term));
    }

    /** A group for each summand. */
    List<Group> groups(Expression node, Origin origin) {
        List<Group> groups = new ArrayList<>();
        for (Summand summand : Expansion.summands(node)) {
            groups.add(new Group(
                    of(summand.node(), origin),
                    summand.negative(),
                    all.symbols().of(at.part(), summand.node(), at.step(), at.row(), at.column(), false),
                    expansion.terms(summand.node(), summand.negative(), at.row(), at.column())));
        }
        return groups;
    }

    /** What arrives from outside says so itself. */
    private Origin of(Expression summand, Origin otherwise) {
        if (summand.equals(Arrivals.UPSTREAM)) {
            return new Origin.FromOutput(at.step());
        }
        boolean isFromNext = summand instanceof Name(String name) && Arrivals.isFromNextStep(name);
        return isFromNext ? new Origin.BackThroughTime(nextStep()) : otherwise;
    }

    /** The step that is computed next. */
    int nextStep() {
        return at.step() + 1;
    }

    /** All that adds to a gradient, each use apart. */
    private List<Group> gradients(String name) {
        ShownNames names = NamesOfParts.of(all.run().session(), at.part());
        List<Group> groups = new ArrayList<>();
        for (Adjoint line : adjoints()) {
            if (name.equals(Cell.gradient(line.target()))) {
                groups.addAll(groups(line.share(), new Origin.Through(names.of(line.source()))));
            }
        }
        return groups;
    }

    /** All shares of a target within a step, as one node. */
    static Optional<Expression> shares(List<Adjoint> adjoints, String target) {
        return adjoints.stream()
                .filter(line -> line.target().equals(target))
                .map(Adjoint::share)
                .reduce((a, b) -> new Binary(Operator.PLUS, a, b));
    }
}
