package org.gatescope.format.keras;

import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.GateFunctions;

/** A kind of recurrent layer. */
enum KerasKind {
    SIMPLE_RNN("", "h", "h"),
    /** The reset gate acts on the product: Keras's {@code reset_after=True}. */
    GRU("gru", "zrn", "zrh"),
    /** {@code reset_after=False}. */
    GRU_RESET_BEFORE("gru-reset-before", "zrn", "zrh"),
    LSTM("lstm", "ifgo", "ifco");

    private final String builtIn;
    private final String gates;
    private final String kerasGates;

    KerasKind(String builtIn, String gates, String kerasGates) {
        this.builtIn = builtIn;
        this.gates = gates;
        this.kerasGates = kerasGates;
    }

    /** The blocks of columns, from the left, by the names of the built-in cell. */
    List<String> gates() {
        return List.of(gates.split(""));
    }

    /** The same by Keras's names. */
    List<String> kerasGates() {
        return List.of(kerasGates.split(""));
    }

    /** Whether there is a function of gates beside that of what they let through. */
    boolean isGated() {
        return this != SIMPLE_RNN;
    }

    /** The cell that computes the same. @throws FormatException if a function is not known */
    Cell cell(String activation, String recurrentActivation) throws FormatException {
        return isGated()
                ? GateFunctions.gated(builtIn, Optional.of(activation), Optional.of(recurrentActivation))
                : GateFunctions.plain(activation);
    }
}
