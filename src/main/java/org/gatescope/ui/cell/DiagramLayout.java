package org.gatescope.ui.cell;

import java.util.List;
import org.gatescope.ui.cell.CellGraph.Kind;
import org.gatescope.ui.cell.CellGraph.Node;
import org.gatescope.ui.paint.Box;

/**
 * Where the nodes and wires of a diagram lie, in pixels at its natural size.
 *
 * @param nodes  by the node's id
 * @param routes of each wire, in the graph's order
 */
record DiagramLayout(double width, double height, List<Box> nodes, List<Route> routes) {
    static final double NODE_HEIGHT = 36;
    static final double END_HEIGHT = 26;

    private static final double NODE_WIDTH = 40;
    /** Of a letter on a node, and what stands about all of them. */
    private static final double LETTER = 5.6;

    private static final double PADDING = 25;

    /** Horizontal and vertical lines from the border of one node to that of another: x, y, x, y … */
    record Route(double... points) {
        double endX() {
            return points[points.length - 2];
        }

        double endY() {
            return points[points.length - 1];
        }
    }

    static double width(Node node) {
        return Math.max(NODE_WIDTH, Math.rint(node.symbol().length() * LETTER + PADDING));
    }

    static double height(Node node) {
        return node.kind() == Kind.ENTRY || node.kind() == Kind.EXIT ? END_HEIGHT : NODE_HEIGHT;
    }
}
