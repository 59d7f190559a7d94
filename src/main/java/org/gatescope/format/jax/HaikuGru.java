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

/** {@code hk.GRU}: {@code w_i} (D, 3 H), {@code w_h} (H, 3 H), {@code b} (3 H), gates z r a; reset first. */
final class HaikuGru implements CellForm {
    private static final List<String> GATES = List.of("z", "r", "a");

    @Override
    public Maker maker() {
        return Maker.HAIKU;
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.holds("w_i", "w_h", "b");
    }

    @Override
    public StoredCell read(Folder folder, Answers answers) throws FormatException {
        NamedTensor input = folder.table("w_i", 2);
        int inputs = input.dimensions().size(0);
        int columns = input.dimensions().size(1);
        int hidden = columns / GATES.size();
        if (columns % GATES.size() != 0) {
            throw new FormatException("jax.gates", input.name(), input.dimensions());
        }
        GateTables tables = new GateTables(hidden)
                .columns("Wx", GATES, input)
                .columns("Wh", GATES, folder.sized("w_h", hidden, columns))
                .bias("b", GATES, Optional.of(folder.sized("b", columns)));
        return new StoredCell(
                CellResource.cell(HaikuGru.class, "haiku-gru", answers),
                inputs,
                hidden,
                tables.stored(),
                List.of(FormTexts.note("jax.haiku.gru", folder.text())));
    }
}
