package org.gatescope.engine.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatescope.cell.Extent;
import org.gatescope.cell.ParameterName;
import org.gatescope.cell.Shape;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Sizes;

/**
 * How the parameters of a network start in a library: the distributions are the library's, the random numbers are not. A
 * parameter of which the cell declares the start has that.
 *
 * @param as   PyTorch draws all parameters of a layer uniformly within ±1/√H, biases too, those of the read-out within
 *             ±1/√(its inputs), and the embedding normally with σ = 1. Keras draws what is read by Glorot and what recurs
 *             orthogonally, each over the blocks of all gates together, the read-out by Glorot, the embedding uniformly
 *             within ±0.05; biases are 0, that of the forget gate 1
 */
public record LibraryStart(Framework as, long seed) {
    private static final double KERAS_EMBEDDING = 0.05;

    /** Every parameter by its full name. */
    public Map<String, Matrix> parameters(Network network) {
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        boolean isKeras = as == Framework.KERAS;
        network.embedding().ifPresent(table -> {
            long own = Initialiser.seedOf(seed, Initialiser.EMBEDDING, 0);
            Fill fill = isKeras ? new Fill.Uniform(KERAS_EMBEDDING, own) : new Fill.Normal(1, own);
            parameters.put(Embedding.TABLE, fill.matrix(network.inputs(), table.columns()));
        });
        network.parts().forEach(part -> (isKeras ? fused(part) : uniform(part)).forEach(parameters::putIfAbsent));
        network.readOut().filter(ReadOut::hasWeights).ifPresent(dense -> {
            int width = network.width();
            double limit = 1 / Math.sqrt(width);
            long own = Initialiser.seedOf(seed, Initialiser.READ_OUT, 0);
            Fill weights = isKeras ? new Fill.Glorot(own) : new Fill.Uniform(limit, own);
            Fill bias = isKeras
                    ? new Fill.Constant(0)
                    : new Fill.Uniform(limit, Initialiser.seedOf(seed, Initialiser.READ_OUT, 1));
            parameters.put(ReadOut.WEIGHTS, weights.matrix(width, dense.outputs()));
            if (dense.hasBias()) {
                parameters.put(ReadOut.BIAS, bias.matrix(1, dense.outputs()));
            }
        });
        return network.startingAsDeclared(parameters);
    }

    private Map<String, Matrix> uniform(Part part) {
        Map<String, Matrix> drawn = new LinkedHashMap<>();
        Sizes sizes = part.sizes(1, 1);
        double limit = 1 / Math.sqrt(part.layer().hidden());
        part.layer().cell().parameters().forEach((name, shape) -> {
            long own = Initialiser.seedOf(seed, Initialiser.owner(part), drawn.size());
            drawn.put(
                    part.parameter(name), new Fill.Uniform(limit, own).matrix(sizes.rows(shape), sizes.columns(shape)));
        });
        return drawn;
    }

    /** Matrices whose names have one stem are blocks of one, side by side. */
    private Map<String, Matrix> fused(Part part) {
        Map<String, Matrix> drawn = new LinkedHashMap<>();
        Map<String, List<String>> kernels = new LinkedHashMap<>();
        Map<String, Shape> shapes = part.layer().cell().parameters();
        Sizes sizes = part.sizes(1, 1);
        shapes.forEach((name, shape) -> {
            ParameterName own = ParameterName.of(name);
            if (shape.rows().equals(Extent.ONE)) {
                double value = own.equals(ParameterName.FORGET_BIAS) ? 1 : 0;
                drawn.put(part.parameter(name), Matrix.filled(1, sizes.columns(shape), value));
            } else {
                kernels.computeIfAbsent(own.stem() + " " + shape.rows(), stem -> new ArrayList<>())
                        .add(name);
            }
        });
        int index = 0;
        for (List<String> blocks : kernels.values()) {
            Shape first = Objects.requireNonNull(shapes.get(blocks.getFirst()));
            int rows = sizes.rows(first);
            int columns = sizes.columns(first);
            long own = Initialiser.seedOf(seed, Initialiser.owner(part), index);
            Fill fill = first.rows().equals(Extent.D) ? new Fill.Glorot(own) : new Fill.Orthogonal(own);
            Matrix kernel = fill.matrix(rows, columns * blocks.size());
            for (int i = 0; i < blocks.size(); i++) {
                int from = i * columns;
                drawn.put(
                        part.parameter(blocks.get(i)),
                        kernel.rearranged(rows, row -> row, columns, column -> column + from));
            }
            index++;
        }
        return drawn;
    }
}
