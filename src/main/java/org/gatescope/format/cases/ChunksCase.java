package org.gatescope.format.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.engine.FullName;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.PartKey;
import org.gatescope.engine.Truncation;
import org.gatescope.format.FormatException;
import org.gatescope.format.cases.ReferenceCase.Figures;
import org.gatescope.format.cases.ReferenceCase.ParameterGradient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a case of one layer that is run over consecutive chunks, starting from zero. */
final class ChunksCase {
    private static final String PART = PartKey.FIRST;

    private ChunksCase() {}

    static ReferenceCase.Chunks read(JsonNode root) throws FormatException {
        Layer layer = new Layer(CaseFile.cell(root), Keys.size(root, "hidden"), Layer.Directions.FORWARD);
        Network network = new Network(Keys.size(root, "inputs"), List.of(layer), Optional.empty());
        Map<String, Matrix> parameters = RunCase.parameters(prefixed(Keys.require(root, "params")), "params", network);
        List<ReferenceCase.SingleRun> chunks = new ArrayList<>();
        JsonNode list = Keys.require(root, "chunks");
        if (!list.isArray() || list.isEmpty()) {
            throw new FormatException("case.key", "chunks");
        }
        for (int i = 0; i < list.size(); i++) {
            chunks.add(chunk(network, parameters, list.get(i), "chunks[" + i + "] "));
        }
        return new ReferenceCase.Chunks(chunks);
    }

    private static ReferenceCase.SingleRun chunk(
            Network network, Map<String, Matrix> parameters, JsonNode chunk, String label) throws FormatException {
        JsonNode input = Keys.require(chunk, "input");
        int batch = Tensors.length(input, label + "input");
        int steps = batch == 0 ? 0 : Tensors.length(input.get(0), label + "input[0]");
        int hidden = network.width();
        Map<String, Matrix> zeros = new LinkedHashMap<>();
        network.layers()
                .getFirst()
                .cell()
                .states()
                .forEach(state -> zeros.put(
                        new FullName(PART, state).text(),
                        Matrix.zeros(batch, network.layers().getFirst().width(state))));
        NetworkInputs inputs = new NetworkInputs(
                parameters,
                table(chunk, "input", label, batch, steps, network.inputs()),
                Collections.nCopies(batch, steps),
                Truncation.NONE,
                zeros,
                table(chunk, "upstream", label, batch, steps, hidden),
                zeros,
                Optional.empty());
        List<Figures> figures = new ArrayList<>();
        figures.add(new ReferenceCase.Output(label + "output", tensor(chunk, "output", label, batch, steps, hidden)));
        figures.add(new ReferenceCase.InputGradient(
                label + "inputGrads", tensor(chunk, "inputGrads", label, batch, steps, network.inputs())));
        RunCase.parameters(prefixed(Keys.require(chunk, "grads")), label + "grads", network)
                .forEach((name, table) -> figures.add(new ParameterGradient(label + "grads " + name, name, table)));
        return new ReferenceCase.SingleRun(network, batch, steps, inputs, figures);
    }

    /** These files name parameters without their layer. */
    private static JsonNode prefixed(JsonNode tables) {
        ObjectNode prefixed = JsonNodeFactory.instance.objectNode();
        tables.properties().forEach(entry -> prefixed.set(new FullName(PART, entry.getKey()).text(), entry.getValue()));
        return prefixed;
    }

    private static double[][][] tensor(JsonNode chunk, String key, String label, int batch, int steps, int width)
            throws FormatException {
        return Tensors.overTime(Keys.require(chunk, key), label + key, batch, steps, width);
    }

    private static Matrix table(JsonNode chunk, String key, String label, int batch, int steps, int width)
            throws FormatException {
        return Tensors.timeMajor(tensor(chunk, key, label, batch, steps, width), steps, width);
    }
}
