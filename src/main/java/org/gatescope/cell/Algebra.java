package org.gatescope.cell;

import java.util.Optional;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Expression.Power;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.RowSum;
import org.gatescope.cell.Expression.Transpose;

/** Builds expressions without factors of one and double signs, so that adjoint lines read as one would write them. */
final class Algebra {
    private Algebra() {}

    static Expression plus(Expression left, Expression right) {
        return right instanceof Negate(Expression positive)
                ? minus(left, positive)
                : new Binary(Operator.PLUS, left, right);
    }

    static Expression minus(Expression left, Expression right) {
        return new Binary(Operator.MINUS, left, right);
    }

    static Expression times(Expression left, Expression right) {
        if (right.equals(Number.ONE)) {
            return left;
        }
        return left.equals(Number.ONE) ? right : new Binary(Operator.TIMES, left, right);
    }

    static Expression divide(Expression left, Expression right) {
        return right.equals(Number.ONE) ? left : new Binary(Operator.DIVIDE, left, right);
    }

    /** The sign goes to the first factor: {@code -a * b}, which needs no parentheses. */
    static Expression negate(Expression expression) {
        return switch (expression) {
            case Negate(Expression argument) -> argument;
            case Binary(Operator operator, Expression left, Expression right)
            when operator == Operator.TIMES || operator == Operator.DIVIDE -> new Binary(operator, negate(left), right);
            default -> new Negate(expression);
        };
    }

    /** Rows and columns exchanged, without doing so twice. */
    static Expression transpose(Expression expression) {
        return expression instanceof Transpose(Expression argument) ? argument : new Transpose(expression);
    }

    /** Of one row, the sum of its numbers: {@code sum(transpose(row))}. */
    static Expression columnSum(Expression row) {
        return new RowSum(transpose(row));
    }

    /** What a sum over all rows and columns is the sum of; empty for any other expression. */
    public static Optional<Expression> summedWhole(Expression expression) {
        if (!(expression instanceof RowSum(Transpose(Expression row)))) {
            return Optional.empty();
        }
        return Optional.of(row instanceof RowSum(Expression table) ? table : row);
    }

    /** The transpose of a matrix's gradient: of {@code transpose(h) @ d} it is {@code transpose(d) @ h}. */
    static Expression transposeGradient(Expression gradient) {
        return switch (gradient) {
            case Product(Transpose left, Expression right) -> new Product(transpose(right), transpose(left));
            case Negate(Expression argument) -> new Negate(transposeGradient(argument));
            default -> transpose(gradient);
        };
    }

    /** {@code upstream * exponent * base ^ (exponent - 1)}. */
    static Expression powerRule(Expression upstream, Expression base, double exponent) {
        Expression signed = exponent < 0 ? negate(upstream) : upstream;
        Expression scaled = times(signed, new Number(Math.abs(exponent)));
        if (exponent == 1) {
            return scaled;
        }
        return times(scaled, exponent == 2 ? base : new Power(base, exponent - 1));
    }
}
