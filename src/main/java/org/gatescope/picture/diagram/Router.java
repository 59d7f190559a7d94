package org.gatescope.picture.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.picture.Box;
import org.gatescope.picture.diagram.DiagramLayout.Route;

/**
 * Leads wires round nodes that stand on a grid: of all ways along given lines the one that costs least, by its length,
 * its bends and what it crosses. Wires of one node may share a line, those of different nodes keep apart.
 */
final class Router {
    private static final double CROSSING = 12;
    /** Of a stretch on or close beside the wire of another node: more than any way round. */
    private static final double SHARED = 10_000;
    /** How much of a wire's length counts where another wire of its node lies already. */
    private static final double TOGETHER = 0.4;
    /** Closer wires look like one. */
    private static final double APART = 6;

    private static final double CLEARANCE = 3;

    private final List<Box> nodes;
    private final double[] columns;
    private final double[] rows;
    private final List<Led> led = new ArrayList<>();
    private boolean clean = true;

    private record Led(int from, Route route) {}

    /**
     * @param columns x of vertical lines that lie between nodes
     * @param rows    y of horizontal lines that lie between nodes
     */
    Router(List<Box> nodes, double[] columns, double[] rows) {
        this.nodes = nodes;
        this.columns = columns;
        this.rows = rows;
    }

    /** Whether all wires so far found a way of their own. */
    boolean isClean() {
        return clean;
    }

    /** @throws IllegalStateException where there is no way */
    Route lead(int from, int to) {
        return find(from, to)
                .orElseThrow(() -> new IllegalStateException("no way from node " + from + " to node " + to));
    }

    /** A wire from the border of one node to that of another; empty where there is no way. */
    Optional<Route> find(int from, int to) {
        Optional<WaySearch.Way> way = new WaySearch(nodes.get(from), nodes.get(to), columns, rows)
                .cheapest(stretch -> cost(stretch, from, to));
        clean &= way.filter(found -> found.cost() < SHARED).isPresent();
        way.ifPresent(found -> led.add(new Led(from, found.route())));
        return way.map(WaySearch.Way::route);
    }

    /** Of a straight stretch; infinite where it cannot be led. */
    private double cost(Box stretch, int from, int to) {
        for (int i = 0; i < nodes.size(); i++) {
            Box node = nodes.get(i);
            boolean isOfEnd = (i == from || i == to) && isAcross(stretch, node);
            if (overlaps(stretch, isOfEnd ? node : node.inset(-CLEARANCE))) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double cost = 0;
        boolean isTogether = false;
        for (Led other : led) {
            double[] q = other.route().points();
            for (int j = 2; j < q.length; j += 2) {
                Box line = segment(q, j);
                if (isParallel(stretch, line)) {
                    double gap = gap(stretch, line);
                    boolean isBeside = gap < APART && isBeside(stretch, line);
                    boolean isSame = other.from() == from && gap == 0;
                    isTogether |= isBeside && isSame;
                    cost += isBeside && !isSame ? SHARED : 0;
                } else if (other.from() != from && crosses(stretch, line)) {
                    cost += CROSSING;
                }
            }
        }
        return cost + (stretch.width() + stretch.height()) * (isTogether ? TOGETHER : 1);
    }

    /** Whether a stretch stands upright on one of a node's borders, or would if it were longer. */
    private static boolean isAcross(Box stretch, Box node) {
        return stretch.height() == 0
                ? stretch.y() > node.y() && stretch.y() < node.bottom()
                : stretch.x() > node.x() && stretch.x() < node.right();
    }

    private static boolean isParallel(Box a, Box b) {
        return a.width() == 0 == (b.width() == 0);
    }

    private static double gap(Box a, Box b) {
        return a.width() == 0 ? Math.abs(a.x() - b.x()) : Math.abs(a.y() - b.y());
    }

    private static boolean isBeside(Box a, Box b) {
        return a.width() == 0 ? a.y() < b.bottom() && b.y() < a.bottom() : a.x() < b.right() && b.x() < a.right();
    }

    /** The stretch's end counts and its beginning does not, so that a way crosses each line once. */
    private static boolean crosses(Box a, Box b) {
        return a.width() == 0
                ? b.y() > a.y() && b.y() <= a.bottom() && b.x() <= a.x() && a.x() <= b.right()
                : b.x() > a.x() && b.x() <= a.right() && b.y() <= a.y() && a.y() <= b.bottom();
    }

    static Box segment(double[] p, int end) {
        return new Box(
                Math.min(p[end - 2], p[end]),
                Math.min(p[end - 1], p[end + 1]),
                Math.abs(p[end] - p[end - 2]),
                Math.abs(p[end + 1] - p[end - 1]));
    }

    /** More than touching. */
    static boolean overlaps(Box a, Box b) {
        return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
    }
}
