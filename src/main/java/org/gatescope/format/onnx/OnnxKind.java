package org.gatescope.format.onnx;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** ONNX's recurrent operators. */
enum OnnxKind {
    RNN(List.of("Tanh"), "h"),
    GRU(List.of("Sigmoid", "Tanh"), "z", "r", "n"),
    /** Its cell input is called c there. */
    LSTM(List.of("Sigmoid", "Tanh", "Tanh"), "i", "o", "f", "g");

    /** Gates with peepholes, in the order of P. */
    static final List<String> PEEPHOLES = List.of("i", "o", "f");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> usual;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> gates;

    OnnxKind(List<String> usual, String... gates) {
        this.usual = usual;
        this.gates = List.of(gates);
    }

    /** Activations that hold unless there are others: of the gates, of the candidate, of the LSTM's output. */
    List<String> usualActivations() {
        return usual;
    }

    /** The blocks of rows of W and R, from the top, by the names of the built-in cells. */
    List<String> gates() {
        return gates;
    }

    /** Empty for all other nodes. */
    static Optional<OnnxKind> of(OnnxNode node) {
        return Stream.of(values())
                .filter(kind -> kind.name().equals(node.type()))
                .findFirst();
    }
}
