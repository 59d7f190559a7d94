package org.gatescope.picture.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.picture.Box;
import org.gatescope.picture.Point;
import org.gatescope.picture.diagram.CellGraph.Wire;
import org.gatescope.picture.diagram.DiagramLayout.Route;

/**
 * How wires are drawn, so that what joins and what only crosses can be told apart.
 *
 * @param paths  of each wire: its route, with an arc where it leads over the wire of another node
 * @param joints where wires of one node part
 */
public record Wiring(List<Route> paths, List<Joint> joints) {
    /** Of an arc. */
    private static final double RADIUS = 4;
    /** So much of a wire stays straight at its beginning and before its arrow. */
    private static final double STRAIGHT = 10;

    private static final int ARC_PARTS = 6;

    /**
     * Where wires part.
     *
     * @param wires indices of those that touch it
     */
    public record Joint(Point at, List<Integer> wires) {}

    static Wiring of(List<Wire> wires, List<Route> routes) {
        List<Route> paths = new ArrayList<>();
        for (int i = 0; i < routes.size(); i++) {
            paths.add(path(i, wires, routes));
        }
        return new Wiring(List.copyOf(paths), joints(wires, routes));
    }

    private static Route path(int wire, List<Wire> wires, List<Route> routes) {
        double[] p = routes.get(wire).points();
        List<Double> path = new ArrayList<>(List.of(p[0], p[1]));
        for (int i = 2; i < p.length; i += 2) {
            if (p[i + 1] == p[i - 1]) {
                double free = i == p.length - 2 ? STRAIGHT : RADIUS;
                arcs(path, p[i - 2], p[i], p[i + 1], crossings(wire, Router.segment(p, i), wires, routes), free);
            }
            path.add(p[i]);
            path.add(p[i + 1]);
        }
        return new Route(path.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** x of all vertical lines of other nodes' wires that a horizontal line crosses. */
    private static List<Double> crossings(int wire, Box line, List<Wire> wires, List<Route> routes) {
        List<Double> found = new ArrayList<>();
        for (int j = 0; j < routes.size(); j++) {
            if (wires.get(j).from() != wires.get(wire).from()) {
                double[] q = routes.get(j).points();
                for (int k = 2; k < q.length; k += 2) {
                    Box other = Router.segment(q, k);
                    boolean crosses = other.width() == 0
                            && other.x() > line.x() + 1
                            && other.x() < line.right() - 1
                            && line.y() > other.y() + 1
                            && line.y() < other.bottom() - 1;
                    if (crosses) {
                        found.add(other.x());
                    }
                }
            }
        }
        return found.stream().distinct().sorted().toList();
    }

    /** Neighbouring ones are led over together. */
    private static void arcs(List<Double> path, double from, double to, double y, List<Double> at, double free) {
        boolean isRightward = to > from;
        List<double[]> spans = new ArrayList<>();
        for (double x : at) {
            double[] last = spans.isEmpty() ? null : spans.getLast();
            if (last != null && x - last[1] < 2 * RADIUS + 1) {
                last[1] = x;
            } else {
                spans.add(new double[] {x, x});
            }
        }
        for (double[] span : isRightward ? spans : spans.reversed()) {
            double room = Math.min(
                    Math.min(span[0] - Math.min(from, to), Math.max(from, to) - span[1]),
                    isRightward ? to - span[1] - free + RADIUS : span[0] - to - free + RADIUS);
            double radius = Math.min(RADIUS, room - 1);
            if (radius >= 2) {
                arc(path, isRightward ? span[0] : span[1], isRightward ? span[1] : span[0], y, radius);
            }
        }
    }

    private static void arc(List<Double> path, double begin, double end, double y, double radius) {
        double sign = end > begin || (end == begin && path.get(path.size() - 2) < begin) ? 1 : -1;
        for (int half = 0; half < 2; half++) {
            double centre = half == 0 ? begin : end;
            for (int i = 0; i <= ARC_PARTS / 2; i++) {
                double angle = Math.PI * (half * 0.5 + i / (double) ARC_PARTS);
                path.add(centre - sign * radius * Math.cos(angle));
                path.add(y - radius * Math.sin(angle));
            }
        }
    }

    private static List<Joint> joints(List<Wire> wires, List<Route> routes) {
        Map<Integer, List<Integer>> bySource = new HashMap<>();
        for (int i = 0; i < routes.size(); i++) {
            bySource.computeIfAbsent(wires.get(i).from(), from -> new ArrayList<>())
                    .add(i);
        }
        List<Joint> joints = new ArrayList<>();
        bySource.values().stream()
                .filter(together -> together.size() > 1)
                .forEach(together -> joints(together, routes, joints));
        joints.sort(Comparator.comparingDouble((Joint joint) -> joint.at().x())
                .thenComparingDouble(joint -> joint.at().y()));
        return List.copyOf(joints);
    }

    /** Where lines of one node's wires lead in three directions or four. */
    private static void joints(List<Integer> together, List<Route> routes, List<Joint> joints) {
        List<Box> lines = new ArrayList<>();
        for (int wire : together) {
            double[] p = routes.get(wire).points();
            for (int i = 2; i < p.length; i += 2) {
                lines.add(Router.segment(p, i));
            }
        }
        List<Point> points = new ArrayList<>();
        for (Box across : lines) {
            for (Box down : lines) {
                if (across.height() == 0 && down.width() == 0) {
                    points.add(new Point(down.x(), across.y()));
                }
            }
        }
        points.stream()
                .distinct()
                .filter(at -> directions(at, lines) > 2)
                .forEach(at -> joints.add(new Joint(
                        at,
                        together.stream()
                                .filter(wire -> touches(routes.get(wire).points(), at))
                                .toList())));
    }

    private static int directions(Point at, List<Box> lines) {
        boolean left = false;
        boolean right = false;
        boolean up = false;
        boolean down = false;
        for (Box line : lines) {
            if (isOn(line, at)) {
                left |= line.x() < at.x();
                right |= line.right() > at.x();
                up |= line.y() < at.y();
                down |= line.bottom() > at.y();
            }
        }
        return (left ? 1 : 0) + (right ? 1 : 0) + (up ? 1 : 0) + (down ? 1 : 0);
    }

    private static boolean touches(double[] p, Point at) {
        for (int i = 2; i < p.length; i += 2) {
            if (isOn(Router.segment(p, i), at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOn(Box line, Point at) {
        return at.x() >= line.x() && at.x() <= line.right() && at.y() >= line.y() && at.y() <= line.bottom();
    }
}
