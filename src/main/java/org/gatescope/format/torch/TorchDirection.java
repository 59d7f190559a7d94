package org.gatescope.format.torch;

import java.util.Map;
import java.util.Optional;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.torch.TorchName.Table;

/**
 * The tables of one direction of a layer, gates one below the other.
 *
 * @param inputs D
 * @param hidden H
 * @param outputs P, H but for an LSTM with projection
 * @param tables {@code weight_ih} (gates · H, D), {@code weight_hh} (gates · H, P), {@code weight_hr} (P, H) or none, and both biases (gates · H) or none
 */
record TorchDirection(TorchKind kind, int inputs, int hidden, int outputs, Map<Table, NamedTensor> tables) {

    /**
     * @param prefix of the names, and {@code suffix} of all of them: {@code _l0_reverse}
     * @throws FormatException if a table is missing or of a size that does not fit the others
     */
    static TorchDirection of(String prefix, String suffix, Map<Table, NamedTensor> tables) throws FormatException {
        NamedTensor recurrent = required(prefix, suffix, tables, Table.WEIGHT_HH, 2);
        NamedTensor input = required(prefix, suffix, tables, Table.WEIGHT_IH, 2);
        int rows = recurrent.dimensions().size(0);
        int outputs = recurrent.dimensions().size(1);
        int hidden = tables.containsKey(Table.WEIGHT_HR)
                ? required(prefix, suffix, tables, Table.WEIGHT_HR, 2)
                        .dimensions()
                        .size(1)
                : outputs;
        if (hidden == 0 || input.dimensions().size(1) == 0) {
            throw new FormatException("torch.empty", (hidden == 0 ? recurrent : input).name());
        }
        TorchKind kind = TorchKind.of(recurrent.name(), rows, hidden);
        if (tables.containsKey(Table.WEIGHT_HR)) {
            NamedTensor projection = required(prefix, suffix, tables, Table.WEIGHT_HR, 2);
            requireSize(projection, Dimensions.of(outputs, hidden));
            if (kind != TorchKind.LSTM || outputs == 0) {
                throw new FormatException("torch.projection", projection.name());
            }
        }
        requireSize(input, Dimensions.of(rows, input.dimensions().size(1)));
        if (tables.containsKey(Table.BIAS_IH) || tables.containsKey(Table.BIAS_HH)) {
            requireSize(required(prefix, suffix, tables, Table.BIAS_IH, 1), Dimensions.of(rows));
            requireSize(required(prefix, suffix, tables, Table.BIAS_HH, 1), Dimensions.of(rows));
        }
        return new TorchDirection(kind, input.dimensions().size(1), hidden, outputs, tables);
    }

    private static NamedTensor required(
            String prefix, String suffix, Map<Table, NamedTensor> tables, Table table, int depth)
            throws FormatException {
        NamedTensor tensor = tables.get(table);
        if (tensor == null) {
            throw new FormatException("torch.missing", prefix + table.text() + suffix);
        }
        if (!tensor.type().isReal()) {
            throw new FormatException("torch.whole", tensor.name(), tensor.type());
        }
        if (tensor.dimensions().depth() != depth) {
            throw new FormatException("torch.depth", tensor.name(), tensor.dimensions(), depth);
        }
        return tensor;
    }

    private static void requireSize(NamedTensor tensor, Dimensions expected) throws FormatException {
        if (!tensor.dimensions().equals(expected)) {
            throw new FormatException("torch.size", tensor.name(), tensor.dimensions(), expected);
        }
    }

    boolean isProjected() {
        return tables.containsKey(Table.WEIGHT_HR);
    }

    boolean hasBias() {
        return tables.containsKey(Table.BIAS_IH);
    }

    /** A table that {@link #of} has seen. */
    NamedTensor table(Table table) {
        return Optional.ofNullable(tables.get(table)).orElseThrow();
    }
}
