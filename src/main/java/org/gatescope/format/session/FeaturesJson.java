package org.gatescope.format.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.format.FormatException;
import org.gatescope.session.Feature;
import org.gatescope.session.Features;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Names and scales of inputs and outputs in a file; nothing where none are known. */
final class FeaturesJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String KEY = "features";

    private FeaturesJson() {}

    static Optional<ObjectNode> written(Features features) {
        if (features.equals(Features.NONE)) {
            return Optional.empty();
        }
        ObjectNode node = NODES.objectNode();
        node.set("inputs", written(features.inputs()));
        node.set("outputs", written(features.outputs()));
        return Optional.of(node);
    }

    private static ArrayNode written(List<Feature> features) {
        ArrayNode list = NODES.arrayNode();
        for (Feature feature : features) {
            ObjectNode node = list.addObject().put("name", feature.name());
            node.set("shift", NumberJson.written(feature.shift()));
            node.set("scale", NumberJson.written(feature.scale()));
        }
        return list;
    }

    static Features read(Members file, Network network) throws FormatException {
        Optional<Members> node = file.optional(KEY);
        if (node.isEmpty()) {
            return Features.NONE;
        }
        Members features = node.get();
        Features read = new Features(
                read(features, "inputs", network.inputs()),
                read(
                        features,
                        "outputs",
                        network.readOut().map(ReadOut::outputs).orElse(0)));
        features.end();
        return read;
    }

    private static List<Feature> read(Members features, String key, int count) throws FormatException {
        List<Members> nodes = features.objects(key);
        if (!nodes.isEmpty() && nodes.size() != count) {
            throw Members.refused("features", key, count, nodes.size());
        }
        List<Feature> read = new ArrayList<>();
        for (Members node : nodes) {
            double shift = node.number("shift");
            double scale = node.number("scale");
            if (!Double.isFinite(shift) || !(scale > 0) || !Double.isFinite(scale)) {
                throw Members.refused("feature", node.text("name"));
            }
            read.add(new Feature(node.text("name"), shift, scale));
            node.end();
        }
        return read;
    }
}
