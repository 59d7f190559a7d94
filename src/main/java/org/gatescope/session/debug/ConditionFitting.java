package org.gatescope.session.debug;

import java.util.List;
import org.gatescope.cell.Condition;
import org.gatescope.cell.Condition.And;
import org.gatescope.cell.Condition.Any;
import org.gatescope.cell.Condition.Compare;
import org.gatescope.cell.Condition.Has;
import org.gatescope.cell.Condition.Not;
import org.gatescope.cell.Condition.Or;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Call;
import org.gatescope.cell.Expression.Combine;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.Transpose;
import org.gatescope.cell.Names;
import org.gatescope.cell.RowFunction;
import org.gatescope.cell.RowOperation;
import org.gatescope.session.number.StepNumbers;
import org.gatescope.session.number.Table;

/**
 * Whether a part has the names of an expression, and its tables go together: as wide as one another, or one number that is
 * repeated. What is a matrix of parameters has no row for each sequence, and goes only with its like.
 */
record ConditionFitting(StepNumbers numbers) {
    boolean fits(Condition condition) {
        return switch (condition) {
            case Compare(var relation, Expression left, Expression right) ->
                fits(left) && fits(right) && goTogether(left, right);
            case Has(var flaw, Expression expression) -> fits(expression);
            case Any any -> true;
            case And(Condition left, Condition right) -> fits(left) && fits(right);
            case Or(Condition left, Condition right) -> fits(left) && fits(right);
            case Not(Condition inner) -> fits(inner);
        };
    }

    boolean fits(Expression expression) {
        return Names.in(expression).stream().allMatch(this::has) && sizesFit(expression);
    }

    private boolean has(Name name) {
        try {
            numbers.of(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false; // the contract of StepNumbers for a name that the part lacks
        }
    }

    private boolean sizesFit(Expression expression) {
        return Names.operands(expression).stream().allMatch(this::sizesFit)
                && switch (expression) {
                    case Product(Expression left, Expression right) -> multiply(left, right);
                    case Binary(var operator, Expression left, Expression right) -> goTogether(left, right);
                    case Combine(var combination, List<Expression> arguments) -> goTogether(arguments);
                    case Transpose(Expression argument) -> numbers.isOfParameters(argument);
                    case Call(RowFunction function, List<Expression> arguments)
                    when function == RowOperation.UNIT -> isThere(arguments.getFirst(), arguments.getLast());
                    default -> true;
                };
    }

    private boolean multiply(Expression left, Expression right) {
        return numbers.isOfParameters(right)
                && numbers.of(left).columns() == numbers.of(right).rows();
    }

    private boolean isThere(Expression of, Expression index) {
        return index instanceof Number(double unit) && unit < numbers.of(of).columns();
    }

    private boolean goTogether(List<Expression> all) {
        return all.stream().allMatch(left -> all.stream().allMatch(right -> goTogether(left, right)));
    }

    private boolean goTogether(Expression left, Expression right) {
        Table a = numbers.of(left);
        Table b = numbers.of(right);
        if (!repeats(a.columns(), b.columns())) {
            return false;
        }
        boolean areOfParameters = numbers.isOfParameters(left) && numbers.isOfParameters(right);
        return areOfParameters ? repeats(a.rows(), b.rows()) : !isMatrix(left) && !isMatrix(right);
    }

    private boolean isMatrix(Expression expression) {
        return numbers.isOfParameters(expression) && numbers.of(expression).rows() > 1;
    }

    private static boolean repeats(int a, int b) {
        return a == b || a == 1 || b == 1;
    }
}
