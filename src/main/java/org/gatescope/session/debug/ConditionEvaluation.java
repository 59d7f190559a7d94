package org.gatescope.session.debug;

import java.util.List;
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
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Relation;
import org.gatescope.session.Run;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.session.number.Table;

/** What conditions come to among the numbers of one part. */
final class ConditionEvaluation {
    private final Run run;
    private final int sequence;
    private final StepNumbers numbers;

    ConditionEvaluation(Run run, String part, int sequence) {
        this.run = run;
        this.sequence = sequence;
        this.numbers = new StepNumbers(run, part, 0);
    }

    /** True if the part has all of the names, and tables that are combined go together. */
    boolean understands(Condition condition) {
        return new ConditionFitting(numbers).fits(condition);
    }

    /** @param computed the quantities that are computed in this step so far */
    boolean holds(Condition condition, int step, List<String> computed) {
        numbers.show(run, step);
        return holds(condition, computed);
    }

    /** True if one number of these quantities, in any sequence, is not finite. */
    boolean isNonFinite(List<String> quantities, int step) {
        numbers.show(run, step);
        return quantities.stream()
                .map(quantity -> numbers.of(new Name(quantity)))
                .anyMatch(table -> some(table, 0, table.rows(), value -> !Double.isFinite(value)));
    }

    private boolean holds(Condition condition, List<String> computed) {
        return switch (condition) {
            case Compare(Relation relation, Expression left, Expression right) -> compares(relation, left, right);
            case Has(Flaw flaw, Expression expression) -> has(flaw, expression);
            case Any(Flaw flaw) -> computed.stream().anyMatch(quantity -> has(flaw, new Name(quantity)));
            case And(Condition left, Condition right) -> holds(left, computed) && holds(right, computed);
            case Or(Condition left, Condition right) -> holds(left, computed) || holds(right, computed);
            case Not(Condition inner) -> !holds(inner, computed);
        };
    }

    private boolean compares(Relation relation, Expression left, Expression right) {
        Table a = numbers.of(left);
        Table b = numbers.of(right);
        boolean isWhole = numbers.isOfParameters(left) && numbers.isOfParameters(right);
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
        if (table.rows() == 1 || numbers.isOfParameters(expression)) {
            return some(table, 0, table.rows(), flaw::test);
        }
        return some(table, sequence, sequence + 1, flaw::test);
    }

    private static boolean some(Table table, int from, int to, DoublePredicate test) {
        for (int row = from; row < to; row++) {
            for (int k = 0; k < table.columns(); k++) {
                if (test.test(table.at(row, k))) {
                    return true;
                }
            }
        }
        return false;
    }
}
