package org.gatescope.engine.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
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
 * How all parameters of a network start. Each has a seed of its own, which follows from the one seed and the parameter's
 * place: a layer, a direction, an embedding or a read-out that is added changes none of the others. A parameter of which
 * the cell declares the start has that.
 *
 * @param input      of matrices that multiply what a layer reads
 * @param recurrent  of matrices that multiply a state
 * @param readOut    of the read-out's weights and the embedding
 * @param bias       every number of {@code b}, {@code b.GATE} and {@code bh.GATE}; other vectors are 0
 * @param forgetBias the same of {@code b.f} (Jozefowicz et al. 2015 recommend 1)
 */
public record Initialiser(
        Distribution input, Distribution recurrent, Distribution readOut, double bias, double forgetBias, long seed) {

    static final int EMBEDDING = 0;
    static final int READ_OUT = 1;
    private static final int FIRST_LAYER = 2;

    /** What numbers are drawn from. Fan-in is a matrix's rows, fan-out its columns. */
    public enum Kind {
        /** Normal with standard deviation scale. */
        NORMAL,
        /** Uniform within ±scale. */
        UNIFORM,
        /** Uniform within ±scale · √(6 / (fan-in + fan-out)) (Glorot and Bengio 2010, equation 16). */
        GLOROT,
        /** Normal with standard deviation scale · √(2 / fan-in) (He et al. 2015, equation 10). */
        HE,
        /** Orthonormal rows or columns, times scale (Saxe et al. 2014). */
        ORTHOGONAL,
        /** Normal, divided so that the spectral radius is scale (Jaeger 2001). */
        SPECTRAL_RADIUS,
        /** The identity times scale (Le, Jaitly and Hinton 2015). */
        IDENTITY,
        /** Every number is scale. */
        CONSTANT
    }

    /** A kind with its scale. */
    public record Distribution(Kind kind, double scale) {
        Matrix matrix(int rows, int columns, long seed) {
            Fill fill = switch (kind) {
                case NORMAL -> new Fill.Normal(scale, seed);
                case UNIFORM -> new Fill.Uniform(scale, seed);
                case GLOROT -> new Fill.Glorot(seed);
                case HE -> new Fill.He(seed);
                case ORTHOGONAL -> new Fill.Orthogonal(seed);
                case SPECTRAL_RADIUS -> new Fill.SpectralRadius(scale, seed);
                case IDENTITY -> new Fill.Identity();
                case CONSTANT -> new Fill.Constant(scale);
            };
            boolean isScaled = scale == 1
                    || switch (kind) {
                        case NORMAL, UNIFORM, CONSTANT, SPECTRAL_RADIUS -> true;
                        case GLOROT, HE, ORTHOGONAL, IDENTITY -> false;
                    };
            Matrix matrix = fill.matrix(rows, columns);
            return isScaled ? matrix : matrix.map(value -> value * scale);
        }
    }

    /** Every parameter by its full name. */
    public Map<String, Matrix> parameters(Network network) {
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        network.embedding()
                .ifPresent(table -> parameters.put(
                        Embedding.TABLE,
                        readOut.matrix(network.inputs(), table.columns(), seedOf(seed, EMBEDDING, 0))));
        network.parts().forEach(part -> put(part, parameters));
        network.readOut().filter(ReadOut::hasWeights).ifPresent(dense -> {
            Matrix weights = readOut.matrix(network.width(), dense.outputs(), seedOf(seed, READ_OUT, 0));
            parameters.put(ReadOut.WEIGHTS, weights);
            if (dense.hasBias()) {
                parameters.put(ReadOut.BIAS, Matrix.filled(1, dense.outputs(), bias));
            }
        });
        return network.startingAsDeclared(parameters);
    }

    private void put(Part part, Map<String, Matrix> to) {
        Sizes sizes = part.sizes(1, 1);
        int owner = owner(part);
        int index = 0;
        for (Map.Entry<String, Shape> parameter :
                part.layer().cell().parameters().entrySet()) {
            Shape shape = parameter.getValue();
            Matrix start = shape.rows().equals(Extent.ONE)
                    ? Matrix.filled(1, sizes.columns(shape), vector(parameter.getKey()))
                    : (shape.rows().equals(Extent.D) ? input : recurrent)
                            .matrix(sizes.rows(shape), sizes.columns(shape), seedOf(seed, owner, index));
            to.putIfAbsent(part.parameter(parameter.getKey()), start); // tied directions share theirs
            index++;
        }
    }

    /** A layer's direction among the owners of seeds. */
    static int owner(Part part) {
        return FIRST_LAYER + 2 * part.index() + (part.reversed() ? 1 : 0);
    }

    private double vector(String name) {
        ParameterName parameter = ParameterName.of(name);
        if (parameter.equals(ParameterName.FORGET_BIAS)) {
            return forgetBias;
        }
        return parameter.isBias() ? bias : 0;
    }

    /**
     * SplitMix64 (Steele, Lea and Flood 2014) maps no two places to one seed.
     *
     * @param owner embedding, read-out, or a layer's direction
     * @param index among its parameters
     */
    static long seedOf(long seed, int owner, int index) {
        long place = ((long) owner << Integer.SIZE) + index;
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + place).nextLong();
    }
}
