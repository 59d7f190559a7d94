package org.gatescope.format.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatescope.engine.Dropout;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.format.FormatException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the layers of a session drop, in a file. Tables that are not there are drawn from the seed. */
final class DropoutJson {
    private DropoutJson() {}

    static ObjectNode written(DropoutMasks masks, Network network, int batch) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("seed", masks.seed());
        node.put("on", masks.isOn());
        ObjectNode factors = node.putObject("factors");
        masks.factors().forEach((layer, table) -> {
            boolean same = network.layers().get(layer).dropout().sameAtEachStep();
            factors.set(Integer.toString(layer), same ? TableJson.written(table) : TableJson.overTime(table, batch));
        });
        return node;
    }

    /** Files of before drop nothing. */
    static DropoutMasks read(Members file, Network network, int batch, int steps) throws FormatException {
        Optional<Members> dropout = file.optional("dropout");
        if (dropout.isEmpty()) {
            return DropoutMasks.NONE;
        }
        Members node = dropout.get();
        long seed = Members.whole(node.require("seed"), node.place("seed"), Long.MIN_VALUE, Long.MAX_VALUE);
        boolean isOn = node.flag("on");
        Map<Integer, Matrix> tables = new LinkedHashMap<>();
        Optional<Members> factors = node.optional("factors");
        if (factors.isPresent()) {
            Members read = factors.get();
            for (int layer = 0; layer < network.layers().size(); layer++) {
                String key = Integer.toString(layer);
                Dropout of = network.layers().get(layer).dropout();
                if (of.drops() && read.has(key)) {
                    int columns = network.reads(layer);
                    tables.put(
                            layer,
                            of.sameAtEachStep()
                                    ? TableJson.read(read.require(key), batch, columns, read.place(key))
                                    : TableJson.overTime(read.require(key), batch, steps, columns, read.place(key)));
                }
            }
            read.end();
        }
        node.end();
        return new DropoutMasks(seed, isOn, tables);
    }
}
