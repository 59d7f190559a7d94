package org.gatescope.format.cases;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Extent;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.FullName;
import org.gatescope.engine.HeldOutput;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.Truncation;
import org.gatescope.format.FormatException;
import org.gatescope.format.cases.ReferenceCase.Figures;
import org.gatescope.format.cases.ReferenceCase.JacobianFigures;
import org.gatescope.format.cases.ReferenceCase.OverTime;
import org.gatescope.format.cases.ReferenceCase.ParameterGradient;
import org.gatescope.format.cases.ReferenceCase.StateGradient;
import tools.jackson.databind.JsonNode;

/** Reads a case of one run forward and backward. */
final class RunCase {
    private static final String TOKENS = "tokens";
    private static final String INPUT_GRADIENT = "inputGrads";

    private final JsonNode root;
    private final Network network;
    private final int batch;
    private final int steps;

    private RunCase(JsonNode root, Network network, int batch, int steps) {
        this.root = root;
        this.network = network;
        this.batch = batch;
        this.steps = steps;
    }

    static RunCase of(JsonNode root, Network network) throws FormatException {
        String key = inputKey(root);
        JsonNode input = Keys.require(root, key);
        int batch = Tensors.length(input, key);
        int steps = batch == 0 ? 0 : Tensors.length(input.get(0), key + "[0]");
        return new RunCase(root, network, batch, steps);
    }

    /** Tokens stand where inputs are one-hot. */
    private static String inputKey(JsonNode root) {
        return root.has(TOKENS) ? TOKENS : "input";
    }

    int batch() {
        return batch;
    }

    int steps() {
        return steps;
    }

    /** States, upstream gradients and final gradients that are not there are 0. */
    NetworkInputs inputs() throws FormatException {
        Optional<ObjectiveCase> objective = objective();
        JsonNode upstream = root.path("upstream");
        StepMask mask = mask();
        return new NetworkInputs(
                parameters("params"),
                input(),
                mask,
                dropout(),
                truncation(),
                root.has("state") ? states(root, "state") : zeros(),
                upstream.has("output")
                        ? overTime(upstream, "output", network.width())
                        : Matrix.zeros(batch * steps, network.width()),
                upstream.has("final") ? states(upstream, "final") : zeros(),
                objective.isPresent() ? Optional.of(objective.get().goal(mask)) : Optional.empty());
    }

    private Matrix input() throws FormatException {
        return root.has(TOKENS)
                ? Tensors.oneHot(Keys.require(root, TOKENS), TOKENS, batch, steps, network.inputs())
                : overTime(root, "input", network.inputs());
    }

    /** All steps, where a case does not say. */
    private List<Integer> lengths() throws FormatException {
        JsonNode node = root.path("lengths");
        if (node.isMissingNode()) {
            return Collections.nCopies(batch, steps);
        }
        Tensors.requireLength(node, "lengths", batch);
        List<Integer> lengths = new ArrayList<>();
        for (JsonNode length : node) {
            if (!length.isInt() || length.intValue() < 0 || length.intValue() > steps) {
                throw new FormatException("case.length", "lengths[" + lengths.size() + "]", steps);
            }
            lengths.add(length.intValue());
        }
        return lengths;
    }

    /** {@code mask}: 1, or 0 at a step that is skipped; what it has past the end of a sequence says nothing. */
    private StepMask mask() throws FormatException {
        List<Integer> lengths = lengths();
        BitSet skipped = new BitSet();
        if (root.has("mask")) {
            Matrix mask = Tensors.matrix(root.path("mask"), "mask", batch, steps, false);
            for (int row = 0; row < batch * steps; row++) {
                int n = row % batch;
                int t = row / batch;
                if (mask.get(n, t) != 0 && mask.get(n, t) != 1) {
                    throw new FormatException("case.mask", n, t);
                }
                skipped.set(row, mask.get(n, t) == 0);
            }
        }
        return new StepMask(lengths).withOutput(heldOutput()).skipping(lengths, skipped);
    }

    /** Kept where a case does not say. */
    private HeldOutput heldOutput() throws FormatException {
        String word = root.path("heldOutput").asString(HeldOutput.KEPT.name());
        for (HeldOutput output : HeldOutput.values()) {
            if (output.name().equalsIgnoreCase(word)) {
                return output;
            }
        }
        throw new FormatException("case.choice", "heldOutput", word);
    }

    /** {@code dropout}: factors by layer, of each step or one row for all steps of a sequence. */
    private DropoutMasks dropout() throws FormatException {
        JsonNode node = root.path("dropout");
        if (!node.isObject() && !node.isMissingNode()) {
            throw new FormatException("case.names", "dropout");
        }
        DropoutMasks masks = DropoutMasks.NONE;
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            int layer = dropping(entry.getKey());
            int columns = network.reads(layer);
            String label = "dropout " + layer;
            masks = masks.with(
                    layer,
                    network.layers().get(layer).dropout().sameAtEachStep()
                            ? Tensors.matrix(entry.getValue(), label, batch, columns, false)
                            : Tensors.timeMajor(
                                    Tensors.overTime(entry.getValue(), label, batch, steps, columns), steps, columns));
        }
        return masks;
    }

    /** The layer of which that is the number; it drops some of what it reads. */
    private int dropping(String number) throws FormatException {
        for (int layer = 0; layer < network.layers().size(); layer++) {
            if (Integer.toString(layer).equals(number)
                    && network.layers().get(layer).dropout().drops()) {
                return layer;
            }
        }
        throw new FormatException("case.dropout.layer", number);
    }

    /** {@code chunk} or {@code window}. */
    private Truncation truncation() throws FormatException {
        JsonNode node = root.path("truncation");
        if (node.isMissingNode()) {
            return Truncation.NONE;
        }
        if (node.has("chunk") == node.has("window")) {
            throw new FormatException("case.truncation");
        }
        return node.has("window")
                ? new Truncation.Window(Keys.size(node, "window"))
                : Truncation.chunks(Keys.size(node, "chunk"));
    }

    private Optional<ObjectiveCase> objective() {
        return network.readOut().map(readOut -> new ObjectiveCase(root, readOut, batch, steps));
    }

    private Map<String, Matrix> zeros() {
        Map<String, Matrix> zeros = new LinkedHashMap<>();
        for (Part part : network.parts()) {
            for (String state : part.layer().cell().states()) {
                zeros.put(part.state(state), Matrix.zeros(batch, part.layer().width(state)));
            }
        }
        return zeros;
    }

    /** One run; what goes into it and comes out of it has to be there. */
    ReferenceCase.SingleRun read() throws FormatException {
        Keys.require(Keys.require(root, "upstream"), "output");
        Keys.require(root.path("upstream"), "final");
        Keys.require(root, "state");
        Optional<ObjectiveCase> objective = objective();
        NetworkInputs inputs = inputs();
        List<Figures> figures = new ArrayList<>(quantities());
        figures.add(new ReferenceCase.Output("output", tensor("output", network.width())));
        if (!root.has(TOKENS) || root.has(INPUT_GRADIENT)) {
            figures.add(new ReferenceCase.InputGradient(INPUT_GRADIENT, tensor(INPUT_GRADIENT, network.inputs())));
        }
        parameters("grads").forEach((name, table) -> figures.add(new ParameterGradient("grads " + name, name, table)));
        for (Part part : network.parts()) {
            Map<String, Matrix> gradients = states(root, "stateGrads");
            for (String state : part.layer().cell().states()) {
                String name = part.state(state);
                Matrix table = gradients.getOrDefault(name, Matrix.zeros(0, 0));
                figures.add(new StateGradient("stateGrads " + name, part.key(), state, table));
            }
        }
        if (root.has("finalState")) {
            states(root, "finalState")
                    .forEach((name, table) ->
                            figures.add(new ReferenceCase.FinalState("finalState " + name, name, table)));
        }
        if (objective.isPresent()) {
            figures.addAll(objective.get().figures());
        }
        figures.addAll(jacobianNorms());
        return new ReferenceCase.SingleRun(network, batch, steps, inputs, figures);
    }

    /** Of as many parts as the case has them for. */
    private List<JacobianFigures> jacobianNorms() throws FormatException {
        JsonNode norms = root.path("jacobianNorms");
        if (!norms.isObject() && !norms.isMissingNode()) {
            throw new FormatException("case.names", "jacobianNorms");
        }
        List<JacobianFigures> figures = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : norms.properties()) {
            String part = entry.getKey();
            if (batch == 0
                    || network.parts().stream().noneMatch(known -> known.key().equals(part))) {
                throw new FormatException("case.part", part);
            }
            String label = "jacobianNorms " + part;
            figures.add(new JacobianFigures(label, part, Tensors.matrix(entry.getValue(), label, steps, steps, false)));
        }
        return figures;
    }

    private Map<String, Matrix> parameters(String section) throws FormatException {
        return parameters(Keys.require(root, section), section, network);
    }

    /** All parameters of a network's layers and its read-out, by full name. */
    static Map<String, Matrix> parameters(JsonNode tables, String section, Network network) throws FormatException {
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        for (String name : network.parameters().keySet()) {
            parameters.put(name, parameter(Keys.require(tables, name), section, name, network));
        }
        return parameters;
    }

    /** One parameter by its full name. */
    static Matrix parameter(JsonNode table, String section, String name, Network network) throws FormatException {
        int[] size = network.parameters().get(name);
        if (size == null) {
            throw new FormatException("case.quantity", name);
        }
        return Tensors.matrix(table, section + " " + name, size[0], size[1], isVector(name, network));
    }

    /** A parameter, or the first value of a state that is learnt, as a vector. */
    static Matrix trained(JsonNode table, String section, String name, Network network) throws FormatException {
        for (Part part : network.parts()) {
            for (String state : part.layer().cell().states()) {
                if (part.state(state).equals(name)) {
                    return Tensors.matrix(table, section + name, 1, part.layer().width(state), true);
                }
            }
        }
        return parameter(table, section, name, network);
    }

    private static boolean isVector(String name, Network network) {
        if (name.equals(ReadOut.BIAS)) {
            return true;
        }
        return network.parts().stream()
                .anyMatch(part -> part.layer().cell().parameters().entrySet().stream()
                        .anyMatch(own -> own.getValue().rows().equals(Extent.ONE)
                                && part.parameter(own.getKey()).equals(name)));
    }

    private Map<String, Matrix> states(JsonNode parent, String key) throws FormatException {
        JsonNode node = Keys.require(parent, key);
        Map<String, Matrix> states = new LinkedHashMap<>();
        for (Part part : network.parts()) {
            for (String state : part.layer().cell().states()) {
                String name = part.state(state);
                JsonNode table = Keys.require(node, name);
                states.put(
                        name,
                        Tensors.matrix(
                                table, key + " " + name, batch, part.layer().width(state), false));
            }
        }
        return states;
    }

    private List<OverTime> quantities() throws FormatException {
        List<OverTime> figures = new ArrayList<>();
        for (String section : List.of("forward", "backward")) {
            JsonNode quantities = Keys.require(root, section);
            if (!quantities.isObject()) {
                throw new FormatException("case.names", section);
            }
            for (Map.Entry<String, JsonNode> entry : quantities.properties()) {
                figures.add(quantity(section, entry.getKey(), entry.getValue()));
            }
        }
        return figures;
    }

    private OverTime quantity(String section, String name, JsonNode tensor) throws FormatException {
        Part part = network.parts().stream()
                .filter(known -> FullName.isIn(name, known.key()))
                .findFirst()
                .orElseThrow(() -> new FormatException("case.quantity", name));
        Cell cell = part.layer().cell();
        String bare = FullName.of(name).local();
        // a state's name in the file means its value after the step
        String quantity = cell.states().contains(bare) ? Cell.after(bare) : bare;
        Extent extent = cell.widths().get(quantity);
        if (extent == null) {
            throw new FormatException("case.quantity", name);
        }
        String label = section + " " + name;
        int width = part.sizes(batch, steps).of(extent);
        return new OverTime(
                label,
                part.key(),
                quantity,
                section.equals("backward"),
                Tensors.overTime(tensor, label, batch, steps, width));
    }

    private double[][][] tensor(String key, int width) throws FormatException {
        return Tensors.overTime(Keys.require(root, key), key, batch, steps, width);
    }

    private Matrix overTime(JsonNode parent, String key, int width) throws FormatException {
        double[][][] figures = Tensors.overTime(Keys.require(parent, key), key, batch, steps, width);
        return Tensors.timeMajor(figures, steps, width);
    }
}
