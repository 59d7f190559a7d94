package org.gatescope.format.tensorflow;

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

/** {@code BasicRNNCell}: {@code kernel} (D + H, H). */
final class BasicRnn implements CellForm {
    private static final List<String> GATES = List.of("h");
    private static final Pattern NAME = Pattern.compile("(?i)(.*_|basic)?rnn_?cell(_\\d+)?");

    @Override
    public Maker maker() {
        return Maker.TENSORFLOW;
    }

    @Override
    public boolean fits(Folder folder) {
        return NAME.matcher(folder.name()).matches()
                && folder.holdsAny("kernel", "weights")
                && !folder.holds("recurrent_kernel");
    }

    @Override
    public List<Unstated> unstated(Folder folder) {
        return FormTexts.activation(FormTexts.USUAL, "tensorflow.activation");
    }

    @Override
    public StoredCell read(Folder folder, Answers answers) throws FormatException {
        NamedTensor kernel = folder.table(TensorFlowForms.kernel(folder, ""), 2);
        int hidden = kernel.dimensions().size(1);
        int inputs = kernel.dimensions().size(0) - hidden;
        if (inputs < 1) {
            throw new FormatException("tensorflow.gates", kernel.name(), kernel.dimensions(), 1);
        }
        GateTables tables = new GateTables(hidden)
                .columns("Wx", GATES, kernel, 0, inputs)
                .columns("Wh", GATES, kernel, inputs, hidden)
                .bias("b", GATES, Optional.of(folder.sized(TensorFlowForms.bias(folder, ""), hidden)));
        return new StoredCell(
                GateFunctions.plain(answers.activation().orElse(FormTexts.USUAL)),
                inputs,
                hidden,
                tables.stored(),
                List.of(FormTexts.note("tensorflow.rnn", kernel.name(), inputs)));
    }
}
