package org.gatescope.cell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Operator;

/**
 * What a cell's equations make of its quantities. By custom f is the forget gate, but in a cell of one's own it is that only
 * where it is a gate and multiplies what the state was; the cells that come with the app are named by the papers they follow.
 */
public final class Roles {
    private final Cell cell;
    private final boolean isBuiltIn;
    private final Map<String, Bounds> bounds;
    private final Set<String> after;
    /** Of each product that is no part of another, what is multiplied. */
    private final List<List<Expression>> products = new ArrayList<>();

    private Roles(Cell cell) {
        this.cell = cell;
        isBuiltIn = BuiltInCells.nameOf(cell).isPresent();
        bounds = Bounds.of(cell);
        after = new HashSet<>(cell.states().stream().map(Cell::after).toList());
        cell.statements().forEach(statement -> gather(statement.expression()));
    }

    /** Of all quantities of a cell. */
    public static Roles of(Cell cell) {
        return new Roles(cell);
    }

    private void gather(Expression expression) {
        if (isTimes(expression)) {
            List<Expression> factors = new ArrayList<>();
            addFactors(expression, factors);
            products.add(factors);
            factors.forEach(this::gather);
        } else {
            Names.operands(expression).forEach(this::gather);
        }
    }

    private static void addFactors(Expression expression, List<Expression> factors) {
        if (isTimes(expression)) {
            Names.operands(expression).forEach(operand -> addFactors(operand, factors));
        } else {
            factors.add(expression);
        }
    }

    private static boolean isTimes(Expression expression) {
        return expression instanceof Binary(Operator operator, Expression left, Expression right)
                && operator == Operator.TIMES;
    }

    /** True for what never leaves [0, 1] and multiplies something, as it is or as what it leaves over, {@code 1 - z}. */
    public boolean isGate(String name) {
        return bounds.getOrDefault(name, Bounds.NONE).isGate()
                && products.stream().flatMap(List::stream).anyMatch(factor -> isOf(name, factor));
    }

    /** Whether a quantity, without its prime, is what the field calls by its name; false for names without such a meaning. */
    public boolean isAsNamed(String name) {
        return isBuiltIn
                || switch (name) {
                    case Cell.INPUT -> true;
                    case "h", "c" -> cell.states().contains(name);
                    case "f" -> isGate(name) && multiplies(name, this::isState);
                    case "i" -> isGate(name) && multiplies(name, factor -> !isState(factor));
                    case "o" -> isGate(name) && multiplies(name, factor -> mentions(factor, after));
                    case "r" -> isGate(name) && multiplies(name, factor -> mentions(factor, cell.states()));
                    case "z" -> isGate(name) && isFactor(new Name(name)) && isFactor(leftOver(name));
                    case "g", "n", "j" -> !isGate(name) && multiplies(name, this::isGating);
                    default -> false;
                };
    }

    private boolean isFactor(Expression expression) {
        return products.stream().anyMatch(factors -> factors.contains(expression));
    }

    private boolean multiplies(String name, Predicate<Expression> what) {
        Name own = new Name(name);
        return products.stream()
                .filter(factors -> factors.contains(own))
                .flatMap(List::stream)
                .anyMatch(factor -> !factor.equals(own) && what.test(factor));
    }

    private boolean isState(Expression factor) {
        return factor instanceof Name(String text) && cell.states().contains(text);
    }

    private boolean isGating(Expression factor) {
        return Names.in(factor).stream().map(Name::text).anyMatch(name -> isGate(name) && isOf(name, factor));
    }

    private static boolean isOf(String gate, Expression factor) {
        return factor.equals(new Name(gate)) || factor.equals(leftOver(gate));
    }

    private static Expression leftOver(String gate) {
        return new Binary(Operator.MINUS, Number.ONE, new Name(gate));
    }

    private static boolean mentions(Expression expression, Collection<String> names) {
        return Names.in(expression).stream().map(Name::text).anyMatch(names::contains);
    }
}
