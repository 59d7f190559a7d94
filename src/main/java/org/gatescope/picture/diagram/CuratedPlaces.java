package org.gatescope.picture.diagram;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.picture.diagram.CellGraph.Kind;
import org.gatescope.picture.diagram.CellGraph.Node;
import org.gatescope.picture.diagram.CellGraph.Wire;
import org.jspecify.annotations.Nullable;

/** Places in a grid, in one frame for all cells so that they compare: from a file, and those of nodes that it does not name. */
final class CuratedPlaces {
    /** So many nodes besides the ends make a cell known again. */
    private static final int LEAST_KNOWN = 3;

    /** So much further off may a place be that a node of the known cell would have. */
    private static final double VACANT = 1;

    private static final int LAST_COLUMN = 6;
    private static final int LAST_ROW = 5;
    private static final Map<String, Map<String, Place>> PLACES = read();

    private final CellGraph graph;
    private final Map<String, Place> known;
    private final @Nullable Place[] places;

    /** Where a node stands in the grid. */
    record Place(double column, double row) {
        double distance(Place other) {
            return Math.abs(column - other.column) + Math.abs(row - other.row);
        }
    }

    private CuratedPlaces(CellGraph graph, Map<String, Place> known) {
        this.graph = graph;
        this.known = known;
        this.places = new Place[graph.nodes().size()];
        for (Node node : graph.nodes()) {
            places[node.id()] = known.get(node.key());
        }
    }

    /** By node; empty for a cell whose places the file does not all have. */
    static Optional<List<Place>> of(CellGraph graph, String name) {
        Map<String, Place> places = PLACES.get(name);
        return places != null && graph.nodes().stream().allMatch(node -> places.containsKey(node.key()))
                ? new CuratedPlaces(graph, places).complete()
                : Optional.empty();
    }

    /** By node, for a cell that has many nodes in common with one of the file's; empty for others. */
    static Optional<List<Place>> near(CellGraph graph) {
        return PLACES.values().stream()
                .max(Comparator.comparingLong((Map<String, Place> places) -> common(graph, places))
                        .thenComparingInt(places -> -places.size())) // the plainest of those
                .filter(places -> common(graph, places) >= LEAST_KNOWN)
                .filter(places -> 2 * common(graph, places) >= inner(graph))
                .flatMap(places -> new CuratedPlaces(graph, places).complete());
    }

    private static long common(CellGraph graph, Map<String, Place> places) {
        return graph.nodes().stream()
                .filter(node -> !isEnd(node) && places.containsKey(node.key()))
                .count();
    }

    private static long inner(CellGraph graph) {
        return graph.nodes().stream().filter(node -> !isEnd(node)).count();
    }

    private static boolean isEnd(Node node) {
        return node.kind() == Kind.ENTRY || node.kind() == Kind.EXIT;
    }

    /** First whatever has most neighbours that stand already. */
    private Optional<List<Place>> complete() {
        while (true) {
            Optional<Node> next = graph.nodes().stream()
                    .filter(node -> places[node.id()] == null)
                    .max(Comparator.comparingLong(
                                    (Node node) -> neighbours(node).size())
                            .thenComparingInt(node -> -node.id()));
            if (next.isEmpty()) {
                return Optional.of(List.of((Place[]) places));
            }
            Optional<Place> free = free(next.get());
            if (free.isEmpty()) {
                return Optional.empty();
            }
            places[next.get().id()] = free.get();
        }
    }

    private List<Place> neighbours(Node node) {
        List<Place> found = new ArrayList<>();
        for (Wire wire : graph.wires()) {
            Place other =
                    wire.from() == node.id() ? places[wire.to()] : wire.to() == node.id() ? places[wire.from()] : null;
            if (other != null) {
                found.add(other);
            }
        }
        return found;
    }

    /** States stand at the left where they come in and at the right where they go on. */
    private Optional<Place> free(Node node) {
        List<Place> free = new ArrayList<>();
        for (int column = 0; column <= LAST_COLUMN; column++) {
            for (int row = 0; row <= LAST_ROW; row++) {
                Place place = new Place(column, row);
                boolean isFit = switch (node.kind()) {
                    case ENTRY -> column == 0;
                    case EXIT -> column == LAST_COLUMN;
                    default -> column > 0 && column < LAST_COLUMN && row < LAST_ROW - 1;
                };
                if (isFit && isFree(place, node)) {
                    free.add(place);
                }
            }
        }
        List<Place> neighbours = neighbours(node);
        return free.stream()
                .min(Comparator.comparingDouble((Place place) -> (known.containsValue(place) ? -VACANT : 0)
                        + neighbours.stream().mapToDouble(place::distance).sum()));
    }

    private boolean isFree(Place place, Node node) {
        for (Node other : graph.nodes()) {
            Place taken = places[other.id()];
            double wide = (DiagramLayout.width(node) + DiagramLayout.width(other)) / 2 + CuratedLayout.BETWEEN;
            if (taken != null
                    && Math.abs(taken.column() - place.column()) * CuratedLayout.COLUMN < wide
                    && Math.abs(taken.row() - place.row()) < 1) {
                return false;
            }
        }
        return true;
    }

    /** {@code lstm = f 1 2; i 2 2; …}: key, column and row. */
    private static Map<String, Map<String, Place>> read() {
        Properties file = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(CuratedPlaces.class.getResourceAsStream("frame.properties")),
                StandardCharsets.UTF_8)) {
            file.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Map<String, Place>> places = new TreeMap<>();
        for (String name : BuiltInCells.names()) {
            String text = file.getProperty(name);
            if (text != null) {
                places.put(name, places(text));
            }
        }
        return places;
    }

    private static Map<String, Place> places(String text) {
        Map<String, Place> places = new HashMap<>();
        for (String entry : text.split(";", -1)) {
            String[] words = entry.strip().split(" (?=[\\d.]+ [\\d.]+$)", 2);
            if (words.length == 2) {
                String[] numbers = words[1].split(" ", -1);
                places.put(words[0], new Place(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
            }
        }
        return places;
    }
}
