package org.gatescope.ui.cell;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.cell.Expression;

/**
 * Equations as nodes and wires. What weights, sums of their products and biases do before a function or an operator is part
 * of that node: a gate is one node that x and h lead to, as in the drawings that everybody knows.
 *
 * @param wires from a node to one that uses what it makes
 * @param lit   the node in which a part of a statement happens
 * @param byStatement all nodes in which something of a statement happens
 */
record CellGraph(List<Node> nodes, List<Wire> wires, Map<Place, Integer> lit, Map<String, Set<Integer>> byStatement) {
    CellGraph(List<Node> nodes, List<Wire> wires, Map<Place, Integer> lit) {
        this(nodes, wires, lit, byStatement(lit));
    }

    private static Map<String, Set<Integer>> byStatement(Map<Place, Integer> lit) {
        return lit.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().statement(),
                        Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableSet())));
    }

    enum Kind {
        /** What comes into the step. */
        ENTRY,
        /** A state after the step, or what else goes on. */
        EXIT,
        FUNCTION,
        OPERATOR
    }

    /**
     * @param id     its index
     * @param key    names it within its cell: the quantity that it makes, or the expression
     * @param symbol what is written on it
     * @param value  what it puts out, as an expression over the names of the cell
     */
    record Node(int id, Kind kind, String key, String symbol, Expression value) {}

    /** @param carries what flows, as its user has it */
    record Wire(int from, int to, Expression carries) {}

    /** A part of a statement. */
    record Place(String statement, Expression part) {}

    /** The node of a part of a statement; empty for what has none. */
    OptionalInt nodeOf(String statement, Expression part) {
        Integer found = lit.get(new Place(statement, part));
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }

    Set<Integer> nodesOf(String statement) {
        return byStatement.getOrDefault(statement, Set.of());
    }

    Node node(int id) {
        return nodes.get(id);
    }
}
