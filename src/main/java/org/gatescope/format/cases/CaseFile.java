package org.gatescope.format.cases;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.CellException;
import org.gatescope.engine.Dropout;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network;
import org.gatescope.engine.Shortcut;
import org.gatescope.format.FittingNetwork;
import org.gatescope.format.FormatException;
import tools.jackson.databind.JsonNode;

/**
 * Reads reference cases: JSON files with a network, its parameters and inputs, and the values and gradients that another
 * program computed. docs/verify.md describes the forms.
 */
public final class CaseFile {
    private static final String EMBEDDING = "embedding";

    private CaseFile() {}

    /** @throws FormatException if the file is no case */
    public static ReferenceCase read(Path file) throws FormatException {
        JsonNode root = Json.read(file);
        if (!root.isObject()) {
            throw new FormatException("case.none");
        }
        if (root.has("optimizer")) {
            return TrainingCase.read(root);
        }
        if (root.has("chunks")) {
            return ChunksCase.read(root);
        }
        JsonNode network = Keys.require(root, "network");
        JsonNode layers = Keys.require(network, "layers");
        if (!layers.isArray() || layers.isEmpty()) {
            throw new FormatException("case.key", "layers");
        }
        List<Layer> list = new ArrayList<>();
        for (JsonNode layer : layers) {
            list.add(new Layer(
                    cell(layer),
                    Keys.size(layer, "hidden"),
                    directions(layer),
                    choice(layer, "merging", Merging.CONCATENATION),
                    dropout(layer),
                    choice(layer, "shortcut", Shortcut.NONE)));
        }
        Network read =
                FittingNetwork.of(Keys.size(network, "inputs"), embedding(network), list, ObjectiveCase.readOut(root));
        return root.has("training")
                ? TrainedCase.read(root, read)
                : RunCase.of(root, read).read();
    }

    /** Empty where a case has none. */
    private static Optional<Embedding> embedding(JsonNode network) throws FormatException {
        return network.has(EMBEDDING) ? Optional.of(new Embedding(Keys.size(network, EMBEDDING))) : Optional.empty();
    }

    private static Layer.Directions directions(JsonNode layer) throws FormatException {
        if (Keys.flag(layer, "tied", false)) {
            return Layer.Directions.TIED;
        }
        if (Keys.flag(layer, "bidirectional", false)) {
            return Layer.Directions.BOTH;
        }
        return Keys.flag(layer, "reverse", false) ? Layer.Directions.REVERSE : Layer.Directions.FORWARD;
    }

    /** {@code "dropout": {"rate": 0.5, "sameAtEachStep": true}}; nothing is dropped where a case has no factors. */
    private static Dropout dropout(JsonNode layer) throws FormatException {
        if (!layer.has("dropout")) {
            return Dropout.NONE;
        }
        JsonNode node = layer.path("dropout");
        double rate = node.path("rate").asDouble(Double.NaN);
        if (!(rate >= 0 && rate < 1)) {
            throw new FormatException("case.dropout");
        }
        return new Dropout(rate, Keys.flag(node, "sameAtEachStep", false));
    }

    /** One of a few words in lower case. @param usual where there is none */
    private static <E extends Enum<E>> E choice(JsonNode layer, String key, E usual) throws FormatException {
        if (!layer.has(key)) {
            return usual;
        }
        String word = layer.path(key).asString("");
        for (E value : usual.getDeclaringClass().getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
                return value;
            }
        }
        throw new FormatException("case.choice", key, word);
    }

    /** A built-in cell by name, or one by its equations. */
    static Cell cell(JsonNode layer) throws FormatException {
        if (layer.has("equations")) {
            try {
                return Cell.parse(layer.path("equations").asString(""));
            } catch (CellException e) {
                throw new FormatException("case.equations", e.line(), e.column(), e.problem());
            }
        }
        String name = Keys.require(layer, "cell").asString("");
        if (BuiltInCells.text(name).isEmpty()) {
            throw new FormatException("case.cell", name);
        }
        return BuiltInCells.cell(name);
    }
}
