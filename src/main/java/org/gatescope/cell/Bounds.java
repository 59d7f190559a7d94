package org.gatescope.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Combine;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Operator;

/** Between which values a quantity stays whatever the weights, as far as its equation tells: a gate is in [0, 1]. */
public record Bounds(double low, double high) {
    public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final Bounds UNIT = new Bounds(0, 1);

    /** The bounds of each statement of a cell. */
    public static Map<String, Bounds> of(Cell cell) {
        Map<String, Bounds> bounds = new HashMap<>();
        for (Assignment statement : cell.statements()) {
            bounds.put(statement.name(), of(statement.expression(), bounds));
        }
        return bounds;
    }

    /** True for gates: never outside of [0, 1]. */
    public boolean isGate() {
        return low >= 0 && high <= 1;
    }

    /** True if neither end is infinite. */
    public boolean isFinite() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    /** @param known of the quantities that stand in it */
    public static Bounds of(Expression node, Map<String, Bounds> known) {
        return switch (node) {
            case Name(String text) -> known.getOrDefault(text, NONE);
            case Number(double value) -> new Bounds(value, value);
            case Negate(Expression argument) -> of(argument, known).negated();
            case Apply(Function function, Expression argument) -> of(function, of(argument, known));
            case Binary(Operator operator, Expression left, Expression right) ->
                of(left, known).with(operator, of(right, known));
            case Combine(Combination combination, List<Expression> arguments) ->
                of(
                        combination,
                        arguments.stream().map(argument -> of(argument, known)).toList());
            default -> NONE;
        };
    }

    private static Bounds of(Function function, Bounds argument) {
        return switch (function) {
            case SIGMOID, HARD_SIGMOID, HARD_SIGMOID_6, STEP -> UNIT;
            case TANH, SOFTSIGN, SIN, COS, SIGN -> new Bounds(-1, 1);
            case ATAN -> new Bounds(-Math.PI / 2, Math.PI / 2);
            case RELU -> argument.with(Math::max, new Bounds(0, 0));
            case ELU -> new Bounds(Math.max(-1, function.at(argument.low)), function.at(argument.high));
            case IDENTITY -> argument;
            default -> NONE;
        };
    }

    private static Bounds of(Combination combination, List<Bounds> arguments) {
        Bounds first = arguments.getFirst();
        Bounds last = arguments.getLast();
        return switch (combination) {
            case MAX -> first.with(Math::max, last);
            case MIN -> first.with(Math::min, last);
            case CLIP -> first.with(Math::max, arguments.get(1)).with(Math::min, last);
            case WHERE ->
                new Bounds(Math.min(arguments.get(1).low, last.low), Math.max(arguments.get(1).high, last.high));
            case LEAKY_RELU -> NONE;
            case LESS, AT_MOST, MORE, AT_LEAST, EQUAL, UNEQUAL -> UNIT;
        };
    }

    /** By an operation that rises with both. */
    private Bounds with(DoubleBinaryOperator rising, Bounds other) {
        return new Bounds(rising.applyAsDouble(low, other.low), rising.applyAsDouble(high, other.high));
    }

    private Bounds negated() {
        return new Bounds(-high, -low);
    }

    private Bounds with(Operator operator, Bounds other) {
        return switch (operator) {
            case PLUS -> new Bounds(low + other.low, high + other.high);
            case MINUS -> new Bounds(low - other.high, high - other.low);
            case TIMES -> product(other);
            case DIVIDE -> NONE;
        };
    }

    private Bounds product(Bounds other) {
        if (!isFinite() || !other.isFinite()) {
            return NONE;
        }
        double a = low * other.low;
        double b = low * other.high;
        double c = high * other.low;
        double d = high * other.high;
        return new Bounds(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
    }
}
