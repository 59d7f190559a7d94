package org.gatescope.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.cell.Adjoint.Kind;
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

/**
 * Reverse-mode differentiation of one step into lines of the same language: for a statement {@code q = E}, each name v
 * in E receives {@code d.v += d.q * ∂E/∂v}.
 */
final class Differentiation {
    private final List<String> states;
    private final Shapes shapes;
    private final ChainRule chainRule;

    Differentiation(List<String> states, Shapes shapes, ChainRule chainRule) {
        this.states = states;
        this.shapes = shapes;
        this.chainRule = chainRule;
    }

    /** The backward pass of one step: what arrives at the states, then the statements from the last to the first. */
    List<Adjoint> adjoints(List<Assignment> statements) {
        List<Adjoint> adjoints = new ArrayList<>();
        for (String state : states) {
            Expression next = Arrivals.fromNextStep(state);
            Expression share = state.equals(states.getFirst()) ? Algebra.plus(Arrivals.UPSTREAM, next) : next;
            adjoints.add(new Adjoint(Cell.after(state), share, Cell.after(state), Kind.ARRIVAL));
        }
        for (Assignment statement : statements.reversed()) {
            Map<String, Expression> shares = new LinkedHashMap<>();
            Expression upstream = new Name(Cell.gradient(statement.name()));
            pass(statement.expression(), upstream, value(statement), shares);
            shares.forEach((name, share) -> adjoints.add(new Adjoint(name, share, statement.name(), Kind.USE)));
        }
        return adjoints;
    }

    /** The statement's name holds its value; a vector's is repeated there for every sequence, so not quite the same. */
    private Expression value(Assignment statement) {
        Expression expression = statement.expression();
        return shapes.of(expression).isShared() ? expression : new Name(statement.name());
    }

    /**
     * Passes a gradient down to the names of a node.
     *
     * @param node     within the statement's expression
     * @param gradient of the loss with respect to the node
     * @param value    an expression that holds the node's value
     * @param shares   in and out: what each name has received
     */
    private void pass(Expression node, Expression gradient, Expression value, Map<String, Expression> shares) {
        if (Names.in(node).isEmpty()) {
            return;
        }
        Expression own = gathered(gradient, node);
        switch (node) {
            case Name(String name) -> shares.merge(name, own, Algebra::plus);
            case Number number -> {}
            case Negate(Expression argument) -> pass(argument, Algebra.negate(own), argument, shares);
            case Power(Expression base, double exponent) -> {
                if (exponent != 0) {
                    pass(base, Algebra.powerRule(own, base, exponent), base, shares);
                }
            }
            case Apply(Function function, Expression argument) -> {
                if (function.passesGradient()) {
                    pass(argument, chainRule.pass(function, own, argument, value), argument, shares);
                }
            }
            case Product(Expression left, Expression right) -> {
                pass(left, new Product(own, Algebra.transpose(right)), left, shares);
                pass(right, new Product(Algebra.transpose(left), own), right, shares);
            }
            case Binary(Operator operator, Expression left, Expression right) -> {
                pass(left, leftRule(operator, own, right), left, shares);
                pass(right, rightRule(operator, own, left, right), right, shares);
            }
            case Combine(Combination combination, List<Expression> arguments) -> {
                for (int i = 0; i < arguments.size(); i++) {
                    if (combination.passesGradient(i)) {
                        pass(arguments.get(i), combination.chain(i, own, arguments), arguments.get(i), shares);
                    }
                }
            }
            case Transpose(Expression argument) -> pass(argument, Algebra.transposeGradient(own), argument, shares);
            case RowSum sum -> throw new IllegalArgumentException("adjoint lines are not differentiated");
            case Call call -> throw new IllegalArgumentException("read-outs have their adjoint lines");
        }
    }

    private static Expression leftRule(Operator operator, Expression gradient, Expression right) {
        return switch (operator) {
            case PLUS, MINUS -> gradient;
            case TIMES -> Algebra.times(gradient, right);
            case DIVIDE -> Algebra.divide(gradient, right);
        };
    }

    private static Expression rightRule(Operator operator, Expression gradient, Expression left, Expression right) {
        return switch (operator) {
            case PLUS -> gradient;
            case MINUS -> Algebra.negate(gradient);
            case TIMES -> Algebra.times(gradient, left);
            case DIVIDE -> Algebra.divide(Algebra.times(Algebra.negate(gradient), left), new Power(right, 2));
        };
    }

    /** A vector that was repeated over rows receives the sum of what its copies receive; so does one number for all units. */
    private Expression gathered(Expression gradient, Expression node) {
        Shape own = shapes.of(node);
        Shape arriving = shapes.of(gradient);
        Expression gathered =
                own.rows().equals(Extent.ONE) && !arriving.rows().equals(Extent.ONE) ? new RowSum(gradient) : gradient;
        return own.equals(Shape.SCALAR) && !arriving.columns().equals(Extent.ONE)
                ? Algebra.columnSum(gathered)
                : gathered;
    }
}
