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
 * {@code GRUCell} of Flax, reset last: {@code ir iz in/kernel} (D, H) with {@code bias} (H), {@code hr hz hn/kernel} (H, H),
 * of which only {@code hn} has a bias.
 */
final class FlaxGru implements CellForm {
    private static final List<String> GATES = List.of("r", "z", "n");

    @Override
    public Maker maker() {
        return Maker.FLAX;
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.holds("ir/kernel", "hr/kernel");
    }

    @Override
    public StoredCell read(Folder folder, Answers answers) throws FormatException {
        NamedTensor input = folder.table("ir/kernel", 2);
        int inputs = input.dimensions().size(0);
        int hidden = input.dimensions().size(1);
        GateTables tables = new GateTables(hidden);
        for (String gate : GATES) {
            List<String> one = List.of(gate);
            tables.columns("Wx", one, folder.sized("i" + gate + "/kernel", inputs, hidden))
                    .columns("Wh", one, folder.sized("h" + gate + "/kernel", hidden, hidden))
                    .bias("b", one, Optional.of(folder.sized("i" + gate + "/bias", hidden)));
        }
        tables.bias("bh", List.of("n"), Optional.of(folder.sized("hn/bias", hidden)));
        return new StoredCell(
                FormTexts.gated("gru", answers),
                inputs,
                hidden,
                tables.stored(),
                List.of(FormTexts.note("jax.flax.gru", folder.text())));
    }
}
