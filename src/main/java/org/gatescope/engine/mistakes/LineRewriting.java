package org.gatescope.engine.mistakes;

import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.Transpose;
import org.gatescope.cell.NameMoment;
import org.gatescope.cell.Names;
import org.gatescope.cell.Rewriting;
import org.gatescope.cell.Shape;

/** What a mistake makes of one adjoint line; most lines stay as they are. */
final class LineRewriting {
    private static final Expression ZERO = new Number(0);

    private final Cell cell;
    private final boolean weightsChange;

    /** @param all those that are made together */
    LineRewriting(Cell cell, Set<Mistake> all) {
        this.cell = cell;
        this.weightsChange = all.contains(Mistake.UPDATE_WITHIN_LOOP);
    }

    Adjoint of(Adjoint line, Mistake mistake) {
        Expression share = line.share();
        Expression rewritten = switch (mistake) {
            case UPSTREAM_TWICE -> Rewriting.each(share, LineRewriting::upstreamSquared);
            case UPSTREAM_IGNORED -> without(share, name -> name.equals(Arrivals.UPSTREAM.text()));
            case RECURRENT_GRADIENT_LOST -> without(share, Arrivals::isFromNextStep);
            case WEIGHT_GRADIENT_FROM_PRODUCT -> Rewriting.each(share, product(line.target()));
            case STEP_COUNTER_STUCK -> Slopes.atLastStep(share, cell);
            case INPUT_GRADIENT_FROM_WEIGHT_GRADIENT ->
                line.target().equals(Cell.INPUT) ? Rewriting.each(share, this::byWeightGradient) : share;
            case TRANSPOSE_MISSING ->
                cell.states().contains(line.target()) ? Rewriting.each(share, this::untransposed) : share;
            default -> share;
        };
        return new Adjoint(line.target(), rewritten, line.source(), line.kind());
    }

    private static Expression upstreamSquared(Expression node) {
        return node.equals(Arrivals.UPSTREAM) ? new Binary(Operator.TIMES, node, node) : node;
    }

    /** A sum without the terms in which a name stands. */
    private static Expression without(Expression sum, Predicate<String> name) {
        if (sum instanceof Binary(Operator operator, Expression left, Expression right) && operator == Operator.PLUS) {
            Expression rest = mentions(left, name) ? ZERO : left;
            if (mentions(right, name)) {
                return rest;
            }
            return rest.equals(ZERO) ? right : sum;
        }
        return mentions(sum, name) ? ZERO : sum;
    }

    private static boolean mentions(Expression expression, Predicate<String> name) {
        return Names.in(expression).stream().anyMatch(used -> name.test(used.text()));
    }

    /** {@code transpose(h) @ …} to {@code transpose(h @ Wh) @ …}, the product being that of the forward pass. */
    private UnaryOperator<Expression> product(String weights) {
        Name factor = weightsChange ? NameMoment.FORWARD_PASS.of(weights) : new Name(weights);
        return node -> isSquare(weights)
                        && node instanceof Product(Transpose(Expression value), Expression gradient)
                        && mentions(value, cell.states()::contains)
                ? new Product(new Transpose(new Product(value, factor)), gradient)
                : node;
    }

    /** {@code … @ transpose(Wx)} to {@code … @ transpose(d.Wx)}. */
    private Expression byWeightGradient(Expression node) {
        return node instanceof Product(Expression gradient, Transpose(Name(String weights)))
                        && cell.parameters().containsKey(weights)
                ? new Product(gradient, new Transpose(new Name(Cell.gradient(weights))))
                : node;
    }

    /** {@code … @ transpose(Wh)} to {@code … @ Wh}. */
    private Expression untransposed(Expression node) {
        return node instanceof Product(Expression gradient, Transpose(Name weights)) && isSquare(weights.text())
                ? new Product(gradient, weights)
                : node;
    }

    private boolean isSquare(String parameter) {
        Shape shape = cell.parameters().get(parameter);
        return shape != null && shape.isSquare();
    }
}
