package org.gatescope.format.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Network;
import org.gatescope.format.FormatException;

/** The lines of Python that load what was written. */
public final class Loader {
    private Loader() {}

    /**
     * Lines for a file that {@link WeightExport} wrote.
     *
     * @throws FormatException as {@link WeightNames#arrays}
     */
    public static String of(ExportedNetwork exported, WeightNames names, Path file) throws FormatException {
        String name =
                "\"" + String.valueOf(file.getFileName()).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        boolean isNpz = file.toString().toLowerCase(Locale.ROOT).endsWith(".npz");
        return switch (names) {
            case TORCH ->
                (isNpz
                                ? "weights = {k: torch.from_numpy(v) for k, v in " + "numpy.load(" + name
                                        + ").items()}\n"
                                : "weights = safetensors.torch.load_file(" + name + ")\n")
                        + "model = " + torch(exported) + ".double()\n"
                        + carriedInTorch(exported.network())
                        + "model.load_state_dict(weights)\n";
            case KERAS ->
                WeightExport.ends(file, WeightExport.KERAS)
                        ? model(exported) + "model.load_weights(" + name + ")\n"
                        : "weights = " + loaded(isNpz, name) + "\n"
                                + model(exported)
                                + "model.set_weights(list(weights.values()))\n";
            case GATESCOPE ->
                "weights = " + loaded(isNpz, name) + "\n"
                        + exported.network().parameters().keySet().stream()
                                .findFirst()
                                .map(first -> "print(weights[\"" + first + "\"].shape)\n")
                                .orElse("");
        };
    }

    private static String loaded(boolean isNpz, String name) {
        return isNpz ? "dict(numpy.load(" + name + "))" : "safetensors.numpy.load_file(" + name + ")";
    }

    private static String torch(ExportedNetwork exported) throws FormatException {
        KnownCell cell = TorchTables.cell(exported);
        Network network = exported.network();
        List<String> modules = new ArrayList<>();
        if (exported.hasEmbedding()) {
            modules.add("\"embedding\": torch.nn.Embedding(" + network.inputs() + ", " + network.layerInputs() + ")");
        }
        String recurrent = recurrent(cell, network);
        modules.add((TorchTables.isOfCells(network) ? "\"layers\": " : "\"rnn\": ") + recurrent);
        if (exported.hasDense()) {
            int outputs = exported.denseBias().values().length;
            modules.add("\"dense\": torch.nn.Linear(" + network.width() + ", " + outputs + ")");
        }
        boolean isAlone = modules.size() == 1 && !TorchTables.isOfCells(network);
        return isAlone ? recurrent : "torch.nn.ModuleDict({" + String.join(", ", modules) + "})";
    }

    private static String recurrent(KnownCell cell, Network network) {
        Layer first = network.layers().getFirst();
        String relu = cell == KnownCell.RNN_RELU ? ", nonlinearity=\"relu\"" : "";
        String kind = switch (cell) {
            case RNN_TANH, RNN_RELU, RNN_TANH_TWO_BIASES -> "RNN";
            case LSTM, LSTM_TWO_BIASES, LSTM_PROJECTED -> "LSTM";
            case GRU, GRU_TWO_BIASES, GRU_RESET_BEFORE -> "GRU";
        };
        if (TorchTables.isOfCells(network)) {
            List<String> cells = network.parts().stream()
                    .map(part -> "torch.nn." + kind + "Cell(" + part.inputs() + ", "
                            + part.layer().hidden() + relu + ")")
                    .toList();
            return "torch.nn.ModuleList([" + String.join(", ", cells) + "])";
        }
        String layers = network.layers().size() == 1
                ? ""
                : ", num_layers=" + network.layers().size();
        String both = first.directions().isBidirectional() ? ", bidirectional=True" : "";
        String projected = cell == KnownCell.LSTM_PROJECTED ? ", proj_size=" + first.outputs() : "";
        return "torch.nn." + kind + "(" + network.layerInputs() + ", " + first.hidden() + layers + both + relu
                + projected + ", batch_first=True)";
    }

    /** Cells say nothing of what is between them. */
    private static String carriedInTorch(Network network) {
        if (!TorchTables.hasShortcuts(network)) {
            return "";
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < network.layers().size(); i++) {
            String own = "layers[" + i + "](x)";
            lines.append("# x = ")
                    .append(
                            switch (network.layers().get(i).shortcut()) {
                                case NONE -> own;
                                case ADDED -> own + " + x";
                                case CONCATENATED -> "torch.cat([" + own + ", x], -1)";
                            })
                    .append('\n');
        }
        return lines.toString();
    }

    private static String model(ExportedNetwork exported) throws FormatException {
        if (TorchTables.hasShortcuts(exported.network())) {
            return functional(exported);
        }
        return "model = keras.Sequential([" + String.join(", ", keras(exported)) + "])\n";
    }

    /** Layer by layer, with what is carried past them. */
    private static String functional(ExportedNetwork exported) throws FormatException {
        List<String> made = keras(exported);
        List<Layer> layers = exported.network().layers();
        int first = exported.hasEmbedding() ? 2 : 1;
        StringBuilder lines =
                new StringBuilder("x = inputs = ").append(made.getFirst()).append('\n');
        for (int i = 1; i < made.size(); i++) {
            boolean isRecurrent = i >= first && i < first + layers.size();
            String joined = isRecurrent ? joined(layers.get(i - first)) : "";
            lines.append(joined.isEmpty() ? "x = " : "h = ")
                    .append(made.get(i))
                    .append("(x)\n")
                    .append(joined);
        }
        return lines.append("model = keras.Model(inputs, x)\n").toString();
    }

    private static String joined(Layer layer) {
        return switch (layer.shortcut()) {
            case NONE -> "";
            case ADDED -> "x = keras.layers.Add()([h, x])\n";
            case CONCATENATED -> "x = keras.layers.Concatenate()([h, x])\n";
        };
    }

    private static List<String> keras(ExportedNetwork exported) throws FormatException {
        Network network = exported.network();
        List<String> layers = new ArrayList<>();
        layers.add("keras.Input((None," + (exported.hasEmbedding() ? "" : " " + network.inputs()) + "))");
        if (exported.hasEmbedding()) {
            layers.add("keras.layers.Embedding(" + network.inputs() + ", " + network.layerInputs() + ")");
        }
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            String arguments = "(" + layer.hidden() + ", return_sequences=True";
            String made = "keras.layers."
                    + switch (exported.known(i, KerasTables.LIBRARY)) {
                        case RNN_TANH, RNN_TANH_TWO_BIASES -> "SimpleRNN" + arguments + ")";
                        case RNN_RELU -> "SimpleRNN" + arguments + ", activation=\"relu\")";
                        case LSTM, LSTM_TWO_BIASES, LSTM_PROJECTED -> "LSTM" + arguments + ")";
                        case GRU, GRU_TWO_BIASES -> "GRU" + arguments + ")";
                        case GRU_RESET_BEFORE -> "GRU" + arguments + ", reset_after=False)";
                    };
            layers.add(
                    layer.directions().isBidirectional()
                            ? "keras.layers.Bidirectional(" + made + mergeMode(layer) + ")"
                            : made);
        }
        if (exported.hasDense()) {
            layers.add("keras.layers.Dense(" + exported.denseBias().values().length + ")");
        }
        return layers;
    }

    private static String mergeMode(Layer layer) {
        return switch (layer.merging()) {
            case CONCATENATION -> "";
            case SUM -> ", merge_mode=\"sum\"";
            case AVERAGE -> ", merge_mode=\"ave\"";
            case PRODUCT -> ", merge_mode=\"mul\"";
        };
    }
}
