package org.gatescope.format.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;

/**
 * The cells that other libraries have as well, told by their equations. Each library has its own order of the gates in
 * its tables.
 */
public enum KnownCell {
    RNN_TANH("rnn-tanh", List.of("h"), List.of("h")),
    RNN_RELU("rnn-relu", List.of("h"), List.of("h")),
    LSTM("lstm", List.of("i", "f", "g", "o"), List.of("i", "f", "g", "o")),
    /** A layer of PyTorch's alone: {@code proj_size}. */
    LSTM_PROJECTED("lstm-projection", List.of("i", "f", "g", "o"), List.of()),
    /** The reset gate acts after the product, so that n has a bias of its own there. */
    GRU("gru", List.of("r", "z", "n"), List.of("z", "r", "n")),
    GRU_RESET_BEFORE("gru-reset-before", List.of(), List.of("z", "r", "n")),
    /** A bias beside x and another beside h, as PyTorch and ONNX keep them. */
    RNN_TANH_TWO_BIASES("rnn-tanh-two-biases", List.of("h"), List.of("h")),
    LSTM_TWO_BIASES("lstm-two-biases", List.of("i", "f", "g", "o"), List.of("i", "f", "g", "o")),
    /** As Keras keeps them too. */
    GRU_TWO_BIASES("gru-two-biases", List.of("r", "z", "n"), List.of("z", "r", "n"));

    private final String builtIn;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> torch;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> keras;

    /** @param torch gates in PyTorch's order, none where it has no such cell; {@code keras} in Keras's */
    KnownCell(String builtIn, List<String> torch, List<String> keras) {
        this.builtIn = builtIn;
        this.torch = torch;
        this.keras = keras;
    }

    /** Empty for a cell that nobody else has. */
    public static Optional<KnownCell> of(Cell cell) {
        return Stream.of(values()).filter(known -> known.isLike(cell)).findFirst();
    }

    private boolean isLike(Cell cell) {
        Cell own = BuiltInCells.cell(builtIn);
        return own.states().equals(cell.states())
                && own.lines().equals(cell.lines())
                && own.parameters().equals(cell.parameters());
    }

    /** Gates of PyTorch's tables from the top; none where it has no such cell. */
    public List<String> torch() {
        return torch;
    }

    /** False for a cell that Keras keeps with one bias. */
    boolean isInKeras() {
        return this != RNN_TANH_TWO_BIASES && this != LSTM_TWO_BIASES;
    }

    /** Gates of Keras's tables from the left; none where only PyTorch has such a cell. */
    List<String> keras() {
        return keras;
    }
}
