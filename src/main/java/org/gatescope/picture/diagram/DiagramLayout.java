package org.gatescope.picture.diagram;

import java.util.List;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Formula;
import org.gatescope.cell.QuantityName;
import org.gatescope.picture.Box;
import org.gatescope.picture.FormulaText;
import org.gatescope.picture.diagram.CellGraph.Kind;
import org.gatescope.picture.diagram.CellGraph.Node;

/**
 * Where the nodes and wires of a diagram lie, in pixels at its natural size.
 *
 * @param nodes  by the node's id
 * @param routes of each wire, in the graph's order
 * @param wiring how the routes are drawn
 */
public record DiagramLayout(double width, double height, List<Box> nodes, List<Route> routes, Wiring wiring) {
    static final double NODE_HEIGHT = 38;
    static final double END_HEIGHT = 32;

    private static final double NODE_WIDTH = 40;
    /** Of a letter on a node, and what stands about all of them. */
    private static final double LETTER = 6.1;

    /** Of a letter of a name, in italics. */
    private static final double NAME_LETTER = 7.5;

    private static final double SMALL = 0.5;
    private static final int LONGEST = 12;
    /** About both, with room for a sign of a gradient between them. */
    private static final double PADDING = 17;

    /** Horizontal and vertical lines from the border of one node to that of another: x, y, x, y … */
    public record Route(double... points) {}

    static DiagramLayout of(CellGraph graph, double width, double height, List<Box> nodes, List<Route> routes) {
        return new DiagramLayout(width, height, nodes, routes, Wiring.of(graph.wires(), routes));
    }

    static double width(Node node) {
        boolean isEnd = node.kind() == Kind.ENTRY || node.kind() == Kind.EXIT;
        int letters = isEnd ? 0 : node.symbol().length();
        double named = node.value() instanceof Name ? letters(node, isEnd) : 0;
        double valve = isNamedProduct(node) ? Valve.WIDTH : 0;
        return Math.max(NODE_WIDTH, Math.rint(letters * LETTER + valve + named * NAME_LETTER + PADDING));
    }

    /** Of its name, in letters: the small ones that say the step of what comes in and goes on count less. */
    private static double letters(Node node, boolean isEnd) {
        double letters = FormulaText.of(node.name()).length();
        double small = isEnd && node.name() instanceof Formula.Script(Formula base, Formula below, Formula above)
                ? letters - FormulaText.of(base).length()
                : 0;
        return Math.min(LONGEST, letters - small + SMALL * small);
    }

    /** Its name stands on it, beside its valve; that of a state stands where the state goes on. */
    static boolean isNamedProduct(Node node) {
        return node.symbol().equals("×") && node.value() instanceof Name(String name) && !QuantityName.isAfter(name);
    }

    /** A quantity's name as formulas have it: α for alpha, W with a subscript for W.f; what is long is cut. */
    static Formula label(Node node) {
        String read = FormulaText.of(node.name());
        return read.length() <= LONGEST
                ? node.name()
                : new Formula.Symbol(read.substring(0, LONGEST - 1) + "…", Formula.Style.QUANTITY);
    }

    static double height(Node node) {
        return node.kind() == Kind.ENTRY || node.kind() == Kind.EXIT ? END_HEIGHT : NODE_HEIGHT;
    }
}
