package org.gatescope.format.weights;

import java.util.List;
import java.util.stream.Stream;
import org.gatescope.format.FormatException;

/** A kind of recurrent module, known by how many blocks of rows its tables have. */
public enum TorchKind {
    RNN("h"),
    /** Its recurrent bias of n stays inside of the product with r: h' = (1 − z) · n + z · h. */
    GRU("r", "z", "n"),
    LSTM("i", "f", "g", "o");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> gates;

    TorchKind(String... gates) {
        this.gates = List.of(gates);
    }

    /** The blocks of rows, from the top, by the names of the built-in cell. */
    List<String> gates() {
        return gates;
    }

    /** The built-in cell that computes the same. */
    String cell(Nonlinearity nonlinearity) {
        return switch (this) {
            case RNN -> nonlinearity == Nonlinearity.RELU ? "rnn-relu" : "rnn-tanh";
            case GRU -> "gru";
            case LSTM -> "lstm";
        };
    }

    /** The parameter of that cell in which the recurrent bias of a gate goes. */
    String recurrentBias(String gate) {
        return this == GRU && gate.equals("n") ? "bh.n" : "b." + gate;
    }

    /** By the size of the recurrent table, (gates · H, H). */
    static TorchKind of(String table, int rows, int columns) throws FormatException {
        return Stream.of(values())
                .filter(kind -> rows == (long) kind.gates.size() * columns)
                .findFirst()
                .orElseThrow(() -> new FormatException("torch.gates", table, rows, columns));
    }

    /** What {@code torch.nn.RNN} has and no file says. */
    public enum Nonlinearity {
        TANH,
        RELU
    }
}
