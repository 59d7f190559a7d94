package org.gatescope.format.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Extent;
import org.gatescope.cell.Shape;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Sizes;
import org.gatescope.format.FormatException;
import org.gatescope.format.cases.ReferenceCase.Figures;
import org.gatescope.format.cases.ReferenceCase.JacobianFigures;
import org.gatescope.format.cases.ReferenceCase.OverTime;
import org.gatescope.format.cases.ReferenceCase.ParameterGradient;
import org.gatescope.format.cases.ReferenceCase.StateGradient;
import tools.jackson.databind.JsonNode;

/** Reads a case of one run forward and backward. */
final class RunCase {
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

    static ReferenceCase.SingleRun read(JsonNode root, Network network) throws FormatException {
        JsonNode input = Keys.require(root, "input");
        int batch = Tensors.length(input, "input");
        int steps = batch == 0 ? 0 : Tensors.length(input.get(0), "input[0]");
        return new RunCase(root, network, batch, steps).read();
    }

    private ReferenceCase.SingleRun read() throws FormatException {
        JsonNode upstream = Keys.require(root, "upstream");
        Optional<ObjectiveCase> objective =
                network.readOut().map(readOut -> new ObjectiveCase(root, readOut, batch, steps));
        NetworkInputs inputs = new NetworkInputs(
                parameters("params"),
                overTime(root, "input", network.inputs()),
                Collections.nCopies(batch, steps),
                0,
                states(root, "state"),
                overTime(upstream, "output", network.width()),
                states(upstream, "final"),
                objective.isPresent() ? Optional.of(objective.get().goal()) : Optional.empty());
        List<Figures> figures = new ArrayList<>(quantities());
        figures.add(new ReferenceCase.Output("output", tensor("output", network.width())));
        figures.add(new ReferenceCase.InputGradient("inputGrads", tensor("inputGrads", network.inputs())));
        parameters("grads").forEach((name, table) -> figures.add(new ParameterGradient("grads " + name, name, table)));
        for (Part part : network.parts()) {
            Map<String, Matrix> gradients = states(root, "stateGrads");
            for (String state : part.layer().cell().states()) {
                String name = part.state(state);
                Matrix table = gradients.getOrDefault(name, Matrix.zeros(0, 0));
                figures.add(new StateGradient("stateGrads " + name, part.key(), state, table));
            }
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
        for (Part part : network.parts()) {
            Sizes sizes = part.sizes(1, 1);
            for (Map.Entry<String, Shape> parameter :
                    part.layer().cell().parameters().entrySet()) {
                String name = part.parameter(parameter.getKey());
                Shape shape = parameter.getValue();
                parameters.put(
                        name,
                        Tensors.matrix(
                                Keys.require(tables, name),
                                section + " " + name,
                                sizes.rows(shape),
                                sizes.columns(shape),
                                shape.rows() == Extent.ONE));
            }
        }
        ReadOut readOut = network.readOut().filter(ReadOut::hasWeights).orElse(null);
        if (readOut != null) {
            String bias = section + " " + ReadOut.BIAS;
            String weights = section + " " + ReadOut.WEIGHTS;
            int outputs = readOut.outputs();
            parameters.put(
                    ReadOut.WEIGHTS,
                    Tensors.matrix(Keys.require(tables, ReadOut.WEIGHTS), weights, network.width(), outputs, false));
            parameters.put(ReadOut.BIAS, Tensors.matrix(Keys.require(tables, ReadOut.BIAS), bias, 1, outputs, true));
        }
        return parameters;
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
                                table, key + " " + name, batch, part.layer().hidden(), false));
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
