package org.gatescope.picture.diagram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.Adjoint;
import org.gatescope.cell.Assignment;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Negate;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Names;
import org.gatescope.picture.diagram.CellGraph.Node;
import org.gatescope.picture.diagram.CellGraph.Place;

/**
 * The gradient with respect to what a node puts out. A quantity has its own; what stands within a statement, such as
 * {@code f * c} in {@code c' = f * c + i * g}, has the one that is passed down to it, as far as that is a part of the
 * backward pass's lines: whatever is shown can be opened there.
 *
 * @param value    an expression over the names of the backward pass
 * @param quantity with whose gradient it is there
 */
public record NodeGradient(Expression value, String quantity) {
    /** One for each node, empty where there is none. */
    static List<Optional<NodeGradient>> of(CellGraph graph, List<Assignment> statements, List<Adjoint> adjoints) {
        Map<Place, NodeGradient> inner = new HashMap<>();
        for (Assignment statement : statements) {
            Expression whole = new Name(Cell.gradient(statement.name()));
            pass(statement.expression(), whole, statement.name(), adjoints, inner);
        }
        Map<Integer, NodeGradient> byNode = new HashMap<>();
        graph.lit().forEach((place, node) -> {
            if (graph.node(node).value().equals(place.part()) && inner.containsKey(place)) {
                byNode.put(node, inner.get(place));
            }
        });
        return graph.nodes().stream()
                .map(node -> named(node, adjoints).or(() -> Optional.ofNullable(byNode.get(node.id()))))
                .toList();
    }

    private static Optional<NodeGradient> named(Node node, List<Adjoint> adjoints) {
        return node.value() instanceof Name(String name) && hasLine(name, adjoints)
                ? Optional.of(new NodeGradient(new Name(Cell.gradient(name)), name))
                : Optional.empty();
    }

    private static boolean hasLine(String quantity, List<Adjoint> adjoints) {
        return adjoints.stream().anyMatch(line -> line.target().equals(quantity));
    }

    /** Sums, differences and products pass a gradient on by themselves; functions have lines of their own. */
    private static void pass(
            Expression part,
            Expression gradient,
            String statement,
            List<Adjoint> adjoints,
            Map<Place, NodeGradient> found) {
        boolean isThere = gradient instanceof Name
                ? hasLine(statement, adjoints)
                : adjoints.stream()
                        .filter(line -> line.source().equals(statement))
                        .anyMatch(line -> holds(line.share(), gradient));
        if (!(part instanceof Name) && isThere) {
            found.put(new Place(statement, part), new NodeGradient(gradient, statement));
        }
        if (part instanceof Binary node) {
            pass(node.left(), toLeft(node, gradient), statement, adjoints, found);
            toRight(node, gradient).ifPresent(passed -> pass(node.right(), passed, statement, adjoints, found));
        } else if (part instanceof Negate(Expression argument)) {
            pass(argument, new Negate(gradient), statement, adjoints, found);
        }
    }

    private static Expression toLeft(Binary node, Expression gradient) {
        return switch (node.operator()) {
            case PLUS, MINUS -> gradient;
            case TIMES, DIVIDE -> new Binary(node.operator(), gradient, node.right());
        };
    }

    private static Optional<Expression> toRight(Binary node, Expression gradient) {
        return switch (node.operator()) {
            case PLUS -> Optional.of(gradient);
            case MINUS -> Optional.of(new Negate(gradient));
            case TIMES -> Optional.of(new Binary(node.operator(), gradient, node.left()));
            case DIVIDE -> Optional.empty();
        };
    }

    /** Up to the sign, which lines give to their first factor: {@code -d.h' * n} holds the gradient of {@code 1 - z}. */
    private static boolean holds(Expression whole, Expression part) {
        return unsigned(whole).equals(unsigned(part))
                || Names.operands(whole).stream().anyMatch(operand -> holds(operand, part));
    }

    private static Expression unsigned(Expression node) {
        return switch (node) {
            case Negate(Expression argument) -> unsigned(argument);
            case Binary(Operator operator, Expression left, Expression right)
            when operator == Operator.TIMES || operator == Operator.DIVIDE ->
                new Binary(operator, unsigned(left), right);
            default -> node;
        };
    }
}
