package org.gatescope.picture.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.picture.Box;
import org.gatescope.picture.diagram.CellGraph.Node;
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
    private static final double[] BESIDE = {0, -5, 5, -11, 11};
    /** By how much rows and columns may be further apart than those of the cells that come with the app. */
    private static final double[] STRETCHES = {1, 1.2, 1.4, 1.7, 2};

    private CuratedLayout() {}

    /**
     * Places of a graph's nodes.
     *
     * @param name as {@link BuiltInCells} has it
     * @return empty for a cell that has no places
     */
    public static Optional<DiagramLayout> of(CellGraph graph, String name) {
        return CuratedPlaces.of(graph, name).map(places -> new Attempt(graph, places, 1).layout());
    }

    /**
     * A cell that is much like one that comes with the app looks like that one: nodes of the same names stand where
     * they stand there, and the others between them, all as far apart as names and wires need it.
     *
     * @return empty for a cell that is not, or whose wires find no way
     */
    public static Optional<DiagramLayout> near(CellGraph graph) {
        return CuratedPlaces.near(graph)
                .flatMap(places -> Arrays.stream(STRETCHES)
                        .mapToObj(stretch -> new Attempt(graph, places, stretch))
                        .filter(Attempt::isClean)
                        .findFirst())
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

        Attempt(CellGraph graph, List<Place> places, double stretch) {
            this.graph = graph;
            double leftmost = graph.nodes().stream()
                    .filter(node -> places.get(node.id()).column() == 0)
                    .mapToDouble(DiagramLayout::width)
                    .max()
                    .orElse(0);
            double top = places.stream().mapToDouble(Place::row).min().orElse(0);
            Ranks columns = new Ranks(MARGIN + leftmost / 2, COLUMN * stretch);
            Ranks rows = new Ranks(MARGIN + DiagramLayout.NODE_HEIGHT / 2 - top * ROW * stretch, ROW * stretch);
            this.nodes = graph.nodes().stream()
                    .map(node -> box(
                            node,
                            columns.middle(places.get(node.id()).column()),
                            rows.middle(places.get(node.id()).row())))
                    .toList();
            this.width = nodes.stream().mapToDouble(Box::right).max().orElse(0) + MARGIN;
            this.height = nodes.stream().mapToDouble(Box::bottom).max().orElse(0) + MARGIN;
            this.router = new Router(nodes, columns.between(width), rows.between(height));
            this.routes = new Route[graph.wires().size()];
            lead();
        }

        private static Box box(Node node, double x, double y) {
            double width = DiagramLayout.width(node);
            double height = DiagramLayout.height(node);
            return new Box(Math.rint(x - width / 2), Math.rint(y - height / 2), width, height);
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
            return router.isClean() && !overlaps();
        }

        private boolean overlaps() {
            return nodes.stream()
                    .anyMatch(node -> nodes.stream()
                            .anyMatch(other -> other != node && Router.overlaps(node.inset(-BETWEEN / 2), other)));
        }

        DiagramLayout layout() {
            return DiagramLayout.of(graph, width, height, nodes, List.of(routes));
        }
    }

    /**
     * Columns or rows of nodes.
     *
     * @param first middle of the first one
     */
    private record Ranks(double first, double pitch) {
        double middle(double place) {
            return first + place * pitch;
        }

        /** Lines between them, as far as they lie within the diagram. */
        double[] between(double length) {
            int count = (int) Math.ceil((length - first) / pitch) + 1;
            return IntStream.range(0, count)
                    .mapToDouble(i -> Math.rint(middle(i - 0.5)))
                    .flatMap(line -> Arrays.stream(BESIDE).map(beside -> line + beside))
                    .filter(line -> line > 2 && line < length - 2)
                    .toArray();
        }
    }
}
