package org.gatescope.format.keras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Block;
import org.gatescope.format.found.StoredParameter;
import org.gatescope.format.keras.KerasCell.Checked;
import org.gatescope.format.keras.KerasName.Table;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NamedTensor;
import org.jspecify.annotations.Nullable;

/** Takes a cell's tables apart by gates, whichever of Keras's layouts they have. */
final class KerasLayout {
    private KerasLayout() {}

    /**
     * @param resetAfter of a GRU, where its biases do not tell
     * @throws FormatException if a table is missing or of a size that does not fit the others
     */
    static Checked checked(KerasCell cell, boolean resetAfter) throws FormatException {
        return cell.isByGate() ? ofFirstVersion(cell) : ofColumns(cell, resetAfter);
    }

    private static Checked ofColumns(KerasCell cell, boolean resetAfter) throws FormatException {
        NamedTensor kernel = matrix(cell.required(Table.KERNEL, ""));
        NamedTensor recurrent = matrix(cell.required(Table.RECURRENT_KERNEL, ""));
        NamedTensor bias = cell.table(Table.BIAS, "");
        int inputs = kernel.dimensions().size(0);
        int hidden = recurrent.dimensions().size(0);
        int columns = recurrent.dimensions().size(1);
        requireNumbers(hidden, recurrent);
        requireNumbers(inputs, kernel);
        requireSize(kernel, Dimensions.of(inputs, columns));
        KerasKind kind = kind(recurrent, bias, resetAfter);
        boolean isCudnn = bias != null
                && kind.isGated()
                && bias.dimensions().depth() == 1
                && bias.dimensions().count() == 2 * columns;
        if (bias != null && !isCudnn) {
            requireSize(real(bias), kind == KerasKind.GRU ? Dimensions.of(2, columns) : Dimensions.of(columns));
        }
        NamedTensor input = isCudnn ? CudnnKernel.plain(kernel, kind.gates().size()) : kernel;
        Map<String, StoredParameter> stored = new LinkedHashMap<>();
        for (int gate = 0; gate < kind.gates().size(); gate++) {
            String name = kind.gates().get(gate);
            int column = gate * hidden;
            Block own = isCudnn ? new Block(recurrent, column, 1, columns) : Block.at(recurrent, 0, column);
            stored.put("Wx." + name, new StoredParameter(inputs, hidden, Block.at(input, 0, column)));
            stored.put("Wh." + name, new StoredParameter(hidden, hidden, own));
            addBiases(kind, name, hidden, bias, column, isCudnn ? columns : 0, stored);
        }
        return new Checked(kind, inputs, hidden, bias != null, isCudnn, stored);
    }

    /** A gate has one bias, or two that are added; the recurrent one of a GRU's candidate is within the reset product. */
    private static void addBiases(
            KerasKind kind,
            String gate,
            int hidden,
            @Nullable NamedTensor bias,
            int first,
            int halves,
            Map<String, StoredParameter> stored) {
        StoredParameter none = new StoredParameter(1, hidden);
        int second = kind == KerasKind.GRU ? kind.gates().size() * hidden : halves;
        if (kind == KerasKind.GRU && gate.equals("n")) {
            stored.put("b.n", bias == null ? none : none.plus(Block.row(bias, first)));
            stored.put("bh.n", bias == null ? none : none.plus(Block.row(bias, second + first)));
        } else if (bias == null) {
            stored.put("b." + gate, none);
        } else {
            StoredParameter one = none.plus(Block.row(bias, first));
            stored.put("b." + gate, second == 0 ? one : one.plus(Block.row(bias, second + first)));
        }
    }

    private static KerasKind kind(NamedTensor recurrent, @Nullable NamedTensor bias, boolean resetAfter)
            throws FormatException {
        int hidden = recurrent.dimensions().size(0);
        int columns = recurrent.dimensions().size(1);
        int gates = columns % hidden == 0 ? columns / hidden : 0;
        return switch (gates) {
            case 1 -> KerasKind.SIMPLE_RNN;
            case 3 -> gru(columns, bias, resetAfter);
            case 4 -> KerasKind.LSTM;
            default -> throw new FormatException("keras.gates", recurrent.name(), hidden, columns);
        };
    }

    private static KerasKind gru(int columns, @Nullable NamedTensor bias, boolean resetAfter) {
        boolean isAfter = bias == null ? resetAfter : !bias.dimensions().equals(Dimensions.of(columns));
        return isAfter ? KerasKind.GRU : KerasKind.GRU_RESET_BEFORE;
    }

    /** Keras 1: a table (D, H), a table (H, H) and a bias (H) for each gate; a GRU's reset gate acts before the product. */
    private static Checked ofFirstVersion(KerasCell cell) throws FormatException {
        KerasKind kind =
                cell.table(Table.RECURRENT_KERNEL, "i") != null || cell.table(Table.RECURRENT_KERNEL, "f") != null
                        ? KerasKind.LSTM
                        : KerasKind.GRU_RESET_BEFORE;
        List<String> letters = kind.kerasGates();
        Dimensions sizes =
                matrix(cell.required(Table.KERNEL, letters.getFirst())).dimensions();
        int inputs = sizes.size(0);
        int hidden = sizes.size(1);
        requireNumbers(inputs * hidden, cell.required(Table.KERNEL, letters.getFirst()));
        Map<String, StoredParameter> stored = new LinkedHashMap<>();
        for (int gate = 0; gate < letters.size(); gate++) {
            String letter = letters.get(gate);
            String name = kind.gates().get(gate);
            NamedTensor kernel = matrix(cell.required(Table.KERNEL, letter));
            NamedTensor recurrent = matrix(cell.required(Table.RECURRENT_KERNEL, letter));
            NamedTensor bias = real(cell.required(Table.BIAS, letter));
            requireSize(kernel, sizes);
            requireSize(recurrent, Dimensions.of(hidden, hidden));
            requireSize(bias, Dimensions.of(hidden));
            stored.put("Wx." + name, new StoredParameter(inputs, hidden, Block.at(kernel, 0, 0)));
            stored.put("Wh." + name, new StoredParameter(hidden, hidden, Block.at(recurrent, 0, 0)));
            stored.put("b." + name, new StoredParameter(1, hidden, Block.row(bias, 0)));
        }
        return new Checked(kind, inputs, hidden, true, false, stored);
    }

    private static NamedTensor matrix(NamedTensor tensor) throws FormatException {
        int depth = tensor.dimensions().depth();
        if (depth > 2) {
            throw new FormatException("keras.convolution", tensor.name(), tensor.dimensions());
        }
        if (depth != 2) {
            throw new FormatException("torch.depth", tensor.name(), tensor.dimensions(), 2);
        }
        return real(tensor);
    }

    private static NamedTensor real(NamedTensor tensor) throws FormatException {
        if (!tensor.type().isReal()) {
            throw new FormatException("torch.whole", tensor.name(), tensor.type());
        }
        return tensor;
    }

    private static void requireNumbers(int size, NamedTensor tensor) throws FormatException {
        if (size == 0) {
            throw new FormatException("torch.empty", tensor.name());
        }
    }

    private static void requireSize(NamedTensor tensor, Dimensions expected) throws FormatException {
        if (!tensor.dimensions().equals(expected)) {
            throw new FormatException("torch.size", tensor.name(), tensor.dimensions(), expected);
        }
    }
}
