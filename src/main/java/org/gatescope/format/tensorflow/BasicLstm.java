package org.gatescope.format.tensorflow;

import java.util.ArrayList;
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

/**
 * {@code BasicLSTMCell}, {@code LSTMCell} and their block forms: {@code kernel} (D + H, 4 H), gates i j f o, where j is
 * the candidate; with peepholes {@code w_i_diag}, {@code w_f_diag}, {@code w_o_diag} (H).
 */
final class BasicLstm implements CellForm {
    private static final List<String> GATES = List.of("i", "g", "f", "o");
    private static final List<String> PEEPHOLES = List.of("i", "f", "o");
    private static final Pattern NAME =
            Pattern.compile("(?i)(.*_|basic)?lstm(_?(block|fused|cell|layer|\\d{1,3})){0,4}");
    private static final String CUDNN = "cudnn";

    /** Whether the last part of a folder's name is one that such a cell has. */
    static boolean isNamed(Folder folder) {
        return NAME.matcher(folder.name()).matches() || folder.holds("w_f_diag");
    }

    @Override
    public Maker maker() {
        return Maker.TENSORFLOW;
    }

    @Override
    public boolean fits(Folder folder) {
        return isNamed(folder) && folder.holdsAny("kernel", "weights", "W_0") && !folder.holds("recurrent_kernel");
    }

    @Override
    public List<Unstated> unstated(Folder folder) {
        return folder.name().startsWith(CUDNN)
                ? FormTexts.forgetBias("0", "tensorflow.forget.cudnn")
                : FormTexts.forgetBias("1", "tensorflow.forget");
    }

    @Override
    public StoredCell read(Folder folder, Answers answers) throws FormatException {
        NamedTensor kernel = folder.table(TensorFlowForms.kernel(folder, ""), 2);
        int columns = kernel.dimensions().size(1);
        int hidden = columns / GATES.size();
        int inputs = kernel.dimensions().size(0) - hidden;
        if (columns % GATES.size() != 0 || inputs < 1) {
            throw new FormatException("tensorflow.gates", kernel.name(), kernel.dimensions(), GATES.size());
        }
        double usual = folder.name().startsWith(CUDNN) ? 0 : 1;
        double forgetBias = answers.forgetBias().orElse(usual);
        GateTables tables = new GateTables(hidden)
                .columns("Wx", GATES, kernel, 0, inputs)
                .columns("Wh", GATES, kernel, inputs, hidden)
                .bias("b", GATES, Optional.of(folder.sized(TensorFlowForms.bias(folder, ""), columns)))
                .plus("b.f", forgetBias);
        List<String> notes = new ArrayList<>();
        notes.add(FormTexts.note("tensorflow.lstm", kernel.name(), inputs));
        notes.add(FormTexts.note("found.forget", forgetBias));
        boolean hasPeepholes = folder.holdsAny("w_i_diag", "w_f_diag", "w_o_diag");
        if (hasPeepholes) {
            for (String gate : PEEPHOLES) {
                tables.bias("p", List.of(gate), Optional.of(folder.sized("w_" + gate + "_diag", hidden)));
            }
            notes.add(FormTexts.note("tensorflow.peepholes"));
        }
        return new StoredCell(
                FormTexts.gated(hasPeepholes ? "lstm-peephole" : "lstm", answers),
                inputs,
                hidden,
                tables.stored(),
                notes);
    }
}
