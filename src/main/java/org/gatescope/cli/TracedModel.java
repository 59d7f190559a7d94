package org.gatescope.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.format.tensor.NpyArray;

/**
 * A network with its parameters, ready to be run.
 *
 * @param parameters by full name
 * @param named      parameter gradients under the names and in the layout of the file that the parameters came from
 * @param notes      on how that file was understood, as the window shows them
 */
record TracedModel(
        Network network,
        Map<String, Matrix> parameters,
        Function<NetworkTrace, Map<String, NpyArray>> named,
        List<String> notes) {
    /** Of no file. */
    TracedModel(Network network, Map<String, Matrix> parameters) {
        this(network, parameters, trace -> Map.of(), List.of());
    }
}
