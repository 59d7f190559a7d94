package org.gatescope.format.code;

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

/** Expressions with operators, as Python has them for arrays. */
record OperatorText(FunctionTexts functions) implements ExpressionText {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int UNARY = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    @Override
    public String of(Expression expression, UnaryOperator<String> names) {
        return new Written(names).text(expression, 0);
    }

    @Override
    public String call(String word, List<String> arguments) {
        return functions.name(word) + "(" + String.join(", ", arguments) + ")";
    }

    private final class Written {
        private final UnaryOperator<String> names;

        Written(UnaryOperator<String> names) {
            this.names = names;
        }

        /** @param loosest how tightly it has to hold together not to need parentheses */
        String text(Expression node, int loosest) {
            String bare = bare(node);
            return tightness(node) < loosest ? "(" + bare + ")" : bare;
        }

        private String bare(Expression node) {
            return switch (node) {
                case Name(String name) -> names.apply(name);
                case Number(double value) -> ExpressionText.number(value);
                case Negate(Expression argument) -> "-" + text(argument, UNARY);
                case Power(Expression base, double exponent) ->
                    text(base, ATOM) + " ** " + ExpressionText.number(exponent);
                case Binary(Operator operator, Expression left, Expression right) ->
                    between(node, left, operator.sign(), right);
                case Product(Expression left, Expression right) -> between(node, left, "@", right);
                case Transpose(Expression argument) -> call("transpose", List.of(argument));
                case RowSum(Expression argument) -> call("sum", List.of(argument));
                case Apply(Function function, Expression argument) ->
                    function == Function.IDENTITY ? text(argument, ATOM) : call(function.word(), List.of(argument));
                case Combine(Combination combination, List<Expression> arguments) ->
                    combination.isComparison()
                            ? text(arguments.getFirst(), SUM) + " " + combination.word() + " "
                                    + text(arguments.getLast(), SUM)
                            : call(combination.word(), arguments);
                case Call(RowFunction function, List<Expression> arguments) -> call(function.word(), arguments);
            };
        }

        private String between(Expression whole, Expression left, String sign, Expression right) {
            boolean isMixed = whole instanceof Product != left instanceof Product;
            int tightness = tightness(whole);
            String first = text(left, tightness == PRODUCT && isMixed ? UNARY : tightness);
            return first + " " + sign + " " + text(right, tightness + 1);
        }

        private String call(String word, List<Expression> arguments) {
            String name = functions.name(word);
            if (name.startsWith(".")) {
                return text(arguments.getFirst(), ATOM) + name;
            }
            return arguments.stream()
                    .map(argument -> text(argument, 0))
                    .collect(Collectors.joining(", ", name + "(", ")"));
        }

        private static int tightness(Expression node) {
            return switch (node) {
                case Binary(Operator operator, Expression left, Expression right) ->
                    operator == Operator.PLUS || operator == Operator.MINUS ? SUM : PRODUCT;
                case Combine(Combination combination, List<Expression> arguments) ->
                    combination.isComparison() ? 0 : ATOM;
                case Product product -> PRODUCT;
                case Negate negate -> UNARY;
                case Power power -> POWER;
                case Number(double value) -> value < 0 || 1 / value < 0 ? UNARY : ATOM;
                default -> ATOM;
            };
        }
    }
}
