package org.gatescope.format.jax;

import java.util.List;
import java.util.Optional;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.GateFunctions;
import org.gatescope.format.found.Maker;
import org.gatescope.format.found.Unstated;
import org.gatescope.format.layered.CellForm;
import org.gatescope.format.layered.Folder;
import org.gatescope.format.layered.FormTexts;
import org.gatescope.format.layered.GateTables;
import org.gatescope.format.layered.StoredCell;
import org.gatescope.format.tensor.NamedTensor;

/** {@code SimpleCell} of Flax: {@code i/kernel} (D, H) with {@code bias} (H), {@code h/kernel} (H, H). */
final class FlaxSimple implements CellForm {
    private static final List<String> GATES = List.of("h");

    @Override
    public Maker maker() {
        return Maker.FLAX;
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.holds("i/kernel", "h/kernel");
    }

    @Override
    public List<Unstated> unstated(Folder folder) {
        return FormTexts.activation(FormTexts.USUAL, "jax.flax.activation");
    }

    @Override
    public StoredCell read(Folder folder, Answers answers) throws FormatException {
        NamedTensor input = folder.table("i/kernel", 2);
        int inputs = input.dimensions().size(0);
        int hidden = input.dimensions().size(1);
        GateTables tables = new GateTables(hidden)
                .columns("Wx", GATES, input)
                .columns("Wh", GATES, folder.sized("h/kernel", hidden, hidden))
                .bias("b", GATES, Optional.of(folder.sized("i/bias", hidden)));
        return new StoredCell(
                GateFunctions.plain(answers.activation().orElse(FormTexts.USUAL)),
                inputs,
                hidden,
                tables.stored(),
                List.of(FormTexts.note("jax.flax.simple", folder.text())));
    }
}
