package org.gatescope.format.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatescope.format.found.Block;
import org.gatescope.format.found.StoredParameter;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.torch.TorchName.Table;

/** A direction's tables taken apart by gates. */
record GateBlocks(TorchDirection direction, boolean hasTwoBiases) {

    /** Where the built-in cell's parameters come from, by local name. Both biases of a gate are summed where its cell has one. */
    Map<String, StoredParameter> stored() {
        int hidden = direction.hidden();
        Map<String, StoredParameter> stored = new LinkedHashMap<>();
        for (int gate = 0; gate < direction.kind().gates().size(); gate++) {
            String name = direction.kind().gates().get(gate);
            int row = gate * hidden;
            stored.put(
                    "Wx." + name,
                    new StoredParameter(
                            direction.inputs(), hidden, Block.transposed(direction.table(Table.WEIGHT_IH), row)));
            stored.put(
                    "Wh." + name,
                    new StoredParameter(
                            direction.outputs(), hidden, Block.transposed(direction.table(Table.WEIGHT_HH), row)));
            addBias("b." + name, Table.BIAS_IH, row, stored);
            addBias(direction.kind().recurrentBias(name, hasTwoBiases), Table.BIAS_HH, row, stored);
        }
        if (direction.isProjected()) {
            stored.put(
                    "Wr",
                    new StoredParameter(
                            hidden, direction.outputs(), Block.transposed(direction.table(Table.WEIGHT_HR), 0)));
        }
        return stored;
    }

    /** Zeros without biases. */
    private void addBias(String name, Table table, int first, Map<String, StoredParameter> stored) {
        Optional<NamedTensor> bias = Optional.ofNullable(direction.tables().get(table));
        StoredParameter before = stored.getOrDefault(name, new StoredParameter(1, direction.hidden()));
        stored.put(
                name, bias.map(tensor -> before.plus(Block.row(tensor, first))).orElse(before));
    }
}
