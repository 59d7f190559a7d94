package org.gatescope.cell;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.cell.Expression.Apply;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Call;
import org.gatescope.cell.Expression.Combine;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Power;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.RowSum;
import org.gatescope.cell.Expression.Transpose;
import org.gatescope.cell.Formula.Marked;
import org.gatescope.cell.Formula.Row;
import org.gatescope.cell.Formula.Script;
import org.gatescope.cell.Formula.Style;
import org.gatescope.cell.Formula.Symbol;

/** Expressions as textbooks set them: subscripts, ⊙ for the element-wise product, σ for the sigmoid. */
public final class Mathematics {
    /** Marks nothing: no expression has this very node. */
    private static final Name NOTHING = new Name("");

    private final java.util.function.Function<String, Formula> symbols;
    private final Expression marked;
    /** Then matrices stand before what they are multiplied with: all is transposed. */
    private final boolean hasColumns;

    private Mathematics(
            java.util.function.Function<String, Formula> symbols, Expression marked, Convention convention) {
        this.symbols = symbols;
        this.marked = marked;
        hasColumns = convention.columns();
    }

    /** {@code f = σ(…)}, by the cell's own names. */
    public static Formula of(Assignment assignment) {
        return of(assignment, ShownNames.OWN);
    }

    /** {@code f = σ(…)} */
    public static Formula of(Assignment assignment, ShownNames names) {
        return of(assignment, names, NOTHING);
    }

    /** The same with a node marked: this very one, not others that read alike. */
    public static Formula of(Assignment assignment, ShownNames names, Expression marked) {
        return new Mathematics(names::within, marked, names.convention())
                .of(assignment.name(), "=", assignment.expression());
    }

    /** {@code ∂f += …}; {@code ∂h′ = …} where the backward pass of a step begins; by the cell's own names. */
    public static Formula of(Adjoint adjoint) {
        return of(adjoint, ShownNames.OWN);
    }

    /** {@code ∂f += …} */
    public static Formula of(Adjoint adjoint, ShownNames names) {
        return of(adjoint, names, NOTHING);
    }

    /** The same with a node of the share marked. */
    public static Formula of(Adjoint adjoint, ShownNames names, Expression marked) {
        return new Mathematics(names::within, marked, names.convention())
                .of(Cell.gradient(adjoint.target()), adjoint.adds() ? "+=" : "=", adjoint.share());
    }

    private Formula of(String name, String sign, Expression expression) {
        return row(symbols.apply(name), operator(sign), of(expression, SourceText.COMPARISON));
    }

    /** What is made of an expression: {@code ∂b_h += Σ ∂h_pre}. */
    public static Formula of(String name, String sign, Expression expression, ShownNames names) {
        return new Mathematics(names::within, NOTHING, names.convention()).of(name, sign, expression);
    }

    /**
     * An expression as people write it: no asterisks, the transposed operand marked, gates with their subscripts; by the
     * cell's own names.
     */
    public static Formula of(Expression expression) {
        return of(expression, ShownNames.OWN);
    }

    /** An expression as people write it. */
    public static Formula of(Expression expression, ShownNames names) {
        return new Mathematics(names::within, NOTHING, names.convention()).of(expression, SourceText.COMPARISON);
    }

    /** The same in the notation that is shown. @param symbols what stands for each name */
    public static Formula of(Expression expression, java.util.function.Function<String, Formula> symbols) {
        return new Mathematics(symbols, NOTHING, Convention.shown()).of(expression, SourceText.COMPARISON);
    }

    private Formula of(Expression expression, int loosest) {
        List<Formula> parts = new ArrayList<>();
        write(expression, loosest, parts);
        return row(parts.toArray(Formula[]::new));
    }

    private void write(Expression expression, int loosest, List<Formula> to) {
        boolean fenced = tightness(expression) < loosest;
        if (fenced) {
            to.add(fence("("));
        }
        if (isMarked(expression)) {
            List<Formula> parts = new ArrayList<>();
            node(expression, parts);
            to.add(new Marked(row(parts.toArray(Formula[]::new))));
        } else {
            node(expression, to);
        }
        if (fenced) {
            to.add(fence(")"));
        }
    }

    @SuppressWarnings("ReferenceEquality") // x + x has two nodes that are equal
    private boolean isMarked(Expression expression) {
        return expression == marked;
    }

    private void node(Expression expression, List<Formula> to) {
        switch (expression) {
            case Name(String text) -> to.add(symbols.apply(text));
            case Number(double value) -> to.add(number(value));
            case Negate(Expression argument) -> {
                to.add(operator("−"));
                write(argument, SourceText.UNARY, to);
            }
            case Binary binary ->
                between(binary, binary.left(), sign(binary), binary.right(), SourceText.tightness(binary) + 1, to);
            // a minus right of the thin space would read as a difference
            case Product(Expression left, Expression right)
            when hasColumns -> between(expression, right, "\u2009", left, SourceText.POWER, to);
            case Product(Expression left, Expression right) ->
                between(expression, left, "\u2009", right, SourceText.POWER, to);
            case Power power -> power(power, to);
            case Apply(Function function, Expression argument) -> call(function(function), argument, to);
            case Transpose(Expression argument) ->
                to.add(new Script(of(argument, SourceText.ATOM), Formula.EMPTY, operator("⊤")));
            case RowSum(Expression argument) -> {
                to.add(new Script(operator("∑"), quantity("N"), Formula.EMPTY));
                write(argument, SourceText.PRODUCT, to);
            }
            case Combine(Combination combination, List<Expression> arguments)
            when combination.isComparison() ->
                between(
                        expression,
                        arguments.getFirst(),
                        combination.symbol(),
                        arguments.getLast(),
                        SourceText.SUM,
                        to);
            case Combine(Combination combination, List<Expression> arguments) ->
                call(combination.word(), arguments, to);
            case Call(RowFunction function, List<Expression> arguments) -> call(function.word(), arguments, to);
        }
    }

    private void between(
            Expression whole, Expression left, String sign, Expression right, int loosestRight, List<Formula> to) {
        write(left, SourceText.leftOf(whole, left), to);
        to.add(operator(sign));
        write(right, loosestRight, to);
    }

    private static String sign(Binary node) {
        return switch (node.operator()) {
            case PLUS -> "+";
            case MINUS -> "−";
            case DIVIDE -> "/";
            case TIMES -> scales(node) ? "·" : "⊙";
        };
    }

    /** True where one side is a plain number. */
    private static boolean scales(Binary node) {
        return node.left() instanceof Number || node.right() instanceof Number;
    }

    /** {@code tanh²(c′)} as well as {@code g²}; a function that is marked stands alone. */
    private void power(Power power, List<Formula> to) {
        Formula exponent = number(power.exponent());
        if (power.base() instanceof Apply(Function function, Expression argument) && !isMarked(power.base())) {
            call(new Script(function(function), Formula.EMPTY, exponent), argument, to);
        } else {
            to.add(raised(of(power.base(), SourceText.ATOM), exponent));
        }
    }

    /** A prime that is there already stands within parentheses: (c′)². */
    private static Formula raised(Formula base, Formula exponent) {
        return base instanceof Script(Formula inner, Formula below, Formula above)
                ? above.equals(Formula.EMPTY)
                        ? new Script(inner, below, exponent)
                        : new Script(row(fence("("), base, fence(")")), Formula.EMPTY, exponent)
                : new Script(base, Formula.EMPTY, exponent);
    }

    private void call(Formula function, Expression argument, List<Formula> to) {
        to.add(function);
        to.add(fence("("));
        write(argument, SourceText.SUM, to);
        to.add(fence(")"));
    }

    private void call(String function, List<Expression> arguments, List<Formula> to) {
        to.add(new Symbol(function, Style.FUNCTION));
        to.add(fence("("));
        for (int i = 0; i < arguments.size(); i++) {
            if (i > 0) {
                to.add(fence(", "));
            }
            write(arguments.get(i), SourceText.COMPARISON, to);
        }
        to.add(fence(")"));
    }

    private static Formula function(Function function) {
        return new Symbol(function.symbol(), Style.FUNCTION);
    }

    /** 2.5e−7 is a product: 2.5 · 10⁻⁷. */
    private static Formula number(double value) {
        String[] parts = SourceText.number(value).replace('-', '−').split("e", -1);
        Formula digits = digits(parts[0]);
        return parts.length == 1
                ? digits
                : row(digits, operator("·"), new Script(digits("10"), Formula.EMPTY, digits(parts[1])));
    }

    private static Formula digits(String text) {
        return new Symbol(text, Style.NUMBER);
    }

    private static int tightness(Expression expression) {
        return expression instanceof Number(double value) && number(value) instanceof Row
                ? SourceText.PRODUCT
                : SourceText.tightness(expression);
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

    /** Rows within rows are one row; a part alone is none. */
    static Formula row(Formula... parts) {
        List<Formula> flat = new ArrayList<>();
        for (Formula part : parts) {
            if (part instanceof Row(List<Formula> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new Row(flat);
    }
}
