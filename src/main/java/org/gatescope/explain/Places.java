package org.gatescope.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.gatescope.cell.Combination;
import org.gatescope.cell.Convention;
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
import org.gatescope.cell.Formula;
import org.gatescope.cell.Formula.Row;
import org.gatescope.cell.Formula.Script;
import org.gatescope.cell.Formula.Style;
import org.gatescope.cell.Formula.Symbol;
import org.gatescope.cell.Mathematics;
import org.gatescope.cell.Names;
import org.gatescope.cell.QuantityName;
import org.gatescope.cell.RowFunction;
import org.gatescope.cell.RowOperation;
import org.gatescope.engine.ReadOutEquations;

/**
 * An expression as it stands at a place: the step below each quantity, rows and columns in brackets. A whole row or
 * column has a dot.
 */
final class Places {
    static final String ALL = "·";

    private final Naming naming;
    private final Map<String, Formula> symbols = new HashMap<>();

    /** What a name looks like at a place. */
    interface Naming {
        /** @param row and column as they are written; {@link #ALL} for all of them */
        Formula of(String name, String row, String column);
    }

    private Places(Naming naming) {
        this.naming = naming;
    }

    static Formula of(Expression node, String row, String column, Naming naming) {
        Places places = new Places(naming);
        Expression placed = places.place(node, row, column);
        return scalar(Mathematics.of(
                placed, name -> places.symbols.getOrDefault(name, new Symbol(name, Style.QUANTITY))));
    }

    /** The same with other names, each of which stands for a symbol. */
    private Expression place(Expression node, String row, String column) {
        return switch (node) {
            case Name(String text) -> {
                String key = text + "\n" + row + "\n" + column;
                symbols.put(key, naming.of(text, row, column));
                yield new Name(key);
            }
            case Number number -> number;
            case Negate(Expression argument) -> new Negate(place(argument, row, column));
            case Power(Expression base, double exponent) -> new Power(place(base, row, column), exponent);
            case Apply(var function, Expression argument) -> new Apply(function, place(argument, row, column));
            case Binary(Operator operator, Expression left, Expression right) ->
                new Binary(operator, place(left, row, column), place(right, row, column));
            case Product(Transpose(Expression left), Expression right)
            when hasGradient(node) ->
                new RowSum(new Binary(Operator.TIMES, place(left, ALL, row), place(right, ALL, column)));
            case Product(Expression left, Expression right) ->
                new Product(place(left, row, ALL), place(right, ALL, column));
            case Transpose(Expression argument) -> place(argument, column, row);
            case RowSum(Expression argument) -> new RowSum(place(argument, ALL, column));
            case Combine(Combination combination, List<Expression> arguments) ->
                new Combine(
                        combination,
                        arguments.stream()
                                .map(argument -> place(argument, row, column))
                                .toList());
            case Call(RowFunction function, List<Expression> arguments)
            when function == RowOperation.LOG_SOFTMAX ->
                logarithm(naming.of(ReadOutEquations.OUTPUT, row, column), row + column);
            case Call(RowFunction function, List<Expression> arguments) ->
                new Call(
                        new Spelled(words(function)),
                        arguments.stream()
                                .map(argument -> place(argument, row, function == RowOperation.SOFTMAX ? column : ALL))
                                .toList());
        };
    }

    /** True for what is summed over sequences; a matrix of parameters that is transposed is not. */
    private static boolean hasGradient(Expression node) {
        return Names.in(node).stream().anyMatch(name -> QuantityName.isGradient(name.text()));
    }

    /** log y, which is computed from the logits. */
    private Name logarithm(Formula of, String place) {
        String key = RowOperation.LOG_SOFTMAX.word() + place;
        symbols.put(key, row(new Symbol("log", Style.FUNCTION), new Symbol("\u2009", Style.OPERATOR), of));
        return new Name(key);
    }

    private static String words(RowFunction function) {
        return function == RowOperation.LOG_SUM_EXP
                ? "log ∑ exp"
                : function.word().replace('_', ' ');
    }

    /** A function as people write it. */
    private record Spelled(String word) implements RowFunction {}

    /** At one place there is but one kind of product. */
    private static Formula scalar(Formula formula) {
        return switch (formula) {
            case Symbol symbol -> symbol.text().equals("⊙") ? operator("·") : symbol;
            case Row(List<Formula> parts) ->
                new Row(parts.stream().map(Places::scalar).toList());
            case Script(Formula base, Formula below, Formula above) -> new Script(scalar(base), below, above);
            case Formula.Marked(Formula part) -> scalar(part);
        };
    }

    /** A symbol with its step. */
    static Formula at(Formula symbol, int step) {
        String number = Integer.toString(Convention.counted(step));
        return Convention.shown().hasTimeAbove() ? over(symbol, "⟨" + number + "⟩") : under(symbol, number);
    }

    /** A symbol with something more below it. */
    static Formula under(Formula symbol, String below) {
        Formula mark = new Symbol(below, Style.NUMBER);
        return switch (symbol) {
            case Row(List<Formula> parts)
            when !parts.isEmpty() -> {
                List<Formula> changed = new ArrayList<>(parts);
                changed.set(parts.size() - 1, under(parts.getLast(), below));
                yield new Row(changed);
            }
            case Script(Formula base, Formula already, Formula above) ->
                new Script(
                        base,
                        already.equals(Formula.EMPTY) ? mark : row(already, new Symbol(",", Style.FENCE), mark),
                        above);
            default -> new Script(symbol, mark, Formula.EMPTY);
        };
    }

    /** A symbol with something more above it. */
    static Formula over(Formula symbol, String above) {
        Formula mark = new Symbol(above, Style.NUMBER);
        return switch (symbol) {
            case Row(List<Formula> parts)
            when !parts.isEmpty() -> {
                List<Formula> changed = new ArrayList<>(parts);
                changed.set(parts.size() - 1, over(parts.getLast(), above));
                yield new Row(changed);
            }
            case Script(Formula base, Formula below, Formula already) ->
                new Script(base, below, already.equals(Formula.EMPTY) ? mark : row(already, mark));
            default -> new Script(symbol, Formula.EMPTY, mark);
        };
    }

    static Formula bracketed(Formula symbol, String index) {
        return row(symbol, new Symbol("[" + index + "]", Style.FENCE));
    }

    static Formula fenced(Formula formula) {
        return row(new Symbol("(", Style.FENCE), formula, new Symbol(")", Style.FENCE));
    }

    static Formula row(Formula... parts) {
        List<Formula> flat = new ArrayList<>();
        for (Formula part : parts) {
            if (part instanceof Row(List<Formula> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return new Row(flat);
    }

    /** @param sign before each part but the first */
    static Formula joined(List<Formula> parts, IntFunction<Formula> sign) {
        Formula joined = parts.isEmpty() ? Formula.EMPTY : parts.getFirst();
        for (int i = 1; i < parts.size(); i++) {
            joined = row(joined, sign.apply(i), parts.get(i));
        }
        return joined;
    }

    static Formula operator(String sign) {
        return new Symbol(sign, Style.OPERATOR);
    }
}
