package org.gatescope.session;

import java.util.List;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;

/**
 * Where the numbers of a session come from.
 *
 * @param inputs  one for each of the D; empty where nothing is known
 * @param outputs one for each of the K; empty where nothing is known
 */
public record Features(List<Feature> inputs, List<Feature> outputs) {
    /** Nothing is known. */
    public static final Features NONE = new Features(List.of(), List.of());

    public Features {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** What of it a network has use for: inputs or outputs of another number are others. */
    Features of(Network network) {
        int read = network.readOut().map(ReadOut::outputs).orElse(0);
        boolean fit = fits(inputs, network.inputs()) && fits(outputs, read);
        return fit
                ? this
                : new Features(
                        fits(inputs, network.inputs()) ? inputs : List.of(), fits(outputs, read) ? outputs : List.of());
    }

    private static boolean fits(List<Feature> features, int count) {
        return features.isEmpty() || features.size() == count;
    }

    /** What an output is where it comes from. */
    public double originalOutput(int output, double value) {
        return outputs.isEmpty() ? value : outputs.get(output).original(value);
    }

    /** True if outputs are not the same where they come from. */
    public boolean scalesOutputs() {
        return outputs.stream().anyMatch(output -> !output.isPlain());
    }
}
