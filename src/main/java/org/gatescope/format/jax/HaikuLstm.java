package org.gatescope.format.jax;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Maker;
import org.gatescope.format.found.Unstated;
import org.gatescope.format.layered.CellForm;
import org.gatescope.format.layered.Folder;
import org.gatescope.format.layered.FormTexts;
import org.gatescope.format.layered.GateTables;
import org.gatescope.format.layered.StoredCell;
import org.gatescope.format.tensor.NamedTensor;

/** {@code hk.LSTM}: {@code linear/w} (D + H, 4 H), gates i g f o, {@code linear/b} (4 H), and 1 on f when it is run. */
final class HaikuLstm implements CellForm {
    private static final List<String> GATES = List.of("i", "g", "f", "o");
    private static final Pattern NAME = Pattern.compile("(?i)(.*_)?lstm(_?(core|cell|layer|\\d{1,3})){0,4}");

    @Override
    public Maker maker() {
        return Maker.HAIKU;
    }

    @Override
    public boolean fits(Folder folder) {
        return NAME.matcher(folder.name()).matches() && folder.holds("linear/w", "linear/b");
    }

    @Override
    public List<Unstated> unstated(Folder folder) {
        return List.of(); // its 1 cannot be changed
    }

    @Override
    public StoredCell read(Folder folder, Answers answers) throws FormatException {
        NamedTensor table = folder.table("linear/w", 2);
        int columns = table.dimensions().size(1);
        int hidden = columns / GATES.size();
        int inputs = table.dimensions().size(0) - hidden;
        if (columns % GATES.size() != 0 || inputs < 1) {
            throw new FormatException("tensorflow.gates", table.name(), table.dimensions(), GATES.size());
        }
        double forgetBias = answers.forgetBias().orElse(1);
        GateTables tables = new GateTables(hidden)
                .columns("Wx", GATES, table, 0, inputs)
                .columns("Wh", GATES, table, inputs, hidden)
                .bias("b", GATES, Optional.of(folder.sized("linear/b", columns)))
                .plus("b.f", forgetBias);
        return new StoredCell(
                FormTexts.gated("lstm", answers),
                inputs,
                hidden,
                tables.stored(),
                List.of(
                        FormTexts.note("jax.haiku.lstm", table.name(), inputs),
                        FormTexts.note("found.forget", forgetBias)));
    }
}
