package org.gatescope.format.export;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network.Part;
import org.gatescope.format.tensor.NpyArray;

/**
 * Parameters of one direction of a layer, gates side by side in some order.
 *
 * @param parameters by full name
 */
record Gates(Part part, Map<String, Matrix> parameters, List<String> order) {

    /** The tables of the input, (D, gates · H). */
    NpyArray inputs() {
        return TableArrays.beside(order.stream().map(gate -> of("Wx", gate)).toList());
    }

    /** The recurrent tables, (H, gates · H). */
    NpyArray recurrent() {
        return TableArrays.beside(order.stream().map(gate -> of("Wh", gate)).toList());
    }

    /** The biases, (gates · H). */
    double[] biases() {
        return row(gate -> of("b", gate));
    }

    /**
     * What is added after the product with the state, (gates · H): zeros but for the one recurrent bias that a GRU has.
     * They are negative zeros beside biases that are, so that the sum keeps every bit.
     */
    double[] recurrentBiases() {
        return row(gate -> {
            Matrix own = parameters.get(part.parameter("bh." + gate));
            return own != null ? own : of("b", gate).map(bias -> 1 / bias == Double.NEGATIVE_INFINITY ? -0.0 : 0.0);
        });
    }

    private double[] row(Function<String, Matrix> bias) {
        return order.stream()
                .flatMapToDouble(gate -> Arrays.stream(bias.apply(gate).toArray()[0]))
                .toArray();
    }

    private Matrix of(String kind, String gate) {
        return Objects.requireNonNull(parameters.get(part.parameter(kind + "." + gate)));
    }
}
