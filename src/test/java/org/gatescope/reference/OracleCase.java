package org.gatescope.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Extent;
import org.gatescope.cell.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A case of src/test/resources/oracle/cases with one layer and one direction: what was run, and what came out.
 *
 * @param expected    by the names that {@link Reference.Result} uses; quantities that the case does not hold are absent
 */
public record OracleCase(String name, Problem problem, Reference.Result expected) {
    private static final String KEY = "0.forward.";

    @Override
    public String toString() {
        return name;
    }

    /** The names of all cases, sorted. */
    public static List<String> names() {
        try (Stream<Path> files =
                Files.list(Path.of(OracleCase.class.getResource("/oracle/cases").toURI()))) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static OracleCase read(String name) {
        try (InputStream in = OracleCase.class.getResourceAsStream("/oracle/cases/" + name + ".json")) {
            return of(name, new JsonMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OracleCase of(String name, JsonNode root) {
        JsonNode layer = root.at("/network/layers/0");
        Cell cell = layer.has("equations")
                ? Cell.parse(layer.get("equations").asString())
                : BuiltInCells.cell(layer.get("cell").asString());
        Problem problem = new Problem(
                cell,
                root.at("/network/inputs").asInt(),
                layer.get("hidden").asInt(),
                parameters(cell, root.get("params")),
                cube(root.get("input")),
                matrices(root.get("state")),
                cube(root.at("/upstream/output")),
                matrices(root.at("/upstream/final")));
        Reference.Result expected = new Reference.Result(
                quantities(cell, root.get("forward")),
                quantities(cell, root.get("backward")),
                parameters(cell, root.get("grads")),
                cube(root.get("inputGrads")),
                matrices(root.get("stateGrads")));
        return new OracleCase(name, problem, expected);
    }

    private static Map<String, double[][]> parameters(Cell cell, JsonNode node) {
        Map<String, double[][]> parameters = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            String name = plain(entry.getKey());
            Shape shape = cell.parameters().get(name);
            if (shape == null) {
                throw new IllegalStateException("the cell has no parameter " + name);
            }
            JsonNode value = entry.getValue();
            parameters.put(name, shape.rows() == Extent.ONE ? new double[][] {row(value)} : matrix(value));
        });
        return parameters;
    }

    private static Map<String, double[][][]> quantities(Cell cell, JsonNode node) {
        Map<String, double[][][]> quantities = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            String name = plain(entry.getKey());
            quantities.put(cell.states().contains(name) ? Cell.after(name) : name, cube(entry.getValue()));
        });
        return quantities;
    }

    private static Map<String, double[][]> matrices(JsonNode node) {
        Map<String, double[][]> matrices = new LinkedHashMap<>();
        node.properties().forEach(entry -> matrices.put(plain(entry.getKey()), matrix(entry.getValue())));
        return matrices;
    }

    private static String plain(String key) {
        if (!key.startsWith(KEY)) {
            throw new IllegalStateException("one layer, one direction: " + key);
        }
        return key.substring(KEY.length());
    }

    private static double[][][] cube(JsonNode node) {
        return node.valueStream().map(OracleCase::matrix).toArray(double[][][]::new);
    }

    private static double[][] matrix(JsonNode node) {
        return node.valueStream().map(OracleCase::row).toArray(double[][]::new);
    }

    private static double[] row(JsonNode node) {
        return node.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }
}
