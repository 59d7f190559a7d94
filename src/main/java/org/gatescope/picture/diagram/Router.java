package org.gatescope.picture.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.picture.Box;
import org.gatescope.picture.diagram.DiagramLayout.Route;

/**
 * Leads wires round nodes that stand on a grid, with as few bends as can be: of all lines with at most two bends the one
 * that costs least. Wires of one node may share a line, those of different nodes keep apart.
 */
final class Router {
    private static final double BEND = 30;
    private static final double CROSSING = 12;
    private static final double SHARED = 400;
    private static final double CLEARANCE = 3;
    /** So much of a wire lies before its node, so that its arrow can be seen, and behind the one that it leaves. */
    private static final double ARRIVAL = 10;

    private static final double DEPARTURE = 5;
    private static final double CRAMPED = 45;
    /** Where wires may touch a border, from its middle. */
    private static final double[] OFFSETS = {0, -9, 9, -14, 14};

    private final List<Box> nodes;
    private final double[] columns;
    private final double[] rows;
    private final List<Led> led = new ArrayList<>();
    private boolean clean = true;

    private record Led(int from, Route route) {}

    private record Port(double x, double y, boolean isHorizontal, int sign) {}

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
        Route best = null;
        double least = Double.MAX_VALUE;
        for (Port start : ports(nodes.get(from))) {
            for (Port end : ports(nodes.get(to))) {
                for (double[] line : lines(start, end)) {
                    Route route = new Route(line);
                    double cost = cost(from, to, start, end, route);
                    if (cost < least) {
                        least = cost;
                        best = route;
                    }
                }
            }
        }
        if (best == null) {
            clean = false;
            return Optional.empty();
        }
        clean &= least < SHARED;
        led.add(new Led(from, best));
        return Optional.of(best);
    }

    private static List<Port> ports(Box box) {
        List<Port> ports = new ArrayList<>();
        for (double offset : OFFSETS) {
            if (Math.abs(offset) < box.width() / 2 - 2) {
                ports.add(new Port(box.centreX() + offset, box.y(), false, -1));
                ports.add(new Port(box.centreX() + offset, box.bottom(), false, 1));
            }
            if (Math.abs(offset) < box.height() / 2 - 2) {
                ports.add(new Port(box.x(), box.centreY() + offset, true, -1));
                ports.add(new Port(box.right(), box.centreY() + offset, true, 1));
            }
        }
        return ports;
    }

    private List<double[]> lines(Port a, Port b) {
        List<double[]> lines = new ArrayList<>();
        if (a.isHorizontal() && b.isHorizontal()) {
            if (a.y() == b.y()) {
                lines.add(new double[] {a.x(), a.y(), b.x(), b.y()});
            }
            for (double x : columns) {
                lines.add(new double[] {a.x(), a.y(), x, a.y(), x, b.y(), b.x(), b.y()});
            }
        } else if (!a.isHorizontal() && !b.isHorizontal()) {
            if (a.x() == b.x()) {
                lines.add(new double[] {a.x(), a.y(), b.x(), b.y()});
            }
            for (double y : rows) {
                lines.add(new double[] {a.x(), a.y(), a.x(), y, b.x(), y, b.x(), b.y()});
            }
        } else if (a.isHorizontal()) {
            lines.add(new double[] {a.x(), a.y(), b.x(), a.y(), b.x(), b.y()});
        } else {
            lines.add(new double[] {a.x(), a.y(), a.x(), b.y(), b.x(), b.y()});
        }
        return lines;
    }

    private double cost(int from, int to, Port start, Port end, Route route) {
        double[] p = route.points();
        if (!leaves(start, p[2] - p[0], p[3] - p[1])
                || !leaves(end, p[p.length - 4] - p[p.length - 2], p[p.length - 3] - p[p.length - 1])) {
            return Double.MAX_VALUE;
        }
        double cost = (p.length / 2.0 - 2) * BEND + offCentre(from, start) + offCentre(to, end);
        cost += length(p, p.length - 2) < ARRIVAL ? CRAMPED : 0;
        cost += length(p, 2) < DEPARTURE ? CRAMPED : 0;
        for (int i = 2; i < p.length; i += 2) {
            Box segment = segment(p, i);
            if (hitsNode(segment, from, to, i == 2, i == p.length - 2)) {
                return Double.MAX_VALUE;
            }
            cost += segment.width() + segment.height();
        }
        for (Led other : led) {
            cost += against(other, from, p);
        }
        return cost;
    }

    private static double length(double[] p, int end) {
        return Math.abs(p[end] - p[end - 2]) + Math.abs(p[end + 1] - p[end - 1]);
    }

    private double offCentre(int node, Port port) {
        Box box = nodes.get(node);
        return 0.6 * (port.isHorizontal() ? Math.abs(port.y() - box.centreY()) : Math.abs(port.x() - box.centreX()));
    }

    /** Away from the node at whose border it begins. */
    private static boolean leaves(Port port, double dx, double dy) {
        return port.isHorizontal() ? dy == 0 && dx * port.sign() > 0 : dx == 0 && dy * port.sign() > 0;
    }

    private boolean hitsNode(Box segment, int from, int to, boolean isFirst, boolean isLast) {
        for (int i = 0; i < nodes.size(); i++) {
            Box node = nodes.get(i);
            boolean isOwn = (i == from && isFirst) || (i == to && isLast);
            Box room = isOwn ? node : node.inset(-CLEARANCE);
            if (overlaps(segment, room)) {
                return true;
            }
        }
        return false;
    }

    private double against(Led other, int from, double[] p) {
        double cost = 0;
        double[] q = other.route().points();
        for (int i = 2; i < p.length; i += 2) {
            for (int j = 2; j < q.length; j += 2) {
                cost += against(segment(p, i), segment(q, j), other.from() == from);
            }
        }
        return cost;
    }

    private static double against(Box a, Box b, boolean isSameSource) {
        boolean parallel = a.width() == 0 == (b.width() == 0);
        if (!parallel) {
            return !isSameSource && touches(a, b) ? CROSSING : 0;
        }
        double gap = a.width() == 0 ? Math.abs(a.x() - b.x()) : Math.abs(a.y() - b.y());
        boolean isBeside =
                a.width() == 0 ? a.y() < b.bottom() && b.y() < a.bottom() : a.x() < b.right() && b.x() < a.right();
        if (!isBeside || gap >= 6) {
            return 0;
        }
        return isSameSource ? (gap == 0 ? -0.3 * shared(a, b) : SHARED) : SHARED;
    }

    private static double shared(Box a, Box b) {
        double width = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
        double height = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
        return Math.max(0, Math.max(width, height));
    }

    static Box segment(double[] p, int end) {
        return new Box(
                Math.min(p[end - 2], p[end]),
                Math.min(p[end - 1], p[end + 1]),
                Math.abs(p[end] - p[end - 2]),
                Math.abs(p[end + 1] - p[end - 1]));
    }

    private static boolean touches(Box a, Box b) {
        return a.x() <= b.right() && b.x() <= a.right() && a.y() <= b.bottom() && b.y() <= a.bottom();
    }

    /** More than touching. */
    static boolean overlaps(Box a, Box b) {
        return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
    }
}
