package org.gatescope.format.torch;

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
 * {@code torch.ao.nn.quantizable.LSTM}, prepared to be quantized and not quantized yet: {@code igates.weight} (4 H, D) and
 * {@code hgates.weight} (4 H, H), gates i f g o, or with {@code split_gates} a table for each gate.
 */
final class QuantizableLstm implements CellForm {
    private static final List<String> GATES = List.of("i", "f", "g", "o");
    /** By the same order. */
    private static final List<String> SPLIT = List.of("input", "forget", "cell", "output");

    @Override
    public Maker maker() {
        return Maker.TORCH;
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.holds("igates/weight", "hgates/weight")
                || folder.holds("igates/input/weight", "hgates/input/weight");
    }

    @Override
    public StoredCell read(Folder folder, Answers answers) throws FormatException {
        boolean isSplit = folder.holds("igates/input/weight");
        NamedTensor recurrent = folder.table(isSplit ? "hgates/input/weight" : "hgates/weight", 2);
        int hidden = recurrent.dimensions().size(1);
        int inputs = folder.table(isSplit ? "igates/input/weight" : "igates/weight", 2)
                .dimensions()
                .size(1);
        GateTables tables = new GateTables(hidden);
        if (isSplit) {
            for (int gate = 0; gate < GATES.size(); gate++) {
                add(tables, folder, "gates/" + SPLIT.get(gate), List.of(GATES.get(gate)), inputs, hidden);
            }
        } else {
            add(tables, folder, "gates", GATES, inputs, hidden);
        }
        answers.forgetBias().ifPresent(number -> tables.plus("b.f", number));
        return new StoredCell(
                FormTexts.gated("lstm", answers),
                inputs,
                hidden,
                tables.stored(),
                List.of(FormTexts.note("torch.quantizable", folder.text())));
    }

    private static void add(GateTables tables, Folder folder, String name, List<String> gates, int inputs, int hidden)
            throws FormatException {
        int rows = Math.multiplyExact(gates.size(), hidden);
        tables.rows("Wx", gates, folder.sized("i" + name + "/weight", rows, inputs))
                .rows("Wh", gates, folder.sized("h" + name + "/weight", rows, hidden));
        boolean hasBias = folder.holdsAny("i" + name + "/bias", "h" + name + "/bias");
        for (String side : List.of("i", "h")) {
            tables.bias(
                    "b", gates, hasBias ? Optional.of(folder.sized(side + name + "/bias", rows)) : Optional.empty());
        }
    }
}
