package org.gatescope.picture.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.gatescope.picture.Box;
import org.gatescope.picture.diagram.DiagramLayout.Route;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest way from the border of one box to that of another along vertical and horizontal lines, by Dijkstra's
 * method. A stop of it is a crossing of two lines together with the direction in which it was reached.
 */
final class WaySearch {
    private static final double BEND = 30;
    /** So much of a way lies straight before its end, so that its arrow can be seen, and behind its beginning. */
    private static final double ARRIVAL = 10;

    private static final double DEPARTURE = 5;
    /** Of a bend that is closer. */
    private static final double CRAMPED = 45;

    private static final double OFF_CENTRE = 0.6;
    /** Where ways may touch a border, from its middle. */
    private static final double[] OFFSETS = {0, -9, 9, -14, 14};

    private final Box start;
    private final Box end;
    private final List<Port> exits;
    private final List<Port> entries;
    private final double[] xs;
    private final double[] ys;

    /** What was found. */
    record Way(Route route, double cost) {}

    private enum Heading {
        RIGHT(1, 0),
        DOWN(0, 1),
        LEFT(-1, 0),
        UP(0, -1);

        private final int dx;
        private final int dy;

        Heading(int dx, int dy) {
            this.dx = dx;
            this.dy = dy;
        }

        boolean isOpposite(Heading other) {
            return dx == -other.dx && dy == -other.dy;
        }
    }

    /** Where a way may touch a box, and how it leaves there. */
    private record Port(double x, double y, Heading out, double offCentre) {}

    /** @param number in the order of their making, so that among equal ways it is always the same one that is found */
    private record Stop(
            int column,
            int row,
            Heading heading,
            double cost,
            int number,
            @Nullable Stop before) {}

    /**
     * @param columns x of vertical lines; those through the ports of both boxes are added
     * @param rows    y of horizontal lines, likewise
     */
    WaySearch(Box start, Box end, double[] columns, double[] rows) {
        this.start = start;
        this.end = end;
        this.exits = ports(start);
        this.entries = ports(end);
        this.xs = lines(columns, Stream.concat(exits.stream(), entries.stream()).mapToDouble(Port::x));
        this.ys = lines(rows, Stream.concat(exits.stream(), entries.stream()).mapToDouble(Port::y));
    }

    private static double[] lines(double[] given, DoubleStream ofPorts) {
        return DoubleStream.concat(Arrays.stream(given), ofPorts)
                .sorted()
                .distinct()
                .toArray();
    }

    private static List<Port> ports(Box box) {
        List<Port> ports = new ArrayList<>();
        for (double offset : OFFSETS) {
            double off = OFF_CENTRE * Math.abs(offset);
            if (Math.abs(offset) < box.width() / 2 - 2) {
                ports.add(new Port(box.centreX() + offset, box.y(), Heading.UP, off));
                ports.add(new Port(box.centreX() + offset, box.bottom(), Heading.DOWN, off));
            }
            if (Math.abs(offset) < box.height() / 2 - 2) {
                ports.add(new Port(box.x(), box.centreY() + offset, Heading.LEFT, off));
                ports.add(new Port(box.right(), box.centreY() + offset, Heading.RIGHT, off));
            }
        }
        return ports;
    }

    /** @param cost of a straight stretch between two neighbouring lines; infinite where none may lie */
    Optional<Way> cheapest(ToDoubleFunction<Box> cost) {
        double[] least = new double[xs.length * ys.length * Heading.values().length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        PriorityQueue<Stop> open =
                new PriorityQueue<>(Comparator.comparingDouble(Stop::cost).thenComparingInt(Stop::number));
        for (Port exit : exits) {
            open.add(new Stop(
                    index(xs, exit.x()), index(ys, exit.y()), exit.out(), exit.offCentre(), open.size(), null));
        }
        int made = open.size();
        Stop last = null;
        double total = Double.POSITIVE_INFINITY;
        while (!open.isEmpty() && open.peek().cost() < total) {
            Stop stop = open.remove();
            double arrived = stop.cost() + arrival(stop);
            if (arrived < total) {
                total = arrived;
                last = stop;
            }
            for (Heading heading : Heading.values()) {
                Stop next = next(stop, heading, made, cost);
                if (next != null && next.cost() < least[index(next)]) {
                    least[index(next)] = next.cost();
                    open.add(next);
                    made++;
                }
            }
        }
        return last == null ? Optional.empty() : Optional.of(new Way(route(last), total));
    }

    private static int index(double[] lines, double at) {
        return Arrays.binarySearch(lines, at);
    }

    private int index(Stop stop) {
        return (stop.column() * ys.length + stop.row()) * Heading.values().length
                + stop.heading().ordinal();
    }

    /** What it costs to end here; infinite where the box is not reached. */
    private double arrival(Stop stop) {
        return entries.stream()
                .filter(entry -> entry.x() == xs[stop.column()] && entry.y() == ys[stop.row()])
                .filter(entry -> entry.out().isOpposite(stop.heading()))
                .mapToDouble(Port::offCentre)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The next stop in a direction; null where there is no way. */
    private @Nullable Stop next(Stop stop, Heading heading, int number, ToDoubleFunction<Box> cost) {
        boolean isBend = heading != stop.heading();
        int column = stop.column() + heading.dx;
        int row = stop.row() + heading.dy;
        boolean isOutside = column < 0 || column == xs.length || row < 0 || row == ys.length;
        if (isOutside || (isBend && stop.before() == null) || heading.isOpposite(stop.heading())) {
            return null;
        }
        double x = xs[Math.min(column, stop.column())];
        double y = ys[Math.min(row, stop.row())];
        Box stretch = new Box(x, y, Math.abs(xs[column] - xs[stop.column()]), Math.abs(ys[row] - ys[stop.row()]));
        double total =
                stop.cost() + (isBend ? bend(xs[stop.column()], ys[stop.row()]) : 0) + cost.applyAsDouble(stretch);
        return total == Double.POSITIVE_INFINITY ? null : new Stop(column, row, heading, total, number, stop);
    }

    private double bend(double x, double y) {
        boolean isCramped = distance(start, x, y) < DEPARTURE || distance(end, x, y) < ARRIVAL;
        return BEND + (isCramped ? CRAMPED : 0);
    }

    private static double distance(Box box, double x, double y) {
        double across = Math.max(box.x() - x, x - box.right());
        double down = Math.max(box.y() - y, y - box.bottom());
        return Math.max(across, down);
    }

    /** Its ends and its bends. */
    private Route route(Stop last) {
        List<Stop> corners = new ArrayList<>(List.of(last));
        for (Stop stop = last; stop.before() != null; stop = stop.before()) {
            Stop before = stop.before();
            if (before.before() == null || before.heading() != stop.heading()) {
                corners.add(before);
            }
        }
        return new Route(corners.reversed().stream()
                .flatMapToDouble(stop -> DoubleStream.of(xs[stop.column()], ys[stop.row()]))
                .toArray());
    }
}
