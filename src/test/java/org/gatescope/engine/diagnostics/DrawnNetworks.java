package org.gatescope.engine.diagnostics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.plan.NetworkPlan;

/** Networks with numbers drawn at random, the same ones for the same seed. */
final class DrawnNetworks {
    static final int INPUTS = 3;

    private DrawnNetworks() {}

    /** A network with the inputs of a run. */
    record Example(Network network, NetworkInputs inputs) {
        NetworkTrace run() {
            int batch = inputs.lengths().size();
            int steps = batch == 0 ? 0 : inputs.input().rows() / batch;
            return NetworkPlan.of(network, batch, steps).run(inputs);
        }

        Example with(NetworkInputs changed) {
            return new Example(network, changed);
        }
    }

    static Example layer(Cell cell, int hidden, Layer.Directions directions, int steps, Integer... lengths) {
        Network network = new Network(INPUTS, List.of(new Layer(cell, hidden, directions)), Optional.empty());
        return new Example(network, inputs(network, steps, List.of(lengths), 0));
    }

    /** A layer for each cell and direction, over an embedding and under a read-out with a loss. */
    static Example deep(
            List<Cell> cells, List<Layer.Directions> directions, boolean everyStep, int steps, List<Integer> lengths) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            layers.add(new Layer(cells.get(i), 2 + i % 2, directions.get(i)));
        }
        ReadOut readOut = new ReadOut(2, everyStep, ReadOut.Activation.SOFTMAX);
        Network network = new Network(INPUTS, Optional.of(new Embedding(2)), layers, Optional.of(readOut));
        return new Example(network, inputs(network, steps, lengths, 0));
    }

    static NetworkInputs inputs(Network network, int steps, List<Integer> lengths, int chunk) {
        int batch = lengths.size();
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        network.parameters().forEach((name, size) -> parameters.put(name, drawn(name.hashCode(), size[0], size[1])));
        Map<String, Matrix> initial = new LinkedHashMap<>();
        Map<String, Matrix> last = new LinkedHashMap<>();
        for (Part part : network.parts()) {
            for (String state : part.layer().cell().states()) {
                String name = part.key() + "." + state;
                initial.put(name, drawn(name.hashCode() + 1, batch, part.layer().width(state)));
                last.put(name, drawn(name.hashCode() + 2, batch, part.layer().width(state)));
            }
        }
        return new NetworkInputs(
                parameters,
                drawn(7, steps * batch, network.inputs()),
                lengths,
                chunk,
                initial,
                drawn(8, steps * batch, network.width()),
                last,
                network.readOut().map(dense -> goal(dense, steps, lengths)));
    }

    /** Steps beyond a sequence's end weigh nothing. */
    private static NetworkInputs.Goal goal(ReadOut dense, int steps, List<Integer> lengths) {
        int batch = lengths.size();
        int rows = (dense.everyStep() ? steps : 1) * batch;
        Matrix targets = drawn(9, rows, dense.outputs()).map(Math::abs);
        double[][] weights = new double[rows][1];
        for (int row = 0; row < rows; row++) {
            weights[row][0] = row / batch < lengths.get(row % batch) ? 1 : 0;
        }
        Loss loss = new Loss(Loss.Kind.CATEGORICAL_CROSS_ENTROPY, Loss.Average.BATCH_AND_TIME);
        return new NetworkInputs.Goal(loss, targets, Matrix.of(weights, 1));
    }

    private static Matrix drawn(long seed, int rows, int columns) {
        return new Fill.Normal(0.6, seed).matrix(rows, columns);
    }
}
