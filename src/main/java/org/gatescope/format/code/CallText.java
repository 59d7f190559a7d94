package org.gatescope.format.code;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gatescope.cell.Combination;
import org.gatescope.cell.Expression;
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
import org.gatescope.cell.Function;
import org.gatescope.cell.RowFunction;

/**
 * Expressions as calls, {@code add(product(x, W), b)}, for languages without operators for arrays.
 *
 * @param number how a constant stands there: {@code %s}
 */
record CallText(FunctionTexts functions, String number) implements ExpressionText {
    @Override
    public String of(Expression node, UnaryOperator<String> names) {
        return switch (node) {
            case Name(String name) -> names.apply(name);
            case Number(double value) -> number.formatted(ExpressionText.number(value));
            case Negate(Expression argument) -> written("negate", List.of(argument), names);
            case Power(Expression base, double exponent) ->
                call("power", List.of(of(base, names), ExpressionText.number(exponent)));
            case Binary(Operator operator, Expression left, Expression right) ->
                written(word(operator), operands(operator, node), names);
            case Product(Expression left, Expression right) -> written("product", List.of(left, right), names);
            case Transpose(Expression argument) -> written("transpose", List.of(argument), names);
            case RowSum(Expression argument) -> written("sum", List.of(argument), names);
            case Apply(Function function, Expression argument) ->
                function == Function.IDENTITY
                        ? of(argument, names)
                        : written(function.word(), List.of(argument), names);
            case Combine(Combination combination, List<Expression> arguments) ->
                written(combination.word(), arguments, names);
            case Call(RowFunction function, List<Expression> arguments) -> written(function.word(), arguments, names);
        };
    }

    private static String word(Operator operator) {
        return switch (operator) {
            case PLUS -> "add";
            case MINUS -> "subtract";
            case TIMES -> "multiply";
            case DIVIDE -> "divide";
        };
    }

    /** Those of a chain of sums, or of products, are operands of one call. */
    private static List<Expression> operands(Operator operator, Expression node) {
        List<Expression> operands = new ArrayList<>();
        boolean chains = operator == Operator.PLUS || operator == Operator.TIMES;
        Expression left = node;
        while (left instanceof Binary(Operator own, Expression first, Expression second) && own == operator) {
            operands.addFirst(second);
            left = first;
            if (!chains) {
                break;
            }
        }
        operands.addFirst(left);
        return operands;
    }

    private String written(String word, List<Expression> arguments, UnaryOperator<String> names) {
        return call(
                word, arguments.stream().map(argument -> of(argument, names)).toList());
    }

    @Override
    public String call(String word, List<String> arguments) {
        return arguments.stream().collect(Collectors.joining(", ", functions.name(word) + "(", ")"));
    }
}
