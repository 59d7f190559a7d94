package org.gatescope.format.jax;

import java.util.List;
import java.util.Optional;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Maker;
import org.gatescope.format.layered.CellForm;
import org.gatescope.format.layered.CellResource;
import org.gatescope.format.layered.Folder;
import org.gatescope.format.layered.FormTexts;
import org.gatescope.format.layered.GateTables;
import org.gatescope.format.layered.StoredCell;
import org.gatescope.format.tensor.NamedTensor;

/**
 * {@code MGUCell} of Flax, one gate: {@code if in/kernel} (D, H) with {@code bias} (H), {@code hf hn/kernel} (H, H), and
 * with {@code hn/bias} if the gate resets the state too.
 */
final class FlaxMgu implements CellForm {
    private static final List<String> GATES = List.of("f", "n");

    @Override
    public Maker maker() {
        return Maker.FLAX;
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.holds("if/kernel", "in/kernel", "hf/kernel", "hn/kernel");
    }

    @Override
    public StoredCell read(Folder folder, Answers answers) throws FormatException {
        NamedTensor input = folder.table("if/kernel", 2);
        int inputs = input.dimensions().size(0);
        int hidden = input.dimensions().size(1);
        GateTables tables = new GateTables(hidden);
        for (String gate : GATES) {
            List<String> one = List.of(gate);
            tables.columns("Wx", one, folder.sized("i" + gate + "/kernel", inputs, hidden))
                    .columns("Wh", one, folder.sized("h" + gate + "/kernel", hidden, hidden))
                    .bias("b", one, Optional.of(folder.sized("i" + gate + "/bias", hidden)));
        }
        Optional<NamedTensor> reset = folder.ifSized("hn/bias", hidden);
        if (reset.isPresent()) {
            tables.bias("bh", List.of("n"), reset);
        }
        return new StoredCell(
                CellResource.cell(FlaxMgu.class, reset.isPresent() ? "flax-mgu" : "flax-mgu-ungated", answers),
                inputs,
                hidden,
                tables.stored(),
                List.of(FormTexts.note("jax.flax.mgu", folder.text())));
    }
}
