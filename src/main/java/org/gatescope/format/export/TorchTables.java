package org.gatescope.format.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.Shortcut;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.NpyArray;

/**
 * The state dictionary of {@code torch.nn.RNN}, {@code LSTM} or {@code GRU}, or where layers differ in size of a list of
 * cells, {@code layers.0.weight_ih}. Beside an embedding or a dense layer a module's names begin with {@code rnn.}, and
 * theirs with {@code embedding.} and {@code dense.}.
 */
final class TorchTables {
    static final String LIBRARY = "PyTorch";

    private TorchTables() {}

    /** All tables by their names. @throws FormatException if PyTorch has no such network */
    static Map<String, NpyArray> of(ExportedNetwork exported) throws FormatException {
        List<String> gates = cell(exported).torch();
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        if (exported.hasEmbedding()) {
            arrays.put("embedding.weight", exported.embedding());
        }
        for (Part part : exported.network().parts()) {
            Gates own = new Gates(part, exported.parameters(), gates);
            arrays.put(name(exported, part, "weight_ih"), TableArrays.turned(own.inputs()));
            arrays.put(name(exported, part, "weight_hh"), TableArrays.turned(own.recurrent()));
            if (cell(exported) == KnownCell.LSTM_PROJECTED) {
                Matrix projection = exported.table(part.parameter("Wr"));
                arrays.put(
                        name(exported, part, "weight_hr"), TableArrays.turned(TableArrays.beside(List.of(projection))));
            }
            arrays.put(name(exported, part, "bias_ih"), TableArrays.vector(own.biases()));
            arrays.put(name(exported, part, "bias_hh"), TableArrays.vector(own.recurrentBiases()));
        }
        if (exported.hasDense()) {
            arrays.put("dense.weight", TableArrays.turned(exported.denseWeights()));
            arrays.put("dense.bias", exported.denseBias());
        }
        return arrays;
    }

    private static String name(ExportedNetwork exported, Part part, String table) {
        if (isOfCells(exported.network())) {
            return "layers." + part.index() + "." + table;
        }
        String prefix = exported.hasEmbedding() || exported.hasDense() ? "rnn." : "";
        return prefix + table + "_l" + part.index() + (part.reversed() ? "_reverse" : "");
    }

    /** True where one module cannot have all layers, as they differ in size or something is carried past them. */
    static boolean isOfCells(Network network) {
        return network.layers().stream().map(Layer::hidden).distinct().count() > 1 || hasShortcuts(network);
    }

    static boolean hasShortcuts(Network network) {
        return network.layers().stream().anyMatch(layer -> layer.shortcut() != Shortcut.NONE);
    }

    /** Of all layers: neither a module nor what reads cells back mixes kinds, and cells read forward. */
    static KnownCell cell(ExportedNetwork exported) throws FormatException {
        List<Layer> layers = exported.network().layers();
        KnownCell cell = exported.known(0, LIBRARY);
        for (int i = 0; i < layers.size(); i++) {
            KnownCell known = exported.known(i, LIBRARY);
            if (known.torch().isEmpty()) {
                throw exported.noSuchCell(i, LIBRARY);
            }
            boolean isCell = layers.get(i).directions() == Directions.FORWARD && known != KnownCell.LSTM_PROJECTED;
            if (hasShortcuts(exported.network()) && !isCell) {
                throw new FormatException("export.shortcut", LIBRARY, i);
            }
            boolean hasDirections = isOfCells(exported.network())
                    ? layers.get(i).directions() == Directions.FORWARD
                    : layers.get(i).directions() == layers.getFirst().directions();
            boolean hasModule = known != KnownCell.LSTM_PROJECTED
                    || layers.get(i).hidden() == layers.getFirst().hidden()
                            && layers.get(i).outputs() == layers.getFirst().outputs();
            if (known != cell || !hasDirections || !hasModule) {
                throw new FormatException("export.layers", LIBRARY, i);
            }
        }
        return cell;
    }
}
