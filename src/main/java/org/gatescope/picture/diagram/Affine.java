package org.gatescope.picture.diagram;

import java.util.List;
import java.util.Set;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Names;

/** What weights and biases make of quantities: sums of products with parameters. */
record Affine(Set<String> parameters) {
    /** True for parameters, numbers, and what is made of those alone. */
    boolean isConstant(Expression node) {
        return quantities(node).isEmpty();
    }

    /** The names in a node that are no parameters, each once. */
    List<Name> quantities(Expression node) {
        return Names.in(node).stream()
                .filter(name -> !parameters.contains(name.text()))
                .distinct()
                .toList();
    }

    /** True for {@code x @ W}, {@code x @ W + b}, {@code p * c}; false for a quantity alone. */
    boolean holds(Expression node) {
        return switch (node) {
            case Name name -> parameters.contains(name.text());
            case Number number -> true;
            case Negate(Expression argument) -> holds(argument);
            case Product(Expression left, Expression right) -> scales(left, right);
            case Binary(Operator operator, Expression left, Expression right) ->
                switch (operator) {
                    case PLUS, MINUS -> holds(left) && holds(right);
                    case TIMES -> (isWeight(left) && isSimple(right)) || (isWeight(right) && isSimple(left));
                    case DIVIDE -> isWeight(right) && isSimple(left);
                };
            default -> isConstant(node);
        };
    }

    private boolean scales(Expression left, Expression right) {
        return (isConstant(right) && isSimple(left)) || (isConstant(left) && isSimple(right));
    }

    private boolean isSimple(Expression node) {
        return node instanceof Name || holds(node);
    }

    /** A plain number is none: {@code 2 * h} is an operation of its own. */
    private boolean isWeight(Expression node) {
        return isConstant(node) && !Names.in(node).isEmpty();
    }
}
