package org.gatescope.session.debug;

import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.gatescope.cell.Condition;
import org.gatescope.cell.Condition.And;
import org.gatescope.cell.Condition.Any;
import org.gatescope.cell.Condition.Compare;
import org.gatescope.cell.Condition.Flaw;
import org.gatescope.cell.Condition.Has;
import org.gatescope.cell.Condition.Not;
import org.gatescope.cell.Condition.Or;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Names;
import org.gatescope.cell.Relation;
import org.gatescope.session.Run;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.session.number.Table;

/** What conditions come to among the numbers of one part. */
final class Evaluation {
    private final Run run;
    private final int sequence;
    private final StepNumbers numbers;
    private final Set<String> parameters;

    Evaluation(Run run, String part, int sequence) {
        this.run = run;
        this.sequence = sequence;
        this.numbers = new StepNumbers(run, part, 0);
        this.parameters = PartNames.parameters(run, part);
    }

    /** True if the part has all of the names, and tables that are multiplied or added fit. */
    boolean understands(List<Expression> expressions) {
        return expressions.stream()
                .allMatch(expression -> Names.in(expression).stream().allMatch(this::has) && fits(expression));
    }

    /**
     * @param completed the quantity that has just been computed
     * @return false beyond the end of the sequence
     */
    boolean holds(Condition condition, int step, String completed) {
        if (step >= run.session().lengths().get(sequence)) {
            return false;
        }
        numbers.show(run, step);
        return holds(condition, completed);
    }

    /** True if one number of a quantity, in any sequence, is not finite. */
    boolean isNonFinite(String quantity, int step) {
        numbers.show(run, step);
        Table table = numbers.of(new Name(quantity));
        for (int row = 0; row < table.rows(); row++) {
            if (some(table, row, value -> !Double.isFinite(value))) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(Condition condition, String completed) {
        return switch (condition) {
            case Compare(Relation relation, Expression left, Expression right) -> compares(relation, left, right);
            case Has(Flaw flaw, Expression expression) -> has(flaw, expression);
            case Any(Flaw flaw) -> has(flaw, new Name(completed));
            case And(Condition left, Condition right) -> holds(left, completed) && holds(right, completed);
            case Or(Condition left, Condition right) -> holds(left, completed) || holds(right, completed);
            case Not(Condition inner) -> !holds(inner, completed);
        };
    }

    private boolean compares(Relation relation, Expression left, Expression right) {
        Table a = numbers.of(left);
        Table b = numbers.of(right);
        boolean isWhole = isOfParameters(left) && isOfParameters(right);
        int rows = Math.max(a.rows(), b.rows());
        for (int row = isWhole ? 0 : sequence; row < (isWhole ? rows : sequence + 1); row++) {
            for (int k = 0; k < Math.max(a.columns(), b.columns()); k++) {
                if (relation.test(a.repeated(row, k), b.repeated(row, k))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean has(Flaw flaw, Expression expression) {
        Table table = numbers.of(expression);
        if (!isOfParameters(expression)) {
            return some(table, table.rows() == 1 ? 0 : sequence, flaw::test);
        }
        for (int row = 0; row < table.rows(); row++) {
            if (some(table, row, flaw::test)) {
                return true;
            }
        }
        return false;
    }

    private static boolean some(Table table, int row, DoublePredicate test) {
        for (int k = 0; k < table.columns(); k++) {
            if (test.test(table.at(row, k))) {
                return true;
            }
        }
        return false;
    }

    /** Its rows are those of tables, not sequences. */
    private boolean isOfParameters(Expression expression) {
        return Names.in(expression).stream()
                .map(Name::text)
                .allMatch(name -> parameters.contains(PartNames.isGradient(name) ? PartNames.of(name) : name));
    }

    private boolean has(Name name) {
        try {
            Table table = numbers.of(name);
            if (table.rows() > 0 && table.columns() > 0) {
                table.at(0, 0); // names are looked up when they are read
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false; // the contract of StepNumbers for a name that the part lacks
        }
    }

    private boolean fits(Expression expression) {
        return Names.operands(expression).stream().allMatch(this::fits)
                && switch (expression) {
                    case Product(Expression left, Expression right) ->
                        isOfParameters(right)
                                && numbers.of(left).columns()
                                        == numbers.of(right).rows();
                    case Binary(var operator, Expression left, Expression right) ->
                        repeats(numbers.of(left).columns(), numbers.of(right).columns())
                                && repeats(
                                        numbers.of(left).rows(),
                                        numbers.of(right).rows());
                    default -> true;
                };
    }

    private static boolean repeats(int a, int b) {
        return a == b || a == 1 || b == 1;
    }
}
