package org.gatescope.format.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.format.FormatException;
import org.gatescope.format.onnx.OnnxAttribute.GraphReading;

/**
 * A node of a graph ({@code NodeProto} of onnx.proto).
 *
 * @param type    its operator, with the domain before it if that is not ONNX's own: {@code com.microsoft.AttnLSTM}
 * @param inputs  names of values; empty for what is left out
 * @param outputs the same
 */
record OnnxNode(
        String name, String type, List<String> inputs, List<String> outputs, Map<String, OnnxAttribute> attributes) {
    OnnxNode {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = Map.copyOf(attributes);
    }

    static OnnxNode read(ProtoStream in, GraphReading graphs) throws IOException, FormatException {
        Reading reading = new Reading();
        in.message(field -> reading.take(in, graphs, field));
        boolean isOwn = reading.domain.isEmpty() || reading.domain.equals("ai.onnx");
        String type = isOwn ? reading.type : reading.domain + "." + reading.type;
        return new OnnxNode(reading.name, type, reading.inputs, reading.outputs, reading.attributes);
    }

    /** What people find it by: its name, or that of what it puts out. */
    String label() {
        return name.isEmpty() ? output(0) : name;
    }

    /** Empty where it is left out. */
    String input(int index) {
        return index < inputs.size() ? inputs.get(index) : "";
    }

    /** Empty where it is left out. */
    String output(int index) {
        return index < outputs.size() ? outputs.get(index) : "";
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** A whole number that it was told. */
    long integer(String attribute, long otherwise) {
        return integers(attribute).stream().findFirst().orElse(otherwise);
    }

    List<Long> integers(String attribute) {
        return attribute(attribute).map(OnnxAttribute::integers).orElse(List.of());
    }

    List<Float> numbers(String attribute) {
        return attribute(attribute).map(OnnxAttribute::numbers).orElse(List.of());
    }

    List<String> texts(String attribute) {
        return attribute(attribute).map(OnnxAttribute::texts).orElse(List.of());
    }

    Optional<OnnxAttribute> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    private static final class Reading {
        private final List<String> inputs = new ArrayList<>();
        private final List<String> outputs = new ArrayList<>();
        private final Map<String, OnnxAttribute> attributes = new LinkedHashMap<>();
        private String name = "";
        private String type = "";
        private String domain = "";

        private void take(ProtoStream in, GraphReading graphs, int field) throws IOException, FormatException {
            switch (field) {
                case 1 -> inputs.add(in.text());
                case 2 -> outputs.add(in.text());
                case 3 -> name = in.text();
                case 4 -> type = in.text();
                case 5 -> {
                    OnnxAttribute attribute = OnnxAttribute.read(in, graphs);
                    attributes.put(attribute.name(), attribute);
                }
                case 7 -> domain = in.text();
                default -> in.skip();
            }
        }
    }
}
