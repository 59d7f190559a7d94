package org.gatescope.cell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Product;
import org.gatescope.cell.Expression.Transpose;

/**
 * Which parameters are matrices: those that are transposed or stand right of {@code @}, alone or within an expression such as
 * {@code h @ (W * mask)}, unless they are vectors elsewhere, as s in {@code h @ (W * s)} with {@code s * h}.
 */
final class ParameterKinds {
    private final Set<String> matrices = new HashSet<>();
    private final Set<String> within = new HashSet<>();
    private final Map<String, Equation> vectors = new HashMap<>();

    private ParameterKinds() {}

    static ParameterKinds of(CellText text, Set<String> states) {
        ParameterKinds kinds = new ParameterKinds();
        Set<String> known = new HashSet<>(states);
        text.equations().forEach(equation -> known.add(equation.target()));
        text.parameterDeclarations().stream()
                .filter(declaration -> !declaration.shape().isEmpty())
                .forEach(declaration -> known.add(declaration.name())); // it says so itself
        for (Equation equation : text.equations()) {
            kinds.visit(equation.expression(), equation, known, false);
        }
        for (Equation equation : text.equations()) {
            kinds.refuseBoth(equation, equation.expression());
        }
        return kinds;
    }

    boolean isMatrix(String parameter) {
        return matrices.contains(parameter) || within.contains(parameter) && !vectors.containsKey(parameter);
    }

    private void visit(Expression expression, Equation equation, Set<String> known, boolean rightOfProduct) {
        switch (expression) {
            case Name(String text) -> {
                if (!known.contains(text)) {
                    note(text, equation, rightOfProduct);
                }
            }
            case Product(Expression left, Expression right) -> {
                visit(left, equation, known, rightOfProduct);
                matrix(right, equation, known);
            }
            case Transpose(Expression argument) -> matrix(argument, equation, known);
            default -> Names.operands(expression).forEach(o -> visit(o, equation, known, rightOfProduct));
        }
    }

    /** What stands right of {@code @}, or is transposed. */
    private void matrix(Expression expression, Equation equation, Set<String> known) {
        if (expression instanceof Name(String text) && !known.contains(text)) {
            matrices.add(text);
        } else {
            visit(expression, equation, known, true);
        }
    }

    private void note(String parameter, Equation equation, boolean rightOfProduct) {
        if (rightOfProduct) {
            within.add(parameter);
        } else {
            vectors.putIfAbsent(parameter, equation);
        }
    }

    /** A name cannot be a matrix in one place and a vector in another. */
    private void refuseBoth(Equation equation, Expression node) {
        if (node instanceof Product(Expression left, Name matrix)) {
            refuseVector(equation, matrix);
        } else if (node instanceof Transpose(Name matrix)) {
            refuseVector(equation, matrix);
        }
        Names.operands(node).forEach(operand -> refuseBoth(equation, operand));
    }

    private void refuseVector(Equation equation, Name matrix) {
        Equation vector = vectors.get(matrix.text());
        if (vector != null) {
            throw equation.error(
                    matrix, "shape.both", matrix.text(), vector.line().number());
        }
    }
}
