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
import org.gatescope.cell.BuiltInCells;
import org.gatescope.picture.Box;
import org.gatescope.picture.diagram.CellGraph.Node;
import org.gatescope.picture.diagram.CellGraph.Wire;
import org.gatescope.picture.diagram.DiagramLayout.Route;

/** The cells that come with the app as everybody draws them, in one frame so that they compare: places in a grid, from a file. */
public final class CuratedLayout {
    private static final double COLUMN = 50;
    private static final double ROW = 50;
    private static final double MARGIN = 4;
    private static final Map<String, Map<String, double[]>> PLACES = read();

    private CuratedLayout() {}

    /**
     * Places of a graph's nodes.
     *
     * @param name as {@link BuiltInCells} has it
     * @return empty for a cell that has no places
     */
    public static Optional<DiagramLayout> of(CellGraph graph, String name) {
        Map<String, double[]> places = PLACES.get(name);
        return places != null && graph.nodes().stream().allMatch(node -> places.containsKey(node.key()))
                ? Optional.of(layout(graph, places))
                : Optional.empty();
    }

    private static DiagramLayout layout(CellGraph graph, Map<String, double[]> places) {
        List<Box> nodes = graph.nodes().stream()
                .map(node -> box(node, Objects.requireNonNull(places.get(node.key()))))
                .toList();
        double width = nodes.stream().mapToDouble(Box::right).max().orElse(0) + MARGIN;
        double height = nodes.stream().mapToDouble(Box::bottom).max().orElse(0) + MARGIN;
        Router router = new Router(nodes, channels(width, COLUMN), channels(height, ROW));
        Route[] routes = new Route[graph.wires().size()];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < routes.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> distance(nodes, graph.wires().get(i))));
        for (int i : order) {
            Wire wire = graph.wires().get(i);
            routes[i] = router.lead(wire.from(), wire.to());
        }
        return new DiagramLayout(width, height, nodes, List.of(routes));
    }

    private static double distance(List<Box> nodes, Wire wire) {
        Box from = nodes.get(wire.from());
        Box to = nodes.get(wire.to());
        return Math.abs(from.centreX() - to.centreX()) + Math.abs(from.centreY() - to.centreY());
    }

    private static Box box(Node node, double[] place) {
        double width = DiagramLayout.width(node);
        double height = DiagramLayout.height(node);
        double centreX = MARGIN + (place[0] + 0.5) * COLUMN;
        double centreY = MARGIN + (place[1] + 0.5) * ROW - 6;
        return new Box(Math.rint(centreX - width / 2), Math.rint(centreY - height / 2), width, height);
    }

    /** Between the rows or columns of nodes. */
    private static double[] channels(double length, double pitch) {
        int count = (int) Math.ceil(length / pitch) + 1;
        double[] lines = new double[3 * count];
        for (int i = 0; i < count; i++) {
            double between = Math.rint(MARGIN + i * pitch - (pitch == ROW ? 6 : 0));
            lines[3 * i] = between;
            lines[3 * i + 1] = between - 4;
            lines[3 * i + 2] = between + 4;
        }
        return lines;
    }

    /** {@code lstm = f 1 2; i 2 2; …}: key, column and row. */
    private static Map<String, Map<String, double[]>> read() {
        Properties file = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(CuratedLayout.class.getResourceAsStream("frame.properties")),
                StandardCharsets.UTF_8)) {
            file.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Map<String, double[]>> places = new HashMap<>();
        for (String name : BuiltInCells.names()) {
            String text = file.getProperty(name);
            if (text != null) {
                places.put(name, places(text));
            }
        }
        return Map.copyOf(places);
    }

    private static Map<String, double[]> places(String text) {
        Map<String, double[]> places = new HashMap<>();
        for (String entry : text.split(";", -1)) {
            String[] words = entry.strip().split(" (?=[\\d.]+ [\\d.]+$)", 2);
            if (words.length == 2) {
                String[] numbers = words[1].split(" ", -1);
                places.put(words[0], new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])});
            }
        }
        return places;
    }
}
