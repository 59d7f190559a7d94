package org.gatescope.format.code;

import java.util.List;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Network.Part;
import org.gatescope.format.export.KnownCell;

/**
 * A module of PyTorch with one layer or several alike.
 *
 * @param parts the lowest first, its direction forward before the other
 */
record TorchModule(List<Part> parts) {
    TorchModule {
        parts = List.copyOf(parts);
    }

    Layer layer() {
        return parts.getFirst().layer();
    }

    KnownCell cell() {
        return KnownCell.of(layer().cell()).orElseThrow();
    }

    /** Place of its lowest layer. */
    int first() {
        return parts.getFirst().index();
    }

    int directions() {
        return layer().directions().isBidirectional() ? 2 : 1;
    }

    /** What makes it: {@code torch.nn.LSTM(7, 6)}. */
    String text() {
        int layers = parts.size() / directions();
        return "torch.nn." + kind() + "(" + parts.getFirst().inputs() + ", " + layer().hidden()
                + (layers == 1 ? "" : ", num_layers=" + layers)
                + (directions() == 1 ? "" : ", bidirectional=True")
                + (cell() == KnownCell.RNN_RELU ? ", nonlinearity=\"relu\"" : "")
                + (cell() == KnownCell.LSTM_PROJECTED ? ", proj_size=" + layer().outputs() : "") + ")";
    }

    private String kind() {
        return switch (cell()) {
            case RNN_TANH, RNN_RELU, RNN_TANH_TWO_BIASES -> "RNN";
            case LSTM, LSTM_TWO_BIASES, LSTM_PROJECTED -> "LSTM";
            case GRU, GRU_TWO_BIASES, GRU_RESET_BEFORE -> "GRU";
        };
    }
}
