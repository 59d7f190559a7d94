package org.gatescope.format.weights;

import java.util.Optional;
import org.gatescope.engine.ReadOut;
import org.gatescope.format.found.Block;
import org.gatescope.format.found.StoredParameter;
import org.gatescope.format.tensor.NamedTensor;

/**
 * A dense layer that stands beside a recurrent network.
 *
 * @param weight       (K, width) as PyTorch has it, or (width, K) as Keras does
 * @param bias         (K); a layer without one has zeros
 * @param isTransposed whether it is as PyTorch's
 */
public record DenseTables(NamedTensor weight, Optional<NamedTensor> bias, boolean isTransposed) {
    /** K. */
    public int outputs() {
        return weight.dimensions().size(isTransposed ? 0 : 1);
    }

    /** Columns of what it reads. */
    int width() {
        return weight.dimensions().size(isTransposed ? 1 : 0);
    }

    /** {@link ReadOut#WEIGHTS}. */
    StoredParameter weights() {
        return new StoredParameter(
                width(), outputs(), isTransposed ? Block.transposed(weight, 0) : Block.at(weight, 0, 0));
    }

    /** {@link ReadOut#BIAS}. */
    StoredParameter biases() {
        StoredParameter zeros = new StoredParameter(1, outputs());
        return bias.map(tensor -> zeros.plus(Block.row(tensor, 0))).orElse(zeros);
    }
}
