package org.gatescope.format.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.cell.CellException;
import org.gatescope.engine.Dropout;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Shortcut;
import org.gatescope.format.FittingNetwork;
import org.gatescope.format.FormatException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A network in a file: its sizes, and its cells as the texts that were written. */
final class NetworkJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String LINE_BREAK = "\n";
    private static final int MOST_LAYERS = 100;

    private NetworkJson() {}

    static ObjectNode written(Network network) {
        ObjectNode node = NODES.objectNode();
        node.put("inputs", network.inputs());
        network.embedding().ifPresent(table -> node.putObject("embedding").put("columns", table.columns()));
        ArrayNode layers = node.putArray("layers");
        network.layers().forEach(layer -> layers.add(layer(layer)));
        network.readOut().ifPresent(readOut -> node.set("readOut", readOut(readOut)));
        return node;
    }

    private static ObjectNode layer(Layer layer) {
        ObjectNode node = NODES.objectNode();
        node.put("hidden", layer.hidden());
        node.put("directions", Members.word(layer.directions()));
        if (layer.merging() != Merging.CONCATENATION) {
            node.put("merging", Members.word(layer.merging()));
        }
        if (layer.dropout().drops()) {
            ObjectNode dropout = node.putObject("dropout");
            dropout.put("rate", layer.dropout().rate());
            dropout.put("sameAtEachStep", layer.dropout().sameAtEachStep());
        }
        if (layer.shortcut() != Shortcut.NONE) {
            node.put("shortcut", Members.word(layer.shortcut()));
        }
        ArrayNode lines = node.putArray("cell");
        List.of(layer.cell().source().split(LINE_BREAK, -1)).forEach(lines::add);
        return node;
    }

    private static ObjectNode readOut(ReadOut readOut) {
        ObjectNode node = NODES.objectNode();
        node.put("outputs", readOut.outputs());
        node.put("everyStep", readOut.everyStep());
        node.put("activation", Members.word(readOut.activation()));
        node.put("biased", readOut.biased());
        return node;
    }

    static Network read(Members network) throws FormatException {
        int inputs = network.whole("inputs", 0, SessionJson.LARGEST);
        Optional<Members> table = network.optional("embedding");
        Optional<Embedding> embedding = table.isPresent() ? Optional.of(embedding(table.get())) : Optional.empty();
        List<Layer> layers = new ArrayList<>();
        for (Members layer : network.objects("layers")) {
            layers.add(layer(layer));
        }
        if (layers.isEmpty() || layers.size() > MOST_LAYERS) {
            throw Members.refused("layers", network.place("layers"), MOST_LAYERS, layers.size());
        }
        Optional<Members> dense = network.optional("readOut");
        Optional<ReadOut> readOut = dense.isPresent() ? Optional.of(readOut(dense.get())) : Optional.empty();
        network.end();
        return FittingNetwork.of(inputs, embedding, layers, readOut);
    }

    private static Embedding embedding(Members table) throws FormatException {
        int columns = table.whole("columns", 1, SessionJson.LARGEST);
        table.end();
        return new Embedding(columns);
    }

    private static Layer layer(Members layer) throws FormatException {
        int hidden = layer.whole("hidden", 1, SessionJson.LARGEST);
        Directions directions = layer.choice("directions", Directions.class);
        Merging merging = layer.has("merging") ? layer.choice("merging", Merging.class) : Merging.CONCATENATION;
        Cell cell = cell(layer.texts("cell"), layer.place("cell"));
        Optional<Members> dropped = layer.optional("dropout");
        Dropout dropout = dropped.isPresent() ? dropout(dropped.get()) : Dropout.NONE;
        Shortcut shortcut = layer.has("shortcut") ? layer.choice("shortcut", Shortcut.class) : Shortcut.NONE;
        layer.end();
        return new Layer(cell, hidden, directions, merging, dropout, shortcut);
    }

    private static Dropout dropout(Members dropped) throws FormatException {
        double rate = dropped.number("rate");
        if (!(rate >= 0 && rate < 1)) {
            throw Members.refused("dropout", dropped.place("rate"), rate);
        }
        Dropout dropout = new Dropout(rate, dropped.flag("sameAtEachStep"));
        dropped.end();
        return dropout;
    }

    private static Cell cell(List<String> lines, String place) throws FormatException {
        try {
            return Cell.parse(String.join(LINE_BREAK, lines));
        } catch (CellException e) {
            throw Members.refused("cell", place, e.line(), e.column(), e.problem());
        }
    }

    private static ReadOut readOut(Members dense) throws FormatException {
        int outputs = dense.whole("outputs", 1, SessionJson.LARGEST);
        boolean everyStep = dense.flag("everyStep");
        ReadOut.Activation activation = dense.choice("activation", ReadOut.Activation.class);
        boolean biased = dense.flag("biased");
        dense.end();
        return new ReadOut(outputs, everyStep, activation, biased);
    }
}
