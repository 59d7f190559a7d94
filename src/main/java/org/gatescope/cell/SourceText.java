package org.gatescope.cell;

import java.util.List;
import java.util.stream.Collectors;
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
import org.gatescope.text.Numerals;

/** Expressions as one writes them in a cell, with no more parentheses than they need. */
public final class SourceText {
    /** How tightly an expression holds together; a looser one within a tighter one needs parentheses. */
    static final int COMPARISON = 0;

    static final int SUM = 1;

    static final int PRODUCT = 2;
    static final int UNARY = 3;
    static final int POWER = 4;
    static final int ATOM = 5;

    private final StringBuilder text = new StringBuilder();

    private SourceText() {}

    /** An expression in the language of cells; parsing it gives the same expression again. */
    public static String of(Expression expression) {
        SourceText source = new SourceText();
        source.write(expression, COMPARISON);
        return source.text.toString();
    }

    static int tightness(Expression expression) {
        return switch (expression) {
            case Binary(Operator operator, Expression left, Expression right) ->
                operator == Operator.PLUS || operator == Operator.MINUS ? SUM : PRODUCT;
            case Combine(Combination combination, List<Expression> arguments)
            when combination.isComparison() -> COMPARISON;
            case Product product -> PRODUCT;
            case Negate negate -> UNARY;
            case Power power -> POWER;
            case Number(double value) -> value < 0 || 1 / value < 0 ? UNARY : ATOM;
            default -> ATOM;
        };
    }

    private void write(Expression expression, int loosest) {
        boolean fenced = tightness(expression) < loosest;
        text.append(fenced ? "(" : "");
        switch (expression) {
            case Name(String name) -> text.append(name);
            case Number(double value) -> text.append(number(value));
            case Negate(Expression argument) -> {
                text.append('-');
                write(argument, UNARY);
            }
            case Binary(Operator operator, Expression left, Expression right) ->
                between(left, operator.sign(), right, expression);
            case Product(Expression left, Expression right) -> between(left, "@", right, expression);
            case Power(Expression base, double exponent) -> {
                write(base, ATOM);
                text.append(" ^ ").append(number(exponent));
            }
            case Apply(Function function, Expression argument) -> call(function.word(), argument);
            case Transpose(Expression argument) -> call("transpose", argument);
            case RowSum(Expression argument) ->
                call("sum", Algebra.summedWhole(expression).orElse(argument));
            case Combine(Combination combination, List<Expression> arguments)
            when combination.isComparison() ->
                between(arguments.getFirst(), combination.word(), arguments.getLast(), expression);
            case Combine(Combination combination, List<Expression> arguments) -> call(combination.word(), arguments);
            case Call(RowFunction function, List<Expression> arguments)
            when function == RowOperation.UNIT -> {
                write(arguments.getFirst(), ATOM);
                text.append('[').append(of(arguments.getLast())).append(']');
            }
            case Call(RowFunction function, List<Expression> arguments) -> call(function.word(), arguments);
        }
        text.append(fenced ? ")" : "");
    }

    private void between(Expression left, String sign, Expression right, Expression whole) {
        write(left, leftOf(whole, left));
        text.append(' ').append(sign).append(' ');
        write(right, tightness(whole) + 1);
    }

    /**
     * How tightly the left operand must hold together. From the left, so as tightly as the whole will do; but {@code @}
     * beside {@code *} gets parentheses that show which comes first, as readers expect different things there.
     */
    static int leftOf(Expression whole, Expression left) {
        boolean mixed = whole instanceof Product != left instanceof Product;
        int tightness = tightness(whole);
        return tightness == PRODUCT && mixed ? UNARY : tightness;
    }

    private void call(String word, Expression argument) {
        call(word, List.of(argument));
    }

    private void call(String word, List<Expression> arguments) {
        String inner = arguments.stream().map(SourceText::of).collect(Collectors.joining(", "));
        text.append(word).append('(').append(inner).append(')');
    }

    /** The shortest digits that give the same double; whole numbers without a point. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 && (value != 0 || 1 / value > 0)
                ? Long.toString((long) value)
                : Numerals.typed(value);
    }
}
