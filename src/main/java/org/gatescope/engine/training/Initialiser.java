package org.gatescope.engine.training;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.gatescope.cell.Extent;
import org.gatescope.cell.Shape;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;

/**
 * How all parameters of a network start. Each has a seed of its own, which follows from the one seed and the parameter's
 * full name: a layer that is added changes none of the others.
 *
 * @param input      of matrices that multiply what a layer reads
 * @param recurrent  of matrices that multiply a state
 * @param readOut    of the read-out's weights and the embedding
 * @param bias       every number of {@code b}, {@code b.GATE} and {@code bh.GATE}; other vectors are 0
 * @param forgetBias the same of {@code b.f} (Jozefowicz et al. 2015 recommend 1)
 */
public record Initialiser(
        Distribution input, Distribution recurrent, Distribution readOut, double bias, double forgetBias, long seed) {

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
                case IDENTITY -> new Fill.Identity();
                case CONSTANT -> new Fill.Constant(scale);
            };
            boolean isScaled = kind == Kind.NORMAL || kind == Kind.UNIFORM || kind == Kind.CONSTANT || scale == 1;
            Matrix matrix = fill.matrix(rows, columns);
            return isScaled ? matrix : matrix.map(value -> value * scale);
        }
    }

    /** Every parameter by its full name. */
    public Map<String, Matrix> parameters(Network network) {
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        network.parameters().forEach((name, size) -> {
            if (name.equals(ReadOut.WEIGHTS) || name.equals(Embedding.TABLE)) {
                parameters.put(name, readOut.matrix(size[0], size[1], seedOf(name)));
            } else if (name.equals(ReadOut.BIAS)) {
                parameters.put(name, Matrix.filled(1, size[1], bias));
            }
        });
        network.parts().forEach(part -> put(part, network.parameters(), parameters));
        return parameters;
    }

    private void put(Part part, Map<String, int[]> sizes, Map<String, Matrix> to) {
        for (Map.Entry<String, Shape> parameter :
                part.layer().cell().parameters().entrySet()) {
            String name = part.parameterKey() + "." + parameter.getKey();
            int[] size = sizes.getOrDefault(name, new int[2]);
            Shape shape = parameter.getValue();
            to.put(
                    name,
                    shape.rows() == Extent.ONE
                            ? Matrix.filled(1, size[1], vector(parameter.getKey()))
                            : (shape.rows() == Extent.D ? input : recurrent).matrix(size[0], size[1], seedOf(name)));
        }
    }

    private double vector(String name) {
        if (name.equals("b.f")) {
            return forgetBias;
        }
        return name.matches("b|bh?\\..+") ? bias : 0;
    }

    /** FNV-1a over the name (Fowler, Noll and Vo), mixed with the seed. */
    private long seedOf(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte part : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (part & 0xff)) * 0x100000001b3L;
        }
        return new SplittableRandom(seed ^ hash).nextLong();
    }
}
