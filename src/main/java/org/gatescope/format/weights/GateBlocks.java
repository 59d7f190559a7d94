package org.gatescope.format.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.engine.Matrix;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.weights.TorchName.Table;

/** A direction's tables taken apart by gates, and gradients put together as its tables are. */
record GateBlocks(TorchDirection direction) {

    /** What the built-in cell has in their place, by its local name. Both biases of a gate are summed where it has one. */
    Map<String, Matrix> parameters() throws FormatException {
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        putBlocks("Wx.", Table.WEIGHT_IH, parameters);
        putBlocks("Wh.", Table.WEIGHT_HH, parameters);
        for (String gate : direction.kind().gates()) {
            parameters.put("b." + gate, Matrix.zeros(1, direction.hidden()));
            parameters.put(direction.kind().recurrentBias(gate), Matrix.zeros(1, direction.hidden()));
        }
        if (direction.hasBias()) {
            addBias(Table.BIAS_IH, parameters);
            addBias(Table.BIAS_HH, parameters);
        }
        return parameters;
    }

    private void putBlocks(String name, Table table, Map<String, Matrix> to) throws FormatException {
        double[] values = direction.table(table).values();
        int columns = values.length / direction.kind().gates().size() / direction.hidden();
        for (int gate = 0; gate < direction.kind().gates().size(); gate++) {
            double[][] block = new double[columns][direction.hidden()];
            for (int unit = 0; unit < direction.hidden(); unit++) {
                for (int column = 0; column < columns; column++) {
                    block[column][unit] = values[(gate * direction.hidden() + unit) * columns + column];
                }
            }
            to.put(name + direction.kind().gates().get(gate), Matrix.of(block, direction.hidden()));
        }
    }

    private void addBias(Table table, Map<String, Matrix> to) throws FormatException {
        double[] values = direction.table(table).values();
        for (int gate = 0; gate < direction.kind().gates().size(); gate++) {
            Matrix block = Matrix.copyOf(values, gate * direction.hidden(), direction.hidden(), 1, direction.hidden());
            to.merge(biasOf(table, direction.kind().gates().get(gate)), block, Matrix::plus);
        }
    }

    private String biasOf(Table table, String gate) {
        return table == Table.BIAS_HH ? direction.kind().recurrentBias(gate) : "b." + gate;
    }

    /**
     * Gradients of the cell's parameters, put together as PyTorch has them. Two biases that are summed have the same one.
     *
     * @param gradients by local name
     */
    Map<Table, NpyArray> gradients(Map<String, Matrix> gradients) {
        Map<Table, NpyArray> tablesOfGradients = new LinkedHashMap<>();
        tablesOfGradients.put(Table.WEIGHT_IH, weights("Wx.", direction.inputs(), gradients));
        tablesOfGradients.put(Table.WEIGHT_HH, weights("Wh.", direction.hidden(), gradients));
        if (direction.hasBias()) {
            tablesOfGradients.put(Table.BIAS_IH, bias(Table.BIAS_IH, gradients));
            tablesOfGradients.put(Table.BIAS_HH, bias(Table.BIAS_HH, gradients));
        }
        return tablesOfGradients;
    }

    private NpyArray weights(String name, int columns, Map<String, Matrix> gradients) {
        List<String> gates = direction.kind().gates();
        double[] values = new double[gates.size() * direction.hidden() * columns];
        int i = 0;
        for (String gate : gates) {
            Matrix block = of(gradients, name + gate);
            for (int unit = 0; unit < direction.hidden(); unit++) {
                for (int column = 0; column < columns; column++) {
                    values[i++] = block.get(column, unit);
                }
            }
        }
        return new NpyArray(Dimensions.of(gates.size() * direction.hidden(), columns), values);
    }

    private NpyArray bias(Table table, Map<String, Matrix> gradients) {
        List<String> gates = direction.kind().gates();
        double[] values = new double[gates.size() * direction.hidden()];
        for (int gate = 0; gate < gates.size(); gate++) {
            of(gradients, biasOf(table, gates.get(gate))).copyTo(values, gate * direction.hidden(), direction.hidden());
        }
        return new NpyArray(Dimensions.of(values.length), values);
    }

    private static Matrix of(Map<String, Matrix> gradients, String name) {
        return Optional.ofNullable(gradients.get(name)).orElseThrow();
    }
}
