package org.gatescope.format.export;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.tensor.Precision;

/**
 * A network as an ONNX model (onnx.proto, operators of version 14): {@code input} is (T, N, D), {@code output} (T, N, K), read
 * out at every step. Numbers of fields are those of onnx.proto.
 */
final class OnnxExport {
    static final String LIBRARY = "ONNX";
    private static final int IR_VERSION = 8;
    private static final int OPERATORS = 14;
    private static final int INT64 = 7;

    private final ExportedNetwork exported;
    private final Precision precision;
    private final ProtoMessage graph = new ProtoMessage();
    private int made;

    private OnnxExport(ExportedNetwork exported, Precision precision) {
        this.exported = exported;
        this.precision = precision;
    }

    /** The model. @throws FormatException if there is no such operator */
    static ByteString of(ExportedNetwork exported, Precision precision) throws FormatException, IOException {
        OnnxExport made = new OnnxExport(exported, precision);
        made.fill();
        ProtoMessage operators = new ProtoMessage().text(1, "").number(2, OPERATORS);
        return new ProtoMessage()
                .number(1, IR_VERSION)
                .text(2, "Gatescope")
                .message(7, made.graph)
                .message(8, operators)
                .done();
    }

    private void fill() throws FormatException, IOException {
        String value = "input";
        if (exported.hasEmbedding()) {
            value = node("MatMul", List.of(value, table("embedding", exported.embedding())));
        }
        for (int i = 0; i < exported.network().layers().size(); i++) {
            value = layer(i, value);
        }
        if (exported.hasDense()) {
            value = node("MatMul", List.of(value, table("dense.kernel", exported.denseWeights())));
            value = node("Add", List.of(value, table("dense.bias", exported.denseBias())));
        }
        int width = exported.network().width();
        ReadOut readOut = exported.network().readOut().orElse(null);
        if (readOut != null) {
            width = readOut.outputs();
            value = switch (readOut.activation()) {
                case STATES, IDENTITY -> value;
                case SIGMOID -> node("Sigmoid", List.of(value));
                case SOFTMAX -> node("Softmax", List.of(value)); // over the last axis
            };
        }
        node("Identity", List.of(value), "output");
        graph.text(2, "network");
        graph.message(11, described("input", exported.network().inputs()));
        graph.message(12, described("output", width));
    }

    private static String direction(Layer layer) {
        return switch (layer.directions()) {
            case FORWARD -> "forward";
            case REVERSE -> "reverse";
            case BOTH, TIED -> "bidirectional";
        };
    }

    /** Both directions are one operator; its output, (T, directions, N, H), is put side by side, (T, N, width). */
    private String layer(int index, String input) throws FormatException, IOException {
        KnownCell cell = exported.known(index, LIBRARY);
        Layer layer = exported.network().layers().get(index);
        List<Gates> directions = new ArrayList<>();
        for (Part part : exported.network().parts()) {
            if (part.index() == index) {
                directions.add(new Gates(part, exported.parameters(), gates(cell)));
            }
        }
        List<NpyArray> biases = new ArrayList<>();
        for (Gates gates : directions) {
            biases.add(TableArrays.vector(gates.biases()));
            biases.add(TableArrays.vector(gates.recurrentBiases()));
        }
        int count = directions.size();
        int rows = gates(cell).size() * layer.hidden();
        String name = "layer" + index + ".";
        List<String> inputs = List.of(
                input,
                table(
                        name + "W",
                        stacked(
                                turned(directions, true),
                                count,
                                rows,
                                directions.getFirst().part().inputs())),
                table(name + "R", stacked(turned(directions, false), count, rows, layer.hidden())),
                table(name + "B", stacked(biases, count, 2 * rows)));
        List<ProtoMessage> attributes = new ArrayList<>();
        attributes.add(attribute("hidden_size", 2).number(3, layer.hidden()));
        attributes.add(attribute("direction", 3).bytes(4, utf8(direction(layer))));
        if (cell == KnownCell.RNN_RELU) {
            attributes.add(attribute("activations", 8).texts(9, Collections.nCopies(count, "Relu")));
        }
        if (cell == KnownCell.GRU || cell == KnownCell.GRU_TWO_BIASES) {
            attributes.add(attribute("linear_before_reset", 2).number(3, 1));
        }
        String output = node(operator(cell), inputs, name + "Y", attributes);
        String beside = node(
                "Transpose",
                List.of(output),
                name + "beside",
                List.of(attribute("perm", 7).numbers(8, List.of(0, 2, 1, 3))));
        String own = node("Reshape", List.of(beside, shape(name + "shape", 0, 0, layer.ownWidth())));
        return switch (layer.shortcut()) {
            case NONE -> own;
            case ADDED -> node("Add", List.of(own, input));
            case CONCATENATED ->
                node(
                        "Concat",
                        List.of(own, input),
                        name + "output",
                        List.of(attribute("axis", 2).number(3, 2)));
        };
    }

    private static List<String> gates(KnownCell cell) {
        return cell == KnownCell.LSTM || cell == KnownCell.LSTM_TWO_BIASES ? List.of("i", "o", "f", "g") : cell.keras();
    }

    private static String operator(KnownCell cell) {
        return switch (cell) {
            case RNN_TANH, RNN_RELU, RNN_TANH_TWO_BIASES -> "RNN";
            case LSTM, LSTM_TWO_BIASES, LSTM_PROJECTED -> "LSTM";
            case GRU, GRU_TWO_BIASES, GRU_RESET_BEFORE -> "GRU";
        };
    }

    private static List<NpyArray> turned(List<Gates> directions, boolean isInput) {
        return directions.stream()
                .map(gates -> TableArrays.turned(isInput ? gates.inputs() : gates.recurrent()))
                .toList();
    }

    private static NpyArray stacked(List<NpyArray> parts, Integer... sizes) {
        double[] values = parts.stream()
                .flatMapToDouble(part -> Arrays.stream(part.values()))
                .toArray();
        return new NpyArray(Dimensions.of(sizes), values);
    }

    private String node(String operator, List<String> inputs) throws IOException {
        return node(operator, inputs, operator.toLowerCase(Locale.ROOT) + made);
    }

    private String node(String operator, List<String> inputs, String output) throws IOException {
        return node(operator, inputs, output, List.of());
    }

    private String node(String operator, List<String> inputs, String output, List<ProtoMessage> attributes)
            throws IOException {
        ProtoMessage node = new ProtoMessage().texts(1, inputs).text(2, output).text(4, operator);
        for (ProtoMessage attribute : attributes) {
            node.message(5, attribute);
        }
        graph.message(1, node);
        made++;
        return output;
    }

    /** @param type 2 for a number, 3 for a text, 7 for numbers, 8 for texts */
    private static ProtoMessage attribute(String name, int type) throws IOException {
        return new ProtoMessage().text(1, name).number(20, type);
    }

    private String table(String name, NpyArray array) throws IOException {
        ByteBuffer numbers = ByteBuffer.allocate(Math.multiplyExact(array.values().length, precision.bytes()))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (double number : array.values()) {
            precision.put(number, numbers);
        }
        return constant(name, array.dimensions().sizes(), type(), numbers.array());
    }

    private String shape(String name, long... sizes) throws IOException {
        ByteBuffer numbers = ByteBuffer.allocate(sizes.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long size : sizes) {
            numbers.putLong(size);
        }
        return constant(name, List.of(sizes.length), INT64, numbers.array());
    }

    private String constant(String name, List<Integer> sizes, int type, byte[] numbers) throws IOException {
        graph.message(
                5,
                new ProtoMessage()
                        .numbers(1, sizes)
                        .number(2, type)
                        .text(8, name)
                        .bytes(9, numbers));
        return name;
    }

    private int type() {
        return precision == Precision.FLOAT32 ? 1 : 11;
    }

    /** (T, N, width); T and N are open. */
    private ProtoMessage described(String name, int width) throws IOException {
        ProtoMessage sizes = new ProtoMessage()
                .message(1, new ProtoMessage().text(2, "steps"))
                .message(1, new ProtoMessage().text(2, "sequences"))
                .message(1, new ProtoMessage().number(1, width));
        ProtoMessage tensor = new ProtoMessage().number(1, type()).message(2, sizes);
        return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
