package org.gatescope.format.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Network.Part;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NpyArray;

/**
 * The variables of a Keras model, in the order of {@code model.weights}.
 *
 * @param isStored whether by the places that Keras 3 gives them in {@code .weights.h5}, {@code layers/lstm/cell/vars/0}, and
 *                 not by their paths in the model, {@code lstm/lstm_cell/kernel}
 */
record KerasTables(ExportedNetwork exported, boolean isStored) {
    static final String LIBRARY = "Keras";

    /** All variables by name. @throws FormatException if Keras has no such network */
    Map<String, NpyArray> arrays() throws FormatException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        if (exported.hasEmbedding()) {
            arrays.put(isStored ? "layers/embedding/vars/0" : "embedding/embeddings", exported.embedding());
        }
        for (Part part : exported.network().parts()) {
            KnownCell cell = exported.known(part.index(), LIBRARY);
            Gates gates = new Gates(part, exported.parameters(), cell.keras());
            String path = isStored ? stored(part) : path(part);
            arrays.put(path + (isStored ? "0" : "kernel"), gates.inputs());
            arrays.put(path + (isStored ? "1" : "recurrent_kernel"), gates.recurrent());
            arrays.put(path + (isStored ? "2" : "bias"), bias(cell, gates));
        }
        if (exported.hasDense()) {
            arrays.put(isStored ? "layers/dense/vars/0" : "dense/kernel", exported.denseWeights());
            arrays.put(isStored ? "layers/dense/vars/1" : "dense/bias", exported.denseBias());
        }
        return arrays;
    }

    /** Reset after the product, a GRU has two rows: (2, 3 H). */
    private static NpyArray bias(KnownCell cell, Gates gates) {
        double[] biases = gates.biases();
        if (cell != KnownCell.GRU && cell != KnownCell.GRU_TWO_BIASES) {
            return TableArrays.vector(biases);
        }
        double[] both = new double[2 * biases.length];
        System.arraycopy(biases, 0, both, 0, biases.length);
        System.arraycopy(gates.recurrentBiases(), 0, both, biases.length, biases.length);
        return new NpyArray(Dimensions.of(2, biases.length), both);
    }

    /** {@code bidirectional/forward_lstm_1/lstm_cell/}: what is of a kind is counted, from the lowest. */
    private String path(Part part) throws FormatException {
        String kind = kind(part.index());
        int same = 0;
        for (int i = 0; i < part.index(); i++) {
            same += kind(i).equals(kind) ? 1 : 0;
        }
        String layer = numbered(kind, same);
        String inner = "/" + kind + "_cell/";
        return part.layer().directions().isBidirectional()
                ? wrapper(part) + (part.reversed() ? "/backward_" : "/forward_") + layer + inner
                : layer + inner;
    }

    /** {@code layers/bidirectional/forward_layer/cell/vars/}: only layers that are not within another one are counted. */
    private String stored(Part part) throws FormatException {
        String inner = "/cell/vars/";
        if (part.layer().directions().isBidirectional()) {
            return "layers/" + wrapper(part) + (part.reversed() ? "/backward_layer" : "/forward_layer") + inner;
        }
        String kind = kind(part.index());
        int same = 0;
        for (int i = 0; i < part.index(); i++) {
            same += !layer(i).directions().isBidirectional() && kind(i).equals(kind) ? 1 : 0;
        }
        return "layers/" + numbered(kind, same) + inner;
    }

    private String wrapper(Part part) {
        List<Layer> below = exported.network().layers().subList(0, part.index());
        return numbered(
                "bidirectional",
                below.stream()
                        .filter(each -> each.directions().isBidirectional())
                        .count());
    }

    private Layer layer(int index) {
        return exported.network().layers().get(index);
    }

    private String kind(int index) throws FormatException {
        return switch (exported.known(index, LIBRARY)) {
            case RNN_TANH, RNN_RELU, RNN_TANH_TWO_BIASES -> "simple_rnn";
            case LSTM, LSTM_TWO_BIASES, LSTM_PROJECTED -> "lstm";
            case GRU, GRU_TWO_BIASES, GRU_RESET_BEFORE -> "gru";
        };
    }

    private static String numbered(String name, long count) {
        return count == 0 ? name : name + "_" + count;
    }
}
