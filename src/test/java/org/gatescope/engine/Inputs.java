package org.gatescope.engine;

import java.util.HashMap;
import java.util.Map;
import org.gatescope.cell.Cell;

/** Numbers of the right sizes for a cell. */
public final class Inputs {
    private Inputs() {}

    public static LayerInputs zeros(Cell cell, Sizes sizes) {
        LayerInputs none = new LayerInputs(
                Map.of(),
                Matrix.zeros(sizes.timeRows(), sizes.inputs()),
                Map.of(),
                Matrix.zeros(sizes.timeRows(), sizes.of(cell.outputWidth())),
                Map.of());
        return fitted(none, cell, sizes);
    }

    /** What fits of the parameters and states; zeros for the rest. */
    public static LayerInputs fitted(LayerInputs inputs, Cell cell, Sizes sizes) {
        Map<String, Matrix> parameters = new HashMap<>();
        cell.parameters().forEach((name, shape) -> {
            Matrix old = inputs.parameters().getOrDefault(name, Matrix.zeros(0, 0));
            parameters.put(name, old.resized(sizes.rows(shape), sizes.columns(shape)));
        });
        return inputs.withParameters(parameters)
                .withInitialState(states(inputs.initialState(), cell, sizes))
                .withFinalState(states(inputs.finalState(), cell, sizes));
    }

    private static Map<String, Matrix> states(Map<String, Matrix> old, Cell cell, Sizes sizes) {
        Map<String, Matrix> states = new HashMap<>();
        for (String state : cell.states()) {
            states.put(
                    state,
                    old.getOrDefault(state, Matrix.zeros(0, 0)).resized(sizes.batch(), sizes.of(cell.widthOf(state))));
        }
        return states;
    }
}
