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

/**
 * {@code CudnnCompatibleGRUCell}, reset last: {@code gates/kernel} (D + H, 2 H) with r and u,
 * {@code candidate/input_projection/kernel} (D, H), {@code candidate/hidden_projection/kernel} (H, H).
 */
final class CudnnGru implements CellForm {
    private static final List<String> GATES = List.of("r", "z");
    private static final List<String> CANDIDATE = List.of("n");
    private static final String INPUT = "candidate/input_projection/";
    private static final String HIDDEN = "candidate/hidden_projection/";

    @Override
    public Maker maker() {
        return Maker.TENSORFLOW;
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.holds("gates/kernel", HIDDEN + "kernel");
    }

    @Override
    public StoredCell read(Folder folder, Answers answers) throws FormatException {
        NamedTensor recurrent = folder.table(HIDDEN + "kernel", 2);
        int hidden = recurrent.dimensions().size(0);
        NamedTensor input = folder.table(INPUT + "kernel", 2);
        int inputs = input.dimensions().size(0);
        NamedTensor gates = folder.sized("gates/kernel", inputs + hidden, GATES.size() * hidden);
        GateTables tables = new GateTables(hidden)
                .columns("Wx", GATES, gates, 0, inputs)
                .columns("Wh", GATES, gates, inputs, hidden)
                .bias("b", GATES, Optional.of(folder.sized("gates/bias", GATES.size() * hidden)))
                .columns("Wx", CANDIDATE, folder.sized(INPUT + "kernel", inputs, hidden))
                .columns("Wh", CANDIDATE, folder.sized(HIDDEN + "kernel", hidden, hidden))
                .bias("b", CANDIDATE, Optional.of(folder.sized(INPUT + "bias", hidden)))
                .bias("bh", CANDIDATE, Optional.of(folder.sized(HIDDEN + "bias", hidden)));
        return new StoredCell(
                FormTexts.gated("gru", answers),
                inputs,
                hidden,
                tables.stored(),
                List.of(FormTexts.note("tensorflow.gru.cudnn", folder.text(), inputs)));
    }
}
