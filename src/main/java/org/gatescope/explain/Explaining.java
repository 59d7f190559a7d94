package org.gatescope.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.QuantityName;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.explain.NumberId.Given;
import org.gatescope.explain.NumberId.GradientOfGiven;
import org.gatescope.explain.NumberId.JacobianNorm;
import org.gatescope.explain.NumberId.Norm;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Run;
import org.gatescope.session.TableId;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.session.number.Table;

/** Explains the numbers of a run, each kind in its way. */
final class Explaining {
    private final Run run;
    private final Symbols symbols;
    private final Links links;
    private final Progress progress;

    /** @param progress told of each step that is looked at */
    Explaining(Run run, Progress progress) {
        this.run = run;
        this.progress = progress;
        this.symbols = new Symbols(run.session());
        this.links = new Links(run.session());
    }

    Run run() {
        return run;
    }

    Progress progress() {
        return progress;
    }

    Symbols symbols() {
        return symbols;
    }

    Links links() {
        return links;
    }

    Optional<Explanation> explain(NumberId id) {
        return switch (id) {
            case OfStep at -> isThere(at) ? Optional.of(ofStep(at)) : Optional.empty();
            case Given given -> isThere(given) ? Optional.of(given(given)) : Optional.empty();
            case GradientOfGiven of -> new GivenGradientExplaining(this).explain(of);
            case NumberId.Loss loss -> new LossExplaining(this).explain(loss);
            case Norm norm -> new NormExplaining(this).explain(norm);
            case JacobianNorm norm -> new NormExplaining(this).explain(norm);
        };
    }

    private Explanation ofStep(OfStep at) {
        return switch (at.part()) {
            case ReadOut.KEY -> new ReadOutExplaining(this, at).explain();
            case Embedding.KEY -> new EmbeddingExplaining(this, at).explain();
            default -> new CellExplaining(this, at).explain();
        };
    }

    /** A number that was typed has no terms. */
    private Explanation given(Given given) {
        double value = run.session().table(given.table()).get(given.row(), given.column());
        return made(given, value, new OuterFunction.Sum(), List.of(), EnumSet.of(Remark.GIVEN));
    }

    StepNumbers numbers(OfStep at) {
        return new StepNumbers(run, at.part(), at.step());
    }

    Expansion expansion(OfStep at, StepNumbers numbers) {
        return new Expansion(at.part(), at.step(), numbers, symbols, links);
    }

    double value(NumberId id) {
        return switch (id) {
            case OfStep at -> numbers(at).of(at.node()).repeated(at.row(), at.column());
            case Given(TableId table, int row, int column) ->
                run.session().table(table).get(row, column);
            default -> explain(id).map(Explanation::value).orElse(Double.NaN);
        };
    }

    /** A factor that is a number of its own. */
    Factor factor(NumberId id) {
        return new Factor(symbols.of(id), value(id), id);
    }

    /** The same number, as it stands elsewhere. */
    Group same(NumberId id) {
        return new Group(new Origin.Same(), false, symbols.of(id), List.of(new Term(factor(id))));
    }

    Explanation made(NumberId id, double value, OuterFunction outer, List<Group> groups, Collection<Remark> remarks) {
        return made(id, value, outer, groups, List.of(), remarks);
    }

    Explanation made(
            NumberId id,
            double value,
            OuterFunction outer,
            List<Group> groups,
            List<Factor> along,
            Collection<Remark> remarks) {
        return made(id, value, outer, groups, along, remarks, 0);
    }

    /** @param size of what the terms were added up from */
    Explanation made(
            NumberId id,
            double value,
            OuterFunction outer,
            List<Group> groups,
            List<Factor> along,
            Collection<Remark> remarks,
            double size) {
        List<Double> terms = new ArrayList<>();
        groups.forEach(group -> group.terms().forEach(term -> terms.add(term.value())));
        Set<Remark> all = EnumSet.noneOf(Remark.class);
        all.addAll(remarks);
        boolean isFinite = Double.isFinite(value) && terms.stream().allMatch(Double::isFinite);
        if (!isFinite) {
            all.add(Remark.NOT_FINITE);
        }
        boolean isExplained = !groups.isEmpty() || (value == 0 && !all.contains(Remark.GIVEN));
        Rounding figures = Rounding.of(value, outer, groups.isEmpty() ? List.of(value) : terms, size);
        if (isFinite && isExplained && !figures.agrees()) {
            all.add(run.session().mistakes().mistakes().isEmpty() ? Remark.DISAGREES : Remark.MISTAKES);
        }
        return new Explanation(id, value, symbols.plain(id), outer, groups, along, all, figures);
    }

    private boolean isThere(Given given) {
        if (!run.session().has(given.table())) {
            return false;
        }
        Matrix table = run.session().table(given.table());
        return isWithin(given.row(), table.rows()) && isWithin(given.column(), table.columns());
    }

    /** Parts, names and sizes may have changed since the number was named. */
    private boolean isThere(OfStep at) {
        if (!hasPart(at.part())
                || !isWithin(at.step(), run.session().steps())
                || run.session().batch() == 0) {
            return false;
        }
        if (!org.gatescope.cell.Names.in(at.node()).stream().allMatch(name -> knows(at.part(), name.text()))) {
            return false;
        }
        try {
            Table table = numbers(at).of(at.node());
            boolean isRow = table.rows() == 1 ? at.row() >= 0 : isWithin(at.row(), table.rows());
            boolean isSequence =
                    !isOfSequence(at) || isWithin(at.row(), run.session().batch());
            return isRow && isSequence && isWithin(at.column(), table.columns());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether a row is a sequence of the batch: of all names of a layer but its parameters and their gradients. */
    private boolean isOfSequence(OfStep at) {
        return at.node() instanceof Name(String name)
                && run.session()
                        .part(at.part())
                        .map(own -> !own.layer().cell().parameters().containsKey(QuantityName.base(name)))
                        .orElse(false);
    }

    /** A name of a layer's direction; the others say for themselves what they do not know. */
    private boolean knows(String part, String name) {
        String base = QuantityName.base(name);
        return run.session()
                .part(part)
                .map(own -> name.equals(Arrivals.UPSTREAM.text())
                        || own.layer().cell().parameters().containsKey(base)
                        || run.trace().part(part).quantities().contains(base))
                .orElse(true);
    }

    boolean hasPart(String part) {
        return switch (part) {
            case ReadOut.KEY ->
                run.session().network().readOut().isPresent()
                        && run.session().objective().isPresent();
            case Embedding.KEY -> run.session().network().embedding().isPresent();
            default -> run.session().part(part).isPresent();
        };
    }

    static boolean isWithin(int index, int size) {
        return index >= 0 && index < size;
    }

    /** The gradient of a parameter as the engine has summed it. */
    Matrix parameterGradient(String full) {
        return Objects.requireNonNull(run.trace().parameterGradients().get(full), full);
    }
}
