package org.gatescope.cell;

import java.util.List;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Combine;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Expression.Power;

/** Expressions of numbers alone. */
public final class Constants {
    private Constants() {}

    /** The value of an expression without names; NaN if there is a name in it. */
    public static double value(Expression expression) {
        return switch (expression) {
            case Number(double value) -> value;
            case Negate(Expression argument) -> -value(argument);
            case Power(Expression base, double exponent) -> Math.pow(value(base), exponent);
            case Apply(Function function, Expression argument) -> function.at(value(argument));
            case Binary(Operator operator, Expression left, Expression right) ->
                operator.apply(value(left), value(right));
            case Combine(Combination combination, List<Expression> arguments) ->
                combination.of(arguments.stream().map(Constants::value).toList());
            default -> Double.NaN;
        };
    }
}
