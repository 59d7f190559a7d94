package org.gatescope.cell;

import java.util.ArrayList;
import java.util.List;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Operator;

/**
 * One move of playback within a step: a node of a statement (a matrix product, a sum, a function, an element-wise
 * product), or one adjoint line.
 *
 * @param quantity  the statement it belongs to, or the gradient it adds to
 * @param node      what is computed
 * @param completes true for the statement's last operation, and for the last that adds to a gradient
 */
public record Operation(String quantity, Expression node, boolean completes) {

    /** The operations of one step forward, in order. */
    public static List<Operation> forward(Cell cell) {
        List<Operation> operations = new ArrayList<>();
        for (Assignment statement : cell.statements()) {
            for (Expression part : parts(statement.expression())) {
                addInner(part, statement.name(), operations);
            }
            operations.add(new Operation(statement.name(), statement.expression(), true));
        }
        return List.copyOf(operations);
    }

    /** The operations of one step backward, in order. */
    public static List<Operation> backward(Cell cell) {
        return backward(cell.adjoints());
    }

    /** The operations of adjoint lines, in order. */
    public static List<Operation> backward(List<Adjoint> adjoints) {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < adjoints.size(); i++) {
            String target = adjoints.get(i).target();
            boolean last = adjoints.subList(i + 1, adjoints.size()).stream()
                    .noneMatch(later -> later.target().equals(target));
            operations.add(new Operation(Cell.gradient(target), adjoints.get(i).share(), last));
        }
        return List.copyOf(operations);
    }

    private static void addInner(Expression node, String quantity, List<Operation> operations) {
        if (node instanceof Name || node instanceof Number) {
            return;
        }
        for (Expression part : parts(node)) {
            addInner(part, quantity, operations);
        }
        operations.add(new Operation(quantity, node, false));
    }

    /** The operands of a node; those of a chain of sums, or of element-wise products, count as operands of one node. */
    public static List<Expression> parts(Expression node) {
        List<Expression> parts = new ArrayList<>();
        gather(node, parts);
        return parts;
    }

    private static void gather(Expression node, List<Expression> parts) {
        if (node instanceof Binary(Operator operator, Expression left, Expression right)) {
            if (left instanceof Binary(Operator inner, Expression l, Expression r) && alike(operator, inner)) {
                gather(left, parts);
            } else {
                parts.add(left);
            }
            parts.add(right);
        } else {
            parts.addAll(Names.operands(node));
        }
    }

    private static boolean alike(Operator a, Operator b) {
        return isSum(a) == isSum(b);
    }

    private static boolean isSum(Operator operator) {
        return operator == Operator.PLUS || operator == Operator.MINUS;
    }
}
