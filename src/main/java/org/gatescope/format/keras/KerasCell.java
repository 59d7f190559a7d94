package org.gatescope.format.keras;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.StoredParameter;
import org.gatescope.format.keras.KerasName.Table;
import org.gatescope.format.tensor.NamedTensor;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one cell, that is of one direction of a layer.
 *
 * @param path   what their names begin with
 * @param tables by what they are and, in Keras 1, by gate
 */
record KerasCell(String path, boolean isNumbered, Map<Table, Map<String, NamedTensor>> tables) {
    private static final int MOST_GATES = 4;

    KerasCell(String path, boolean isNumbered) {
        this(path, isNumbered, new LinkedHashMap<>());
    }

    void add(KerasName name, NamedTensor tensor) throws FormatException {
        Map<String, NamedTensor> gates = tables.computeIfAbsent(name.table(), table -> new LinkedHashMap<>());
        if (gates.put(name.gate(), tensor) != null) {
            throw new FormatException("tensor.twice", tensor.name());
        }
    }

    /** Whether they are a recurrent cell's: names say so, or if they are mere numbers, sizes do. */
    boolean isRecurrent() {
        if (!isNumbered) {
            return tables.containsKey(Table.RECURRENT_KERNEL);
        }
        NamedTensor kernel = table(Table.KERNEL, "");
        NamedTensor recurrent = table(Table.RECURRENT_KERNEL, "");
        if (kernel == null || recurrent == null) {
            return false;
        }
        if (kernel.dimensions().depth() != 2 || recurrent.dimensions().depth() != 2) {
            return path.contains("conv_lstm");
        }
        int columns = recurrent.dimensions().size(1);
        int units = recurrent.dimensions().size(0);
        return units > 0
                && columns % units == 0
                && columns / units <= MOST_GATES
                && columns == kernel.dimensions().size(1);
    }

    /** Whether Keras 1 wrote it, with tables for each gate. */
    boolean isByGate() {
        return tables.values().stream()
                .anyMatch(gates -> gates.keySet().stream().anyMatch(gate -> !gate.isEmpty()));
    }

    /** One of its tables. @param gate of Keras 1, otherwise empty */
    @Nullable NamedTensor table(Table table, String gate) {
        return tables.getOrDefault(table, Map.of()).get(gate);
    }

    /** The same, which has to be there. */
    NamedTensor required(Table table, String gate) throws FormatException {
        return Optional.ofNullable(table(table, gate))
                .orElseThrow(() ->
                        new FormatException("keras.missing", path, word(table), gate.isEmpty() ? "" : " " + gate));
    }

    private static String word(Table table) {
        return table.name().toLowerCase(Locale.ROOT);
    }

    /**
     * A cell whose sizes were checked.
     *
     * @param inputs  D
     * @param hidden  H
     * @param stored  where the built-in cell's parameters come from, by local name
     * @param isCudnn written by a layer for NVIDIA's cuDNN, whose functions are fixed
     */
    record Checked(
            KerasKind kind,
            int inputs,
            int hidden,
            boolean hasBias,
            boolean isCudnn,
            Map<String, StoredParameter> stored) {}
}
