package org.gatescope.format.jax;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

/** {@code hk.VanillaRNN}: {@code linear/w} (D, H) for the input, {@code linear_1/w} (H, H) for the state, each with a bias. */
final class HaikuVanilla implements CellForm {
    private static final List<String> GATES = List.of("h");
    private static final Pattern NAME = Pattern.compile("(.*_)?vanilla_rnn(_\\d+)?");
    private static final String USUAL = "relu";

    @Override
    public Maker maker() {
        return Maker.HAIKU;
    }

    @Override
    public boolean fits(Folder folder) {
        return NAME.matcher(folder.name()).matches() && folder.holds("linear/w", "linear_1/w");
    }

    @Override
    public List<Unstated> unstated(Folder folder) {
        return List.of(); // its function cannot be changed
    }

    @Override
    public StoredCell read(Folder folder, Answers answers) throws FormatException {
        NamedTensor input = folder.table("linear/w", 2);
        int inputs = input.dimensions().size(0);
        int hidden = input.dimensions().size(1);
        GateTables tables = new GateTables(hidden)
                .columns("Wx", GATES, input)
                .columns("Wh", GATES, folder.sized("linear_1/w", hidden, hidden))
                .bias("b", GATES, Optional.of(folder.sized("linear/b", hidden)))
                .bias("b", GATES, Optional.of(folder.sized("linear_1/b", hidden)));
        return new StoredCell(
                GateFunctions.plain(answers.activation().orElse(USUAL)),
                inputs,
                hidden,
                tables.stored(),
                List.of(FormTexts.note("jax.haiku.vanilla", folder.text())));
    }
}
