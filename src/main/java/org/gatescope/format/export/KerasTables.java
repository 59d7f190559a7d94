package org.gatescope.format.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Network.Part;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NpyArray;

/** The variables of a Keras model by their paths, in the order of {@code model.weights}: {@code lstm/lstm_cell/kernel}. */
final class KerasTables {
    static final String LIBRARY = "Keras";

    private KerasTables() {}

    /** All variables. @throws FormatException if Keras has no such network */
    static Map<String, NpyArray> of(ExportedNetwork exported) throws FormatException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        if (exported.hasEmbedding()) {
            arrays.put("embedding/embeddings", exported.embedding());
        }
        for (Part part : exported.network().parts()) {
            KnownCell cell = exported.known(part.index(), LIBRARY);
            Gates gates = new Gates(part, exported.parameters(), cell.keras());
            String path = path(exported, part);
            arrays.put(path + "kernel", gates.inputs());
            arrays.put(path + "recurrent_kernel", gates.recurrent());
            arrays.put(path + "bias", bias(cell, gates));
        }
        if (exported.hasDense()) {
            arrays.put("dense/kernel", exported.denseWeights());
            arrays.put("dense/bias", exported.denseBias());
        }
        return arrays;
    }

    /** Reset after the product, a GRU has two rows: (2, 3 H). */
    private static NpyArray bias(KnownCell cell, Gates gates) {
        double[] biases = gates.biases();
        if (cell != KnownCell.GRU) {
            return TableArrays.vector(biases);
        }
        double[] both = new double[2 * biases.length];
        System.arraycopy(biases, 0, both, 0, biases.length);
        System.arraycopy(gates.recurrentBiases(), 0, both, biases.length, biases.length);
        return new NpyArray(Dimensions.of(2, biases.length), both);
    }

    /** {@code bidirectional/forward_lstm_1/lstm_cell/}: what is of a kind is counted, from the lowest. */
    private static String path(ExportedNetwork exported, Part part) throws FormatException {
        List<Layer> below = exported.network().layers().subList(0, part.index());
        String kind = kind(exported, part.index());
        int same = 0;
        for (int i = 0; i < below.size(); i++) {
            same += kind(exported, i).equals(kind) ? 1 : 0;
        }
        String layer = numbered(kind, same);
        String inner = "/" + kind + "_cell/";
        if (!part.layer().directions().isBidirectional()) {
            return layer + inner;
        }
        long wrapped = below.stream()
                .filter(each -> each.directions().isBidirectional())
                .count();
        return numbered("bidirectional", wrapped) + (part.reversed() ? "/backward_" : "/forward_") + layer + inner;
    }

    private static String kind(ExportedNetwork exported, int index) throws FormatException {
        return switch (exported.known(index, LIBRARY)) {
            case RNN_TANH, RNN_RELU -> "simple_rnn";
            case LSTM -> "lstm";
            case GRU, GRU_RESET_BEFORE -> "gru";
        };
    }

    private static String numbered(String name, long count) {
        return count == 0 ? name : name + "_" + count;
    }
}
