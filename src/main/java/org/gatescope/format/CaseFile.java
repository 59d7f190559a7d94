package org.gatescope.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.CellException;
import org.gatescope.cell.Extent;
import org.gatescope.cell.Shape;
import org.gatescope.engine.LayerInputs;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Sizes;
import org.gatescope.format.ReferenceCase.OverTime;
import org.gatescope.format.ReferenceCase.Table;
import org.gatescope.format.ReferenceCase.Unsupported;
import org.gatescope.text.Texts;
import tools.jackson.databind.JsonNode;

/**
 * Reads reference cases: JSON files with a network, its parameters and inputs, and the values and gradients that another
 * program computed. docs/verify.md describes the form.
 */
public final class CaseFile {
    private static final Texts TEXTS = Texts.of(CaseFile.class);
    /** The only layer that can be run so far. */
    private static final String PREFIX = "0.forward.";

    private final JsonNode root;
    private final Cell cell;
    private final Sizes sizes;

    private CaseFile(JsonNode root, Cell cell, Sizes sizes) {
        this.root = root;
        this.cell = cell;
        this.sizes = sizes;
    }

    /** @throws FormatException if the file is no case */
    public static ReferenceCase read(Path file) throws FormatException {
        JsonNode root = Json.read(file);
        if (!root.isObject()) {
            throw new FormatException("case.none");
        }
        Optional<Unsupported> unsupported = unsupported(root);
        return unsupported.isPresent() ? unsupported.get() : layer(root);
    }

    private static Optional<Unsupported> unsupported(JsonNode root) throws FormatException {
        String key = null;
        if (root.has("optimizer")) {
            key = "unsupported.training";
        } else if (root.has("chunks")) {
            key = "unsupported.chunks";
        } else {
            JsonNode layers = require(require(root, "network"), "layers");
            if (!layers.isArray() || layers.isEmpty()) {
                throw new FormatException("case.key", "layers");
            }
            if (layers.size() > 1) {
                key = "unsupported.layers";
            } else if (layers.get(0).path("bidirectional").asBoolean(false)) {
                key = "unsupported.bidirectional";
            }
        }
        return Optional.ofNullable(key).map(TEXTS::get).map(Unsupported::new);
    }

    private static ReferenceCase layer(JsonNode root) throws FormatException {
        JsonNode layer = root.path("network").path("layers").get(0);
        Cell cell = cell(layer);
        JsonNode input = require(root, "input");
        int batch = Tensors.length(input, "input");
        int steps = batch == 0 ? 0 : Tensors.length(input.get(0), "input[0]");
        Sizes sizes = new Sizes(batch, steps, size(root.path("network"), "inputs"), size(layer, "hidden"));
        return new CaseFile(root, cell, sizes).layer();
    }

    private static Cell cell(JsonNode layer) throws FormatException {
        if (layer.has("equations")) {
            try {
                return Cell.parse(layer.path("equations").asString(""));
            } catch (CellException e) {
                throw new FormatException("case.equations", e.line(), e.column(), e.problem());
            }
        }
        String name = require(layer, "cell").asString("");
        if (BuiltInCells.text(name).isEmpty()) {
            throw new FormatException("case.cell", name);
        }
        return BuiltInCells.cell(name);
    }

    private ReferenceCase layer() throws FormatException {
        JsonNode params = require(root, "params");
        JsonNode grads = require(root, "grads");
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        List<Table> parameterGradients = new ArrayList<>();
        for (Map.Entry<String, Shape> parameter : cell.parameters().entrySet()) {
            String name = parameter.getKey();
            parameters.put(name, parameter(params, "params", name, parameter.getValue()));
            Matrix figures = parameter(grads, "grads", name, parameter.getValue());
            parameterGradients.add(new Table("grads " + PREFIX + name, name, figures));
        }
        JsonNode upstream = require(root, "upstream");
        List<Table> stateGradients = new ArrayList<>();
        for (Map.Entry<String, Matrix> state : states(root, "stateGrads").entrySet()) {
            stateGradients.add(new Table("stateGrads " + PREFIX + state.getKey(), state.getKey(), state.getValue()));
        }
        LayerInputs inputs = new LayerInputs(
                parameters,
                overTime(root, "input", sizes.inputs()),
                states(root, "state"),
                overTime(upstream, "output", sizes.hidden()),
                states(upstream, "final"));
        return new ReferenceCase.Layer(
                cell, sizes, inputs, figures(), parameterGradients, stateGradients, root.has("jacobianNorms"));
    }

    private List<OverTime> figures() throws FormatException {
        List<OverTime> figures = new ArrayList<>();
        for (String section : List.of("forward", "backward")) {
            boolean isGradient = section.equals("backward");
            JsonNode quantities = require(root, section);
            if (!quantities.isObject()) {
                throw new FormatException("case.names", section);
            }
            for (Map.Entry<String, JsonNode> entry : quantities.properties()) {
                String label = section + " " + entry.getKey();
                String quantity = quantity(entry.getKey());
                int width = sizes.of(cell.widths().getOrDefault(quantity, Extent.H));
                figures.add(new OverTime(
                        label,
                        quantity,
                        isGradient,
                        Tensors.overTime(entry.getValue(), label, sizes.batch(), sizes.steps(), width)));
            }
        }
        figures.add(figures("output", Cell.after(cell.output()), false, sizes.hidden()));
        figures.add(figures("inputGrads", Cell.INPUT, true, sizes.inputs()));
        return figures;
    }

    private OverTime figures(String key, String quantity, boolean isGradient, int width) throws FormatException {
        double[][][] figures = Tensors.overTime(require(root, key), key, sizes.batch(), sizes.steps(), width);
        return new OverTime(key, quantity, isGradient, figures);
    }

    /** A state's name in the file means its value after the step. */
    private String quantity(String name) throws FormatException {
        String bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
        String quantity = cell.states().contains(bare) ? Cell.after(bare) : bare;
        if (!cell.widths().containsKey(quantity)) {
            throw new FormatException("case.quantity", name);
        }
        return quantity;
    }

    private Matrix overTime(JsonNode parent, String key, int width) throws FormatException {
        double[][][] figures = Tensors.overTime(require(parent, key), key, sizes.batch(), sizes.steps(), width);
        return Tensors.timeMajor(figures, sizes.steps(), width);
    }

    private Matrix parameter(JsonNode parent, String section, String name, Shape shape) throws FormatException {
        JsonNode node = require(parent, PREFIX + name);
        String label = section + " " + PREFIX + name;
        return Tensors.matrix(node, label, sizes.rows(shape), sizes.columns(shape), shape.rows() == Extent.ONE);
    }

    private Map<String, Matrix> states(JsonNode parent, String key) throws FormatException {
        JsonNode node = require(parent, key);
        Map<String, Matrix> states = new LinkedHashMap<>();
        for (String state : cell.states()) {
            JsonNode table = require(node, PREFIX + state);
            states.put(state, Tensors.matrix(table, key + " " + PREFIX + state, sizes.batch(), sizes.hidden(), false));
        }
        return states;
    }

    private static int size(JsonNode parent, String key) throws FormatException {
        JsonNode node = require(parent, key);
        if (!node.isInt() || node.intValue() < 0) {
            throw new FormatException("case.size", key);
        }
        return node.intValue();
    }

    private static JsonNode require(JsonNode parent, String key) throws FormatException {
        JsonNode node = parent.get(key);
        if (node == null || node.isNull()) {
            throw new FormatException("case.key", key);
        }
        return node;
    }
}
