package org.gatescope.format.tensorflow;

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

/** {@code GRUCell}: {@code gates/kernel} (D + H, 2 H) with r and u, {@code candidate/kernel} (D + H, H); reset first. */
final class BasicGru implements CellForm {
    private static final List<String> GATES = List.of("r", "z");
    private static final List<String> CANDIDATE = List.of("n");

    @Override
    public Maker maker() {
        return Maker.TENSORFLOW;
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.holdsAny("gates/kernel", "gates/weights")
                && folder.holdsAny("candidate/kernel", "candidate/weights");
    }

    @Override
    public StoredCell read(Folder folder, Answers answers) throws FormatException {
        NamedTensor gates = folder.table(TensorFlowForms.kernel(folder, "gates/"), 2);
        int rows = gates.dimensions().size(0);
        int columns = gates.dimensions().size(1);
        int hidden = columns / GATES.size();
        int inputs = rows - hidden;
        if (columns % GATES.size() != 0 || inputs < 1) {
            throw new FormatException("tensorflow.gates", gates.name(), gates.dimensions(), GATES.size());
        }
        NamedTensor candidate = folder.sized(TensorFlowForms.kernel(folder, "candidate/"), rows, hidden);
        GateTables tables = new GateTables(hidden)
                .columns("Wx", GATES, gates, 0, inputs)
                .columns("Wh", GATES, gates, inputs, hidden)
                .bias("b", GATES, Optional.of(folder.sized(TensorFlowForms.bias(folder, "gates/"), columns)))
                .columns("Wx", CANDIDATE, candidate, 0, inputs)
                .columns("Wh", CANDIDATE, candidate, inputs, hidden)
                .bias("b", CANDIDATE, Optional.of(folder.sized(TensorFlowForms.bias(folder, "candidate/"), hidden)));
        return new StoredCell(
                FormTexts.gated("gru-reset-before", answers),
                inputs,
                hidden,
                tables.stored(),
                List.of(FormTexts.note("tensorflow.gru", folder.text(), inputs)));
    }
}
