package org.gatescope.format.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatescope.format.FormatException;
import org.jspecify.annotations.Nullable;

/** A graph, of the whole model or within one of its nodes, as far as it was read. */
final class OnnxGraph {
    private final @Nullable OnnxGraph around;
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Map<String, OnnxNode> makers = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> stored = new LinkedHashMap<>();
    private final Set<String> inputs = new LinkedHashSet<>();

    /** @param around the graph whose values it may use */
    OnnxGraph(@Nullable OnnxGraph around) {
        this.around = around;
    }

    void add(OnnxNode node) {
        nodes.add(node);
        for (String output : node.outputs()) {
            makers.putIfAbsent(output, node);
        }
    }

    void add(OnnxTensor tensor) throws FormatException {
        if (!tensor.name().isEmpty() && stored.put(tensor.name(), tensor) != null) {
            throw new FormatException("tensor.twice", tensor.name());
        }
    }

    void addInput(String name) {
        inputs.add(name);
    }

    List<OnnxNode> nodes() {
        return nodes;
    }

    /** What it holds itself, in the order of the file. */
    List<OnnxTensor> stored() {
        return List.copyOf(stored.values());
    }

    /** The node that a value comes from. */
    Optional<OnnxNode> maker(String value) {
        for (OnnxGraph graph = this; graph != null; graph = graph.around) {
            OnnxNode maker = graph.makers.get(value);
            if (maker != null || graph.stored.containsKey(value)) {
                return Optional.ofNullable(maker);
            }
        }
        return Optional.empty();
    }

    /** A value that the file holds. */
    Optional<OnnxTensor> stored(String value) {
        for (OnnxGraph graph = this; graph != null; graph = graph.around) {
            OnnxTensor tensor = graph.stored.get(value);
            if (tensor != null || graph.makers.containsKey(value)) {
                return Optional.ofNullable(tensor);
            }
        }
        return Optional.empty();
    }

    /** True for what is given when the network is run. */
    boolean isInput(String value) {
        return inputs.contains(value) && !stored.containsKey(value) || around != null && around.isInput(value);
    }
}
