package org.gatescope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Formula;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.engine.mistakes.Mistakes;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.session.number.StepNumbers;

/** Gradients with respect to numbers that are given: sums over all steps that use them. */
final class GivenGradientExplaining {
    private final Explaining all;
    private final Session session;

    GivenGradientExplaining(Explaining all) {
        this.all = all;
        this.session = all.run().session();
    }

    Optional<Explanation> explain(GradientOfGiven of) {
        if (all.explain(new Given(of.table(), of.row(), of.column())).isEmpty()) {
            return Optional.empty();
        }
        return switch (of.table()) {
            case TableId.Parameter(FullName name) -> Optional.of(parameter(of, name));
            case TableId.Input(int sequence) -> Optional.of(input(of, sequence));
            case TableId.InitialState(FullName name) -> Optional.of(initialState(of, name));
            default -> Optional.empty();
        };
    }

    private Explanation parameter(GradientOfGiven of, FullName name) {
        List<Group> groups = new ArrayList<>();
        switch (name.part()) {
            case ReadOut.KEY -> {
                ReadOut readOut = session.network().readOut().orElseThrow();
                int first = readOut.everyStep() ? 0 : Math.max(0, session.steps() - 1);
                List<Adjoint> lines = ReadOutEquations.adjoints(
                        readOut, session.objective().orElseThrow().loss());
                groups.add(overTime(of, name.part(), name.local(), lines, first));
            }
            case Embedding.KEY -> groups.add(overTime(of, name.part(), name.local(), Embedding.adjoints(), 0));
            default -> {
                for (Part part : session.network().parts()) {
                    if (part.parameterKey().equals(name.part())) {
                        List<Adjoint> lines = Mistakes.adjoints(
                                part.layer().cell(), session.mistakes().mistakes());
                        groups.add(overTime(of, part.key(), name.local(), lines, 0));
                    }
                }
            }
        }
        Matrix gradient = all.parameterGradient(name.text());
        double value = gradient.get(of.row(), of.column());
        Explanation made = all.made(of, value, new OuterFunction.Sum(), groups, List.of());
        return made.remarks().contains(Remark.DISAGREES)
                ? all.made(of, value, new OuterFunction.Sum(), groups, List.of(), List.of(), size(groups))
                : made;
    }

    /** Shares of steps are sums over sequences, which may cancel to the last bit in one order and not in another. */
    private double size(List<Group> groups) {
        return groups.stream()
                .flatMap(group -> group.terms().stream())
                .flatMap(term -> term.factors().stream())
                .flatMap(share -> share.opens().flatMap(all::explain).stream())
                .flatMap(share -> share.groups().stream())
                .flatMap(group -> group.terms().stream())
                .mapToDouble(term -> Math.abs(term.value()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /** The share of each step of a part. */
    private Group overTime(GradientOfGiven of, String part, String local, List<Adjoint> lines, int first) {
        List<Term> terms = new ArrayList<>();
        Optional<Expression> shares = NodeExplaining.shares(lines, local);
        StepNumbers numbers = new StepNumbers(all.run(), part, first);
        for (int t = first; t < session.steps() && shares.isPresent(); t++) {
            all.progress().report(t, session.steps());
            numbers.show(all.run(), t);
            OfStep share = new OfStep(part, shares.get(), t, of.row(), of.column());
            double value = numbers.of(share.node()).repeated(of.row(), of.column());
            terms.add(new Term(new Factor(Symbols.share(all.symbols().plain(of), t), value, share)));
        }
        Formula sum = Places.row(
                Places.under(Places.operator("∑"), "t"),
                Places.operator("\u2009"),
                Symbols.marked(all.symbols().plain(of), "(t)"));
        return new Group(new Origin.OverTime(part), false, sum, terms);
    }

    private Explanation input(GradientOfGiven of, int sequence) {
        double value = all.run().trace().inputGradient().at(of.row(), sequence, of.column());
        return session.mask().isHeld(sequence, of.row())
                ? all.made(
                        of,
                        value,
                        new OuterFunction.Sum(),
                        List.of(),
                        List.of(Remark.notComputed(session, sequence, of.row())))
                : all.made(of, value, new OuterFunction.Sum(), readers(of, sequence), List.of());
    }

    /** The embedding, or all that the lowest layer hands down and what is carried past it. */
    private List<Group> readers(GradientOfGiven of, int sequence) {
        MadeOutputs outputs = new MadeOutputs(all);
        if (session.network().embedding().isEmpty()) {
            return outputs.arriving(-1, of.row(), sequence, of.column(), List.of());
        }
        String token = Cell.gradient(Embedding.TOKEN);
        return List.of(outputs.from(new OfStep(Embedding.KEY, token, of.row(), sequence, of.column()), List.of()));
    }

    /** What flows out of the first step; what is put on the last state where there are no steps. */
    private Explanation initialState(GradientOfGiven of, FullName name) {
        Part part = session.network().part(name.part());
        int length = session.lengths().get(of.row());
        int first = part.reversed() ? length - 1 : 0; // through it passes what belongs to the first that is computed
        NumberId from = length == 0
                ? new Given(new TableId.FinalGradient(name), of.row(), of.column())
                : new OfStep(name.part(), new Name(Cell.gradient(name.local())), first, of.row(), of.column());
        double value = all.run()
                .trace()
                .part(name.part())
                .initialStateGradient(name.local())
                .get(of.row(), of.column());
        return all.made(of, value, new OuterFunction.Sum(), List.of(all.same(from)), List.of());
    }
}
