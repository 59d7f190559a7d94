package org.gatescope.engine.training;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gatescope.cell.Extent;
import org.gatescope.cell.ParameterName;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;

/**
 * How a network's parameters are kept by libraries: the blocks of all gates side by side in one tensor, one for what is
 * read ({@code Wx.…}), one for what recurs ({@code Wh.…}), one for the biases.
 */
final class ParameterTensors {
    private final Map<String, String> tensors = new HashMap<>();
    private final Set<String> vectors = new HashSet<>();

    private ParameterTensors() {}

    static ParameterTensors of(Network network) {
        ParameterTensors made = new ParameterTensors();
        network.parts().forEach(made::add);
        made.vectors.add(ReadOut.BIAS);
        return made;
    }

    private void add(Part part) {
        part.layer().cell().states().forEach(state -> vectors.add(part.state(state))); // where they are learnt
        part.layer().cell().parameters().forEach((parameter, shape) -> {
            String name = part.parameter(parameter);
            ParameterName own = ParameterName.of(parameter);
            tensors.putIfAbsent(name, part.parameterKey() + " " + (own.isBias() ? "b" : own.stem()));
            if (shape.rows().equals(Extent.ONE)) {
                vectors.add(name);
            }
        });
    }

    /** The tensor that a parameter is a block of; its own name where it is a tensor by itself. */
    String tensor(String parameter) {
        return tensors.getOrDefault(parameter, parameter);
    }

    /** True for biases, peepholes and the like. */
    boolean isVector(String parameter) {
        return vectors.contains(parameter);
    }
}
