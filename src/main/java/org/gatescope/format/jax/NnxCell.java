package org.gatescope.format.jax;

import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Cell;
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

/**
 * Cells of Flax's nnx, gates side by side: {@code dense_i/kernel} (D, gates · H), {@code dense_h/kernel} (H, gates · H). The
 * LSTM, i f g o, has its bias in {@code dense_h}, the GRU, r z n and reset last, and the simple cell in {@code dense_i}.
 */
final class NnxCell implements CellForm {
    private static final List<String> LSTM = List.of("i", "f", "g", "o");
    private static final List<String> GRU = List.of("r", "z", "n");
    private static final List<String> SIMPLE = List.of("h");

    @Override
    public Maker maker() {
        return Maker.FLAX;
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.holds("dense_i/kernel", "dense_h/kernel");
    }

    @Override
    public List<Unstated> unstated(Folder folder) {
        try {
            return gates(folder).equals(SIMPLE)
                    ? FormTexts.activation(FormTexts.USUAL, "jax.flax.activation")
                    : List.of();
        } catch (FormatException e) {
            return List.of(); // reading it says why
        }
    }

    @Override
    public StoredCell read(Folder folder, Answers answers) throws FormatException {
        List<String> gates = gates(folder);
        NamedTensor recurrent = folder.table("dense_h/kernel", 2);
        int hidden = recurrent.dimensions().size(0);
        int columns = recurrent.dimensions().size(1);
        int inputs = folder.table("dense_i/kernel", 2).dimensions().size(0);
        String bias = gates.equals(LSTM) ? "dense_h/bias" : "dense_i/bias";
        GateTables tables = new GateTables(hidden)
                .columns("Wx", gates, folder.sized("dense_i/kernel", inputs, columns))
                .columns("Wh", gates, recurrent)
                .bias("b", gates, Optional.of(folder.sized(bias, columns)));
        if (gates.equals(GRU)) {
            tables.bias("bh", List.of("n"), Optional.empty());
        }
        answers.forgetBias().ifPresent(number -> tables.plus("b.f", number));
        return new StoredCell(
                cell(gates, answers),
                inputs,
                hidden,
                tables.stored(),
                List.of(FormTexts.note("jax.nnx", folder.text(), String.join(" ", gates))));
    }

    private static Cell cell(List<String> gates, Answers answers) throws FormatException {
        if (gates.equals(SIMPLE)) {
            return GateFunctions.plain(answers.activation().orElse(FormTexts.USUAL));
        }
        return FormTexts.gated(gates.equals(LSTM) ? "lstm" : "gru", answers);
    }

    private static List<String> gates(Folder folder) throws FormatException {
        NamedTensor recurrent = folder.table("dense_h/kernel", 2);
        long hidden = recurrent.dimensions().size(0);
        int columns = recurrent.dimensions().size(1);
        for (List<String> gates : List.of(SIMPLE, GRU, LSTM)) {
            if (columns == gates.size() * hidden) {
                return gates;
            }
        }
        throw new FormatException("jax.gates", recurrent.name(), recurrent.dimensions());
    }
}
