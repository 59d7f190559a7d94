package org.gatescope.format.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.onnx.OnnxRecurrent.Direction;

/** Finds the recurrent nodes of a graph, and which of them stands on which. */
final class OnnxNetworks {
    private final OnnxGraph graph;
    private final GraphConstants constants;
    /** Directions side by side, by each of the nodes that they are of. */
    private final Map<OnnxRecurrent, List<Direction>> layers = new LinkedHashMap<>();

    private OnnxNetworks(OnnxGraph graph) {
        this.graph = graph;
        this.constants = new GraphConstants(graph);
    }

    static List<Candidate> candidates(List<OnnxGraph> graphs) {
        List<Candidate> candidates = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (OnnxGraph graph : graphs) {
            for (List<List<Direction>> network : new OnnxNetworks(graph).networks()) {
                String first = network.getFirst().getFirst().owner().node().label();
                String name = first;
                for (int i = 2; !names.add(name); i++) {
                    name = first + " " + i;
                }
                candidates.add(new OnnxCandidate(name, network));
            }
        }
        return candidates;
    }

    /** Why there is none, as far as it shows. */
    static Optional<FormatException> withoutLayers(List<OnnxGraph> graphs) {
        List<OnnxNode> nodes =
                graphs.stream().flatMap(graph -> graph.nodes().stream()).toList();
        if (nodes.stream().anyMatch(node -> OnnxKind.of(node).isPresent())) {
            return Optional.empty();
        }
        for (OnnxNode node : nodes) {
            String type = node.type();
            if (type.contains(".") && (type.contains("LSTM") || type.contains("GRU"))) {
                String key = type.contains("Quantize") ? "onnx.quantized.node" : "onnx.foreign";
                return Optional.of(new FormatException(key, node.label(), type));
            }
        }
        return Optional.of(nodes.stream()
                .filter(node -> node.type().equals("Loop") || node.type().equals("Scan"))
                .findFirst()
                .map(loop -> new FormatException("onnx.loop", loop.label(), loop.type()))
                .orElseGet(() -> new FormatException("onnx.none")));
    }

    private List<List<List<Direction>>> networks() {
        for (OnnxNode node : graph.nodes()) {
            OnnxKind.of(node).ifPresent(kind -> {
                OnnxRecurrent owner = new OnnxRecurrent(graph, node, kind);
                layers.put(
                        owner,
                        IntStream.range(0, owner.directions())
                                .mapToObj(i -> new Direction(owner, i))
                                .toList());
            });
        }
        if (layers.isEmpty()) {
            return List.of();
        }
        joinPairs();
        Map<List<Direction>, List<Direction>> below = new LinkedHashMap<>();
        Set<List<Direction>> all = new LinkedHashSet<>(layers.values());
        for (List<Direction> layer : all) {
            below(layer).filter(all::contains).ifPresent(lower -> below.put(layer, lower));
        }
        List<List<List<Direction>>> networks = new ArrayList<>();
        for (List<Direction> top : all) {
            if (!below.containsValue(top)) {
                networks.add(chain(top, below));
            }
        }
        return networks;
    }

    /** Two nodes that read the same, one of them from its end, and whose outputs are put side by side. */
    private void joinPairs() {
        for (OnnxNode node : graph.nodes()) {
            if (!node.type().equals("Concat")) {
                continue;
            }
            List<Direction> pair =
                    carried(node.output(0)).map(Carried::directions).orElse(List.of());
            if (pair.size() == 2 && isPair(pair.getFirst(), pair.getLast())) {
                layers.put(pair.getFirst().owner(), pair);
                layers.put(pair.getLast().owner(), pair);
            }
        }
    }

    private boolean isPair(Direction forward, Direction backward) {
        OnnxRecurrent one = forward.owner();
        OnnxRecurrent other = backward.owner();
        return layers.containsKey(one)
                && layers.containsKey(other)
                && one.directions() == 1
                && other.directions() == 1
                && !forward.isReversed()
                && backward.isReversed()
                && one.isBatchFirst() == other.isBatchFirst()
                && one.node().input(OnnxRecurrent.X).equals(other.node().input(OnnxRecurrent.X));
    }

    /** Whose output a layer reads, whole and as it is. */
    private Optional<List<Direction>> below(List<Direction> layer) {
        OnnxRecurrent owner = layer.getFirst().owner();
        return carried(owner.node().input(OnnxRecurrent.X))
                .filter(value -> value.axes().equals(Carried.input(owner.isBatchFirst())))
                .map(Carried::directions);
    }

    private Optional<Carried> carried(String value) {
        try {
            return Carried.of(graph, constants, value);
        } catch (FormatException e) {
            return Optional.empty(); // an axis that cannot be read: the layers stay apart
        }
    }

    private static List<List<Direction>> chain(List<Direction> top, Map<List<Direction>, List<Direction>> below) {
        Set<List<Direction>> chain = new LinkedHashSet<>();
        for (List<Direction> at = top; at != null && chain.add(at); at = below.get(at)) {
            // down to the lowest
        }
        return List.copyOf(chain).reversed();
    }
}
