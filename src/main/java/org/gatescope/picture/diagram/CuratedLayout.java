package org.gatescope.picture.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.picture.Box;
import org.gatescope.picture.diagram.CellGraph.Wire;
import org.gatescope.picture.diagram.CuratedPlaces.Place;
import org.gatescope.picture.diagram.DiagramLayout.Route;

/** The cells that come with the app, and those that are much like them, as everybody draws them. */
public final class CuratedLayout {
    static final double COLUMN = 54;
    /** So much stays free between two nodes of a row. */
    static final double BETWEEN = 5;

    private static final double ROW = 58;
    private static final double MARGIN = 6;
    /** Of lines beside the middle between two rows or columns. */
    private static final double BESIDE = 5;

    private CuratedLayout() {}

    /**
     * Places of a graph's nodes.
     *
     * @param name as {@link BuiltInCells} has it
     * @return empty for a cell that has no places
     */
    public static Optional<DiagramLayout> of(CellGraph graph, String name) {
        return CuratedPlaces.of(graph, name).map(places -> new Attempt(graph, places).layout());
    }

    /**
     * A cell that is much like one that comes with the app looks like that one: nodes of the same names stand where
     * they stand there, and the others between them.
     *
     * @return empty for a cell that is not, or whose wires find no way
     */
    public static Optional<DiagramLayout> near(CellGraph graph) {
        return CuratedPlaces.near(graph)
                .map(places -> new Attempt(graph, places))
                .filter(Attempt::isClean)
                .map(Attempt::layout);
    }

    /** Nodes in their places, and wires between them. */
    private static final class Attempt {
        private final CellGraph graph;
        private final List<Box> nodes;
        private final double width;
        private final double height;
        private final Router router;
        private final Route[] routes;

        Attempt(CellGraph graph, List<Place> places) {
            this.graph = graph;
            double top = places.stream().mapToDouble(Place::row).min().orElse(0);
            this.nodes = graph.nodes().stream()
                    .map(node -> {
                        Place place = places.get(node.id());
                        double nodeWidth = DiagramLayout.width(node);
                        double nodeHeight = DiagramLayout.height(node);
                        return new Box(
                                Math.rint(middle(place.column(), COLUMN) - nodeWidth / 2),
                                Math.rint(middle(place.row() - top, ROW) - nodeHeight / 2),
                                nodeWidth,
                                nodeHeight);
                    })
                    .toList();
            this.width = nodes.stream().mapToDouble(Box::right).max().orElse(0) + MARGIN;
            this.height = nodes.stream().mapToDouble(Box::bottom).max().orElse(0) + MARGIN;
            this.router = new Router(nodes, channels(width, COLUMN), channels(height, ROW));
            this.routes = new Route[graph.wires().size()];
            lead();
        }

        private void lead() {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < routes.length; i++) {
                order.add(i);
            }
            order.sort(Comparator.comparingDouble(i -> distance(graph.wires().get(i))));
            for (int i : order) {
                Wire wire = graph.wires().get(i);
                router.find(wire.from(), wire.to()).ifPresent(route -> routes[i] = route);
            }
        }

        private double distance(Wire wire) {
            Box from = nodes.get(wire.from());
            Box to = nodes.get(wire.to());
            return Math.abs(from.centreX() - to.centreX()) + Math.abs(from.centreY() - to.centreY());
        }

        boolean isClean() {
            return router.isClean();
        }

        DiagramLayout layout() {
            return DiagramLayout.of(graph, width, height, nodes, List.of(routes));
        }
    }

    private static double middle(double place, double pitch) {
        return MARGIN + (pitch == ROW ? DiagramLayout.NODE_HEIGHT : COLUMN - 14) / 2 + place * pitch;
    }

    /** Between the rows or columns of nodes, as far as they lie within the diagram. */
    private static double[] channels(double length, double pitch) {
        int count = (int) Math.ceil(length / pitch) + 1;
        return DoubleStream.iterate(0, i -> i < count, i -> i + 1)
                .map(i -> Math.rint(middle(i - 0.5, pitch)))
                .flatMap(between -> DoubleStream.of(between, between - BESIDE, between + BESIDE))
                .filter(line -> line > 2 && line < length - 2)
                .toArray();
    }
}
