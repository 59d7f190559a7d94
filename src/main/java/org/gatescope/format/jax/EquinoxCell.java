package org.gatescope.format.jax;

import java.util.List;
import java.util.Optional;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Maker;
import org.gatescope.format.layered.CellForm;
import org.gatescope.format.layered.Folder;
import org.gatescope.format.layered.FormTexts;
import org.gatescope.format.layered.GateTables;
import org.gatescope.format.layered.StoredCell;
import org.gatescope.format.tensor.NamedTensor;

/**
 * {@code eqx.nn.LSTMCell} and {@code GRUCell}: PyTorch's names and blocks of rows, but one {@code bias}, and for the GRU
 * {@code bias_n} (H) within the product with r. Without biases they are PyTorch's cells.
 */
final class EquinoxCell implements CellForm {
    private static final List<String> LSTM = List.of("i", "f", "g", "o");
    private static final List<String> GRU = List.of("r", "z", "n");

    @Override
    public Maker maker() {
        return Maker.EQUINOX;
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.holds("weight_ih", "weight_hh", "bias");
    }

    @Override
    public StoredCell read(Folder folder, Answers answers) throws FormatException {
        NamedTensor recurrent = folder.table("weight_hh", 2);
        int rows = recurrent.dimensions().size(0);
        int hidden = recurrent.dimensions().size(1);
        boolean isGru = rows == (long) GRU.size() * hidden;
        if (!isGru && rows != (long) LSTM.size() * hidden) {
            throw new FormatException("torch.gates", recurrent.name(), rows, hidden);
        }
        List<String> gates = isGru ? GRU : LSTM;
        int inputs = folder.table("weight_ih", 2).dimensions().size(1);
        GateTables tables = new GateTables(hidden)
                .rows("Wx", gates, folder.sized("weight_ih", rows, inputs))
                .rows("Wh", gates, recurrent)
                .bias("b", gates, Optional.of(folder.sized("bias", rows)));
        if (isGru) {
            tables.bias("bh", List.of("n"), Optional.of(folder.sized("bias_n", hidden)));
        }
        answers.forgetBias().ifPresent(number -> tables.plus("b.f", number));
        return new StoredCell(
                FormTexts.gated(isGru ? "gru" : "lstm", answers),
                inputs,
                hidden,
                tables.stored(),
                List.of(FormTexts.note("jax.equinox", folder.text(), String.join(" ", gates))));
    }
}
