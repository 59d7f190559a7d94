package org.gatescope.format.torch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.cell.Cell;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.GateFunctions;

/** A kind of recurrent module, known by how many blocks of rows its tables have. */
enum TorchKind {
    RNN("h"),
    /** Its recurrent bias of n stays inside of the product with r: h' = (1 − z) · n + z · h. */
    GRU("r", "z", "n"),
    LSTM("i", "f", "g", "o");

    /** What {@code torch.nn.RNN} has unless it was told otherwise. */
    static final String USUAL = "tanh";

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> gates;

    TorchKind(String... gates) {
        this.gates = List.of(gates);
    }

    /** The blocks of rows, from the top, by the names of the built-in cell. */
    List<String> gates() {
        return gates;
    }

    /** The cell that computes the same. @param hasTwoBiases for each gate @throws FormatException if a function was asked for that is not known */
    Cell cell(Answers answers, boolean hasTwoBiases) throws FormatException {
        Optional<String> activation = answers.activation();
        if (hasTwoBiases) {
            String builtIn = this == RNN ? "rnn-tanh" : name().toLowerCase(Locale.ROOT);
            return GateFunctions.gated(builtIn + "-two-biases", activation, answers.recurrentActivation());
        }
        return switch (this) {
            case RNN -> GateFunctions.plain(activation.orElse(USUAL));
            case GRU -> GateFunctions.gated("gru", activation, answers.recurrentActivation());
            case LSTM -> GateFunctions.gated("lstm", activation, answers.recurrentActivation());
        };
    }

    /** The parameter of that cell in which the recurrent bias of a gate goes. */
    String recurrentBias(String gate, boolean hasTwoBiases) {
        return hasTwoBiases || this == GRU && gate.equals("n") ? "bh." + gate : "b." + gate;
    }

    /** By the size of the recurrent table, (gates · H, H). */
    static TorchKind of(String table, int rows, int columns) throws FormatException {
        return Stream.of(values())
                .filter(kind -> rows == (long) kind.gates.size() * columns)
                .findFirst()
                .orElseThrow(() -> new FormatException("torch.gates", table, rows, columns));
    }
}
