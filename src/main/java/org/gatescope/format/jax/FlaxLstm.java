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
 * {@code LSTMCell} and {@code OptimizedLSTMCell} of Flax, a table for each gate: {@code ii if ig io/kernel} (D, H) without
 * biases, {@code hi hf hg ho/kernel} (H, H) and {@code bias} (H).
 */
final class FlaxLstm implements CellForm {
    private static final List<String> GATES = List.of("i", "f", "g", "o");

    @Override
    public Maker maker() {
        return Maker.FLAX;
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.holds("ii/kernel", "hi/kernel");
    }

    @Override
    public StoredCell read(Folder folder, Answers answers) throws FormatException {
        NamedTensor input = folder.table("ii/kernel", 2);
        int inputs = input.dimensions().size(0);
        int hidden = input.dimensions().size(1);
        GateTables tables = new GateTables(hidden);
        for (String gate : GATES) {
            // a class cannot have an attribute called “if”
            String from = gate.equals("f") ? folder.either("if/kernel", "if_/kernel") : "i" + gate + "/kernel";
            List<String> one = List.of(gate);
            tables.columns("Wx", one, folder.sized(from, inputs, hidden))
                    .columns("Wh", one, folder.sized("h" + gate + "/kernel", hidden, hidden))
                    .bias("b", one, Optional.of(folder.sized("h" + gate + "/bias", hidden)));
        }
        answers.forgetBias().ifPresent(number -> tables.plus("b.f", number));
        return new StoredCell(
                FormTexts.gated("lstm", answers),
                inputs,
                hidden,
                tables.stored(),
                List.of(FormTexts.note("jax.flax.lstm", folder.text())));
    }
}
