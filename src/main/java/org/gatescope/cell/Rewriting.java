package org.gatescope.cell;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Call;
import org.gatescope.cell.Expression.Combine;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Expression.Power;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.RowSum;
import org.gatescope.cell.Expression.Transpose;

/** Expressions with some of their nodes replaced. */
public final class Rewriting {
    private Rewriting() {}

    /**
     * Replaces nodes from the leaves up.
     *
     * @param change gives for a node, whose operands are replaced already, what stands in its place
     */
    public static Expression each(Expression node, UnaryOperator<Expression> change) {
        return change.apply(
                switch (node) {
                    case Name name -> name;
                    case Number number -> number;
                    case Negate(Expression argument) -> new Negate(each(argument, change));
                    case Power(Expression base, double exponent) -> new Power(each(base, change), exponent);
                    case Apply(Function function, Expression argument) -> new Apply(function, each(argument, change));
                    case Binary(Operator operator, Expression left, Expression right) ->
                        new Binary(operator, each(left, change), each(right, change));
                    case Product(Expression left, Expression right) ->
                        new Product(each(left, change), each(right, change));
                    case Transpose(Expression argument) -> new Transpose(each(argument, change));
                    case RowSum(Expression argument) -> new RowSum(each(argument, change));
                    case Combine(Combination combination, List<Expression> arguments) ->
                        new Combine(combination, each(arguments, change));
                    case Call(RowFunction function, List<Expression> arguments) ->
                        new Call(function, each(arguments, change));
                });
    }

    private static List<Expression> each(List<Expression> nodes, UnaryOperator<Expression> change) {
        return nodes.stream().map(node -> each(node, change)).toList();
    }

    /** Replaces names alone. */
    public static Expression names(Expression expression, UnaryOperator<Name> change) {
        return each(expression, node -> node instanceof Name name ? change.apply(name) : node);
    }
}
