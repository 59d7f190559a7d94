package org.gatescope.format.code;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gatescope.cell.Combination;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Combine;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Expression.Power;
import org.gatescope.cell.Function;
import org.gatescope.cell.Names;
import org.gatescope.cell.Rewriting;

/** Expressions in which constants are worked out, as functions of PyTorch take tensors alone. */
record FoldedText(ExpressionText expressions) implements ExpressionText {
    @Override
    public String of(Expression expression, UnaryOperator<String> names) {
        return expressions.of(Rewriting.each(expression, FoldedText::folded), names);
    }

    @Override
    public String call(String word, List<String> arguments) {
        return expressions.call(word, arguments);
    }

    private static Expression folded(Expression node) {
        boolean isConstant = Names.in(node).isEmpty() && !(node instanceof Number);
        boolean asks = node instanceof Combine(Combination asked, List<Expression> of) && asked.isComparison();
        return isConstant && !asks ? new Number(value(node)) : node;
    }

    private static double value(Expression node) {
        return switch (node) {
            case Number(double value) -> value;
            case Negate(Expression argument) -> -value(argument);
            case Power(Expression base, double exponent) -> Math.pow(value(base), exponent);
            case Apply(Function function, Expression argument) -> function.at(value(argument));
            case Binary(Operator operator, Expression left, Expression right) ->
                operator.apply(value(left), value(right));
            case Combine(Combination combination, List<Expression> arguments) ->
                combination.of(arguments.stream().map(FoldedText::value).toList());
            default -> throw new IllegalArgumentException("no constant: " + node);
        };
    }
}
