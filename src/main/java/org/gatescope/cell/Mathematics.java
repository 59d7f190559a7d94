package org.gatescope.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Power;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.RowSum;
import org.gatescope.cell.Expression.Transpose;
import org.gatescope.cell.Formula.Row;
import org.gatescope.cell.Formula.Script;
import org.gatescope.cell.Formula.Style;
import org.gatescope.cell.Formula.Symbol;

/** Expressions as textbooks set them: subscripts, ⊙ for the element-wise product, σ for the sigmoid. */
public final class Mathematics {
    private Mathematics() {}

    /** {@code f = σ(…)} */
    public static Formula of(Assignment assignment) {
        return row(SymbolName.of(assignment.name()), operator("="), of(assignment.expression()));
    }

    /** {@code ∂f += …}; {@code ∂h′ = …} where the backward pass of a step begins. */
    public static Formula of(Adjoint adjoint) {
        String sign = adjoint.kind() == Adjoint.Kind.ARRIVAL ? "=" : "+=";
        return row(SymbolName.of(Cell.gradient(adjoint.target())), operator(sign), of(adjoint.share()));
    }

    public static Formula of(Expression expression) {
        return of(expression, SourceText.SUM);
    }

    private static Formula of(Expression expression, int loosest) {
        Formula inner = switch (expression) {
            case Name(String text) -> SymbolName.of(text);
            case Number(double value) -> new Symbol(number(value), Style.NUMBER);
            case Negate(Expression argument) -> row(operator("−"), of(argument, SourceText.UNARY));
            case Binary binary -> binary(binary);
            case Product(Expression left, Expression right) ->
                row(of(left, SourceText.leftOf(expression, left)), operator("\u2009"), of(right, SourceText.UNARY));
            case Power power -> power(power);
            case Apply(Function function, Expression argument) -> row(function(function), fenced(argument));
            case Transpose(Expression argument) ->
                new Script(of(argument, SourceText.ATOM), Formula.EMPTY, operator("⊤"));
            case RowSum(Expression argument) ->
                row(new Script(operator("∑"), quantity("N"), Formula.EMPTY), of(argument, SourceText.PRODUCT));
        };
        return SourceText.tightness(expression) < loosest ? row(fence("("), inner, fence(")")) : inner;
    }

    private static Formula binary(Binary node) {
        int tightness = SourceText.tightness(node);
        Formula left = of(node.left(), SourceText.leftOf(node, node.left()));
        Formula right = of(node.right(), tightness + 1);
        return switch (node.operator()) {
            case PLUS -> row(left, operator("+"), right);
            case MINUS -> row(left, operator("−"), right);
            case DIVIDE -> row(left, operator("/"), right);
            case TIMES -> row(left, operator(scales(node) ? "·" : "⊙"), right);
        };
    }

    /** True where one side is a plain number. */
    private static boolean scales(Binary node) {
        return node.left() instanceof Number || node.right() instanceof Number;
    }

    /** {@code tanh²(c′)} as well as {@code g²}. */
    private static Formula power(Power power) {
        Formula exponent = new Symbol(number(power.exponent()), Style.NUMBER);
        if (power.base() instanceof Apply(Function function, Expression argument)) {
            return row(new Script(function(function), Formula.EMPTY, exponent), fenced(argument));
        }
        return raised(of(power.base(), SourceText.ATOM), exponent);
    }

    /** A prime that is there already stands within parentheses: (c′)². */
    private static Formula raised(Formula base, Formula exponent) {
        return base instanceof Script(Formula inner, Formula below, Formula above)
                ? above.equals(Formula.EMPTY)
                        ? new Script(inner, below, exponent)
                        : new Script(row(fence("("), base, fence(")")), Formula.EMPTY, exponent)
                : new Script(base, Formula.EMPTY, exponent);
    }

    private static Formula fenced(Expression argument) {
        return row(fence("("), of(argument), fence(")"));
    }

    private static Formula function(Function function) {
        return new Symbol(function == Function.SIGMOID ? "σ" : function.word(), Style.FUNCTION);
    }

    private static String number(double value) {
        return SourceText.number(value).replace('-', '−');
    }

    static Formula operator(String sign) {
        return new Symbol(sign, Style.OPERATOR);
    }

    static Formula quantity(String name) {
        return new Symbol(name, Style.QUANTITY);
    }

    private static Formula fence(String sign) {
        return new Symbol(sign, Style.FENCE);
    }

    /** Rows within rows are one row. */
    static Formula row(Formula... parts) {
        List<Formula> flat = new ArrayList<>();
        Stream.of(parts).forEach(part -> {
            if (part instanceof Row(List<Formula> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        });
        return new Row(flat);
    }
}
