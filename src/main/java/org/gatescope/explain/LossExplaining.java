package org.gatescope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Formula;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.Session;
import org.gatescope.session.number.StepNumbers;

/** The loss of a run: weight times loss, over all steps and sequences that count. */
final class LossExplaining {
    private final Explaining all;
    private final Session session;

    LossExplaining(Explaining all) {
        this.all = all;
        this.session = all.run().session();
    }

    Optional<Explanation> explain(NumberId.Loss loss) {
        if (!all.hasPart(ReadOut.KEY)) {
            return Optional.empty();
        }
        boolean everyStep = session.network().readOut().orElseThrow().everyStep();
        List<Term> terms = new ArrayList<>();
        StepNumbers numbers = new StepNumbers(all.run(), ReadOut.KEY, 0);
        for (int t = everyStep ? 0 : Math.max(0, session.steps() - 1); t < session.steps(); t++) {
            all.progress().report(t, session.steps());
            numbers.show(all.run(), t);
            for (int n = 0; n < session.batch(); n++) {
                addTerm(t, n, everyStep, numbers, terms);
            }
        }
        double value = all.run().trace().readOut().orElseThrow().loss();
        Formula sum = Places.row(Places.operator("∑"), new Formula.Symbol("weight · loss", Formula.Style.FUNCTION));
        List<Group> groups = terms.isEmpty() ? List.of() : List.of(new Group(new Origin.Summand(), false, sum, terms));
        List<Remark> remarks = terms.isEmpty() ? List.of(Remark.NOT_COUNTED) : List.of();
        return Optional.of(all.made(loss, value, new OuterFunction.Sum(), groups, remarks));
    }

    /** What does not count is left out. */
    private void addTerm(int t, int n, boolean everyStep, StepNumbers numbers, List<Term> to) {
        Goal goal = session.inputs().goal().orElseThrow();
        int row = everyStep ? t * session.batch() + n : n;
        if (goal.weights().get(row, 0) != 0) {
            to.add(new Term(
                    false,
                    List.of(
                            factor(ReadOutEquations.WEIGHT, t, n, numbers),
                            factor(ReadOutEquations.LOSS, t, n, numbers))));
        }
    }

    private Factor factor(String name, int t, int n, StepNumbers numbers) {
        OfStep id = new OfStep(ReadOut.KEY, name, t, n, 0);
        Formula symbol = session.batch() == 1
                ? Places.at(new Formula.Symbol(name, Formula.Style.QUANTITY), t)
                : all.symbols().of(ReadOut.KEY, new Name(name), t, n, 0, true);
        return new Factor(symbol, numbers.of(id.node()).at(n, 0), id);
    }
}
