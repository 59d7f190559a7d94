package org.gatescope.explain;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Call;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.RowSum;
import org.gatescope.cell.Expression.Transpose;
import org.gatescope.cell.Formula;
import org.gatescope.cell.Reduction;
import org.gatescope.cell.RowOperation;
import org.gatescope.explain.NumberId.OfStep;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.session.number.Table;

/** Takes a node apart, at a place of a step, into the products whose sum it is. */
final class Expansion {
    private final String part;
    private final int step;
    private final StepNumbers numbers;
    private final Symbols symbols;
    private final Links links;

    Expansion(String part, int step, StepNumbers numbers, Symbols symbols, Links links) {
        this.part = part;
        this.step = step;
        this.numbers = numbers;
        this.symbols = symbols;
        this.links = links;
    }

    /** A summand with its sign. */
    record Summand(boolean negative, Expression node) {}

    /** The summands of a chain of sums and differences. */
    static List<Summand> summands(Expression node) {
        List<Summand> summands = new ArrayList<>();
        gather(node, false, summands);
        return summands;
    }

    private static void gather(Expression node, boolean negative, List<Summand> to) {
        switch (node) {
            case Binary(Operator operator, Expression left, Expression right)
            when operator == Operator.PLUS || operator == Operator.MINUS -> {
                gather(left, negative, to);
                gather(right, negative != (operator == Operator.MINUS), to);
            }
            case Negate(Expression argument) -> gather(argument, !negative, to);
            default -> to.add(new Summand(negative, node));
        }
    }

    /** @param row sequence, or row of a parameter */
    List<Term> terms(Expression node, boolean negative, int row, int column) {
        List<Term> terms = new ArrayList<>();
        expand(node, negative, new Cursor(row, column, false), terms);
        return terms;
    }

    /** A node as the only factor of a term. */
    Term whole(Expression node, int row, int column) {
        return new Term(factor(node, new Cursor(row, column, false)));
    }

    /** All columns of a row. */
    List<Term> columns(Expression node, int row) {
        List<Term> terms = new ArrayList<>();
        eachColumn(node, k -> terms.add(whole(node, row, k)));
        return terms;
    }

    /**
     * Where a node is looked at.
     *
     * @param bySequence true within a sum over sequences
     */
    private record Cursor(int row, int column, boolean bySequence) {
        @SuppressWarnings("ArgumentSelectionDefectChecker") // that is what turns it
        Cursor turned() {
            return new Cursor(column, row, bySequence);
        }

        Cursor atRow(int another) {
            return new Cursor(another, column, true);
        }

        Cursor atColumn(int another) {
            return new Cursor(row, another, bySequence);
        }
    }

    private void expand(Expression node, boolean negative, Cursor at, List<Term> to) {
        for (Summand summand : summands(node)) {
            boolean sign = negative != summand.negative();
            switch (summand.node()) {
                case Product(Expression left, Expression right) -> product(left, right, sign, at, to);
                case RowSum(Expression argument) -> {
                    for (int n = 0; n < numbers.of(argument).rows(); n++) {
                        expand(argument, sign, at.atRow(n), to);
                    }
                }
                case Transpose(Expression argument) -> expand(argument, sign, at.turned(), to);
                case Call call -> call(call, sign, at, to);
                default -> to.add(product(summand.node(), sign, at));
            }
        }
    }

    /** The K products of a matrix product. */
    private void product(Expression left, Expression right, boolean negative, Cursor at, List<Term> to) {
        boolean overSequences = left instanceof Transpose;
        for (int k = 0; k < numbers.of(right).rows(); k++) {
            Factors factors = new Factors(negative);
            factors.add(left, new Cursor(at.row(), k, at.bySequence() || overSequences));
            factors.add(right, new Cursor(k, at.column(), at.bySequence() || overSequences));
            to.add(factors.term());
        }
    }

    private Term product(Expression node, boolean negative, Cursor at) {
        Factors factors = new Factors(negative);
        factors.add(node, at);
        return factors.term();
    }

    /** A product's factors, with the signs before them taken out. */
    private final class Factors {
        private final List<Factor> factors = new ArrayList<>();
        private boolean negative;

        Factors(boolean negative) {
            this.negative = negative;
        }

        void add(Expression node, Cursor at) {
            add(node, at, false);
        }

        void add(Expression node, Cursor at, boolean divides) {
            switch (node) {
                case Negate(Expression argument) -> {
                    negative = !negative;
                    add(argument, at, divides);
                }
                case Binary(Operator operator, Expression left, Expression right)
                when operator == Operator.TIMES || operator == Operator.DIVIDE -> {
                    add(left, at, divides);
                    add(right, at, divides != (operator == Operator.DIVIDE));
                }
                case Transpose(Expression argument) -> add(argument, at.turned(), divides);
                default -> factors.add(divides ? factor(node, at).divisor() : factor(node, at));
            }
        }

        /** A product does not begin with a divisor. */
        Term term() {
            return new Term(negative, factors);
        }
    }

    private Factor factor(Expression node, Cursor at) {
        Table table = numbers.of(node);
        int row = table.rows() == 1 ? 0 : at.row();
        int column = table.columns() == 1 ? 0 : at.column();
        OfStep id = new OfStep(part, node, step, row, column);
        Formula symbol = symbols.of(part, node, step, row, column, at.bySequence());
        boolean isLoose = summands(node).size() > 1;
        return new Factor(isLoose ? Places.fenced(symbol) : symbol, table.at(row, column), false, links.of(id));
    }

    /** The functions of whole rows, by what they mean; stable where outputs vanish. */
    private void call(Call call, boolean negative, Cursor at, List<Term> to) {
        Expression a = call.arguments().getFirst();
        switch (call.function()) {
            case RowOperation.TOTAL, Reduction.SUM -> eachColumn(a, k -> expand(a, negative, at.atColumn(k), to));
            case RowOperation.TOTAL_WHERE -> {
                Expression summed = call.arguments().getLast();
                eachColumn(a, k -> {
                    if (numbers.of(a).at(at.row(), k) != 0) {
                        expand(summed, negative, at.atColumn(k), to);
                    }
                });
            }
            case RowOperation.SOFTMAX -> to.add(product(call, negative, at));
            default ->
                call.function()
                        .meaning(call.arguments(), numbers.of(a).columns())
                        .ifPresentOrElse(
                                meant -> expand(meant, negative, at, to), () -> to.add(product(call, negative, at)));
        }
    }

    private interface OfColumn {
        void at(int column);
    }

    private void eachColumn(Expression row, OfColumn each) {
        for (int k = 0; k < numbers.of(row).columns(); k++) {
            each.at(k);
        }
    }
}
