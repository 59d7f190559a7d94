package org.gatescope.format.layered;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.format.found.Block;
import org.gatescope.format.found.StoredParameter;
import org.gatescope.format.tensor.NamedTensor;

/** Puts together where a cell's parameters come from. A parameter that is named twice is the sum. */
public final class GateTables {
    private final int hidden;
    private final Map<String, StoredParameter> stored = new LinkedHashMap<>();

    /** @param hidden H */
    public GateTables(int hidden) {
        this.hidden = hidden;
    }

    /**
     * Gates side by side in a table, H columns each.
     *
     * @param family {@code Wx} or {@code Wh}
     * @param row    the first of the table that belongs to it
     * @param rows   how many do
     */
    public GateTables columns(String family, List<String> gates, NamedTensor table, int row, int rows) {
        for (int gate = 0; gate < gates.size(); gate++) {
            add(family + "." + gates.get(gate), rows, Block.at(table, row, gate * hidden));
        }
        return this;
    }

    /** Gates side by side in the whole of a table. */
    public GateTables columns(String family, List<String> gates, NamedTensor table) {
        return columns(family, gates, table, 0, table.dimensions().size(0));
    }

    /** Gates one below the other in a table that multiplies from the left, H rows each. */
    public GateTables rows(String family, List<String> gates, NamedTensor table) {
        for (int gate = 0; gate < gates.size(); gate++) {
            add(family + "." + gates.get(gate), table.dimensions().size(1), Block.transposed(table, gate * hidden));
        }
        return this;
    }

    /** Gates one after another in a row of numbers, H each; without it zeros. */
    public GateTables bias(String family, List<String> gates, Optional<NamedTensor> bias) {
        for (int gate = 0; gate < gates.size(); gate++) {
            String name = family + "." + gates.get(gate);
            if (bias.isPresent()) {
                add(name, 1, Block.row(bias.get(), gate * hidden));
            } else {
                stored.putIfAbsent(name, new StoredParameter(1, hidden));
            }
        }
        return this;
    }

    private void add(String name, int rows, Block block) {
        StoredParameter before = stored.getOrDefault(name, new StoredParameter(rows, hidden));
        stored.put(name, before.plus(block));
    }

    /** Adds a number to a parameter. */
    public GateTables plus(String name, double number) {
        stored.computeIfPresent(name, (key, parameter) -> parameter.plus(number));
        return this;
    }

    /** All of them, by local name. */
    public Map<String, StoredParameter> stored() {
        return stored;
    }
}
