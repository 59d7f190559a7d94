package org.gatescope.picture.diagram;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Formula;

/**
 * Equations as nodes and wires. What weights, sums of their products and biases do before a function or an operator is part
 * of that node: a gate is one node that x and h lead to, as in the drawings that everybody knows.
 *
 * @param wires from a node to one that uses what it makes
 * @param lit   the node in which a part of a statement happens
 * @param byStatement all nodes in which something of a statement happens
 */
public record CellGraph(
        List<Node> nodes, List<Wire> wires, Map<Place, Integer> lit, Map<String, Set<Integer>> byStatement) {
    /** With the nodes of each statement found. */
    public CellGraph(List<Node> nodes, List<Wire> wires, Map<Place, Integer> lit) {
        this(nodes, wires, lit, byStatement(lit));
    }

    private static Map<String, Set<Integer>> byStatement(Map<Place, Integer> lit) {
        return lit.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().statement(),
                        Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableSet())));
    }

    /** What a node is. */
    public enum Kind {
        /** What comes into the step. */
        ENTRY("@"),
        /** A state after the step, or what else goes on. */
        EXIT(">"),
        FUNCTION(""),
        OPERATOR("");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        /** The key of a quantity's node; it tells the step's ends from the node that makes the quantity. */
        String key(String quantity) {
            return mark + quantity;
        }
    }

    /**
     * Where something is made.
     *
     * @param id     its index
     * @param key    names it within its cell: the quantity that it makes, or the expression
     * @param symbol what is written on it
     * @param value  what it puts out, as an expression over the names of the cell
     * @param name   the quantity's as it is read; of what has none, its key
     */
    public record Node(int id, Kind kind, String key, String symbol, Expression value, Formula name) {}

    /**
     * From a node to another.
     *
     * @param carries what flows, as its user has it
     */
    public record Wire(int from, int to, Expression carries) {}

    /** A part of a statement. */
    public record Place(String statement, Expression part) {}

    /** The node of a part of a statement; empty for what has none. */
    OptionalInt nodeOf(String statement, Expression part) {
        Integer found = lit.get(new Place(statement, part));
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }

    Set<Integer> nodesOf(String statement) {
        return byStatement.getOrDefault(statement, Set.of());
    }

    /** By its id. */
    public Node node(int id) {
        return nodes.get(id);
    }
}
