package org.gatescope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Symbol;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.TimeOrder;
import org.gatescope.engine.diagnostics.StepJacobians;
import org.gatescope.explain.NumberId.JacobianNorm;
import org.gatescope.explain.NumberId.Norm;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.number.Table;

/** NormExplaining: the square root of a sum of squares. */
final class NormExplaining {
    private final Explaining all;
    private final Session session;

    NormExplaining(Explaining all) {
        this.all = all;
        this.session = all.run().session();
    }

    Optional<Explanation> explain(Norm norm) {
        OfStep first = new OfStep(norm.part(), norm.name(), norm.step(), norm.sequence(), 0);
        if (all.explain(first).isEmpty()) {
            return Optional.empty();
        }
        Table table = all.numbers(first).of(first.node());
        List<Term> terms = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int unit = 0; unit < table.columns(); unit++) {
            OfStep id = new OfStep(norm.part(), norm.name(), norm.step(), norm.sequence(), unit);
            Factor factor = new Factor(all.symbols().plain(id), table.repeated(norm.sequence(), unit), id);
            terms.add(new Term(false, List.of(factor, factor)));
            values.add(terms.getLast().value());
        }
        OuterFunction root = new OuterFunction.Root();
        return Optional.of(all.made(norm, root.of(values), root, List.of(squares(norm, terms)), List.of()));
    }

    private Group squares(NumberId norm, List<Term> terms) {
        Formula entry = norm instanceof Norm of
                ? NamesOfParts.of(session, of.part()).symbol(of.name())
                : new Symbol("J", Formula.Style.QUANTITY);
        Formula squared = new Formula.Script(entry, Formula.EMPTY, new Symbol("2", Formula.Style.NUMBER));
        Formula sum = Places.row(Places.operator("∑"), squared);
        return new Group(new Origin.Summand(), false, sum, terms);
    }

    Optional<Explanation> explain(JacobianNorm norm) {
        Optional<Part> part = session.part(norm.part());
        boolean isThere = part.isPresent()
                && part.get().layer().cell().states().contains(norm.state())
                && Explaining.isWithin(norm.sequence(), session.batch())
                && isInOrder(norm, TimeOrder.of(session.numbers(), part.get()));
        return isThere ? Optional.of(jacobian(norm, part.get())) : Optional.empty();
    }

    private static boolean isInOrder(JacobianNorm norm, TimeOrder order) {
        boolean areThere = order.has(norm.sequence(), norm.later()) && order.has(norm.sequence(), norm.earlier());
        return areThere && (order.reversed() ? norm.later() <= norm.earlier() : norm.later() >= norm.earlier());
    }

    private Explanation jacobian(JacobianNorm norm, Part part) {
        double[][] block = block(norm, part, norm.later(), norm.earlier());
        List<Term> terms = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < block.length; i++) {
            for (int j = 0; j < block.length; j++) {
                Factor entry = new Factor(entry(norm, i, j), block[i][j], false, Optional.empty());
                terms.add(new Term(false, List.of(entry, entry)));
                values.add(terms.getLast().value());
            }
        }
        OuterFunction root = new OuterFunction.Root();
        List<Factor> along = alongTheWay(norm, part);
        List<Remark> remarks = along.isEmpty() ? List.of() : List.of(Remark.PRODUCT_OF_STEPS);
        return all.made(norm, root.of(values), root, List.of(squares(norm, terms)), along, remarks);
    }

    /** ∂state[later]/∂state[earlier], (H, H). */
    private double[][] block(JacobianNorm norm, Part part, int later, int earlier) {
        Run run = all.run();
        StepJacobians steps =
                StepJacobians.of(session.network(), session.inputs(), run.trace(), part.key(), norm.sequence());
        int width = part.layer().width(norm.state());
        int first = steps.firstColumn(norm.state());
        Matrix product = steps.product(later, earlier);
        double[][] block = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                block[i][j] = product.get(first + i, first + j);
            }
        }
        return block;
    }

    private Formula entry(JacobianNorm norm, int i, int j) {
        return Places.row(
                Places.operator("∂"),
                unit(norm, norm.later(), i),
                Places.operator("/"),
                Places.operator("∂"),
                unit(norm, norm.earlier(), j));
    }

    private Formula unit(JacobianNorm norm, int step, int unit) {
        Formula symbol = NamesOfParts.of(session, norm.part()).symbol(norm.state());
        return Places.bracketed(Places.at(symbol, step), Integer.toString(unit));
    }

    /** The Jacobian of each single step on the way, from the later to the earlier. */
    private List<Factor> alongTheWay(JacobianNorm norm, Part part) {
        List<Factor> along = new ArrayList<>();
        TimeOrder order = TimeOrder.of(session.numbers(), part);
        if (order.previous(norm.later()) == norm.earlier()) {
            return along;
        }
        for (int t = norm.later(); t != norm.earlier(); t = order.previous(t)) {
            all.progress().report(along.size(), session.steps());
            JacobianNorm single = new JacobianNorm(norm.part(), norm.state(), norm.sequence(), t, order.previous(t));
            double sum = 0;
            for (double[] row : block(norm, part, t, order.previous(t))) {
                for (double value : row) {
                    sum += value * value;
                }
            }
            along.add(new Factor(all.symbols().of(single), Math.sqrt(sum), single));
        }
        return along;
    }
}
