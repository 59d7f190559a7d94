package org.gatescope.engine;

import java.util.Map;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Shape;
import org.jspecify.annotations.Nullable;

/**
 * All numbers that go into a run of one layer. Tables over time are time-major: row {@code t * N + n}.
 *
 * @param parameters   by name, of the shapes that the cell gives them; vectors are one row
 * @param input        x, (T·N, D)
 * @param initialState every state before the first step, (N, H)
 * @param upstream     gradient of the loss with respect to the output of each step, (T·N, H)
 * @param finalState   gradient of the loss with respect to every state after the last step, (N, H)
 */
public record LayerInputs(
        Map<String, Matrix> parameters,
        Matrix input,
        Map<String, Matrix> initialState,
        Matrix upstream,
        Map<String, Matrix> finalState) {
    public LayerInputs {
        parameters = Map.copyOf(parameters);
        initialState = Map.copyOf(initialState);
        finalState = Map.copyOf(finalState);
    }

    /** The same with other parameters, by name. */
    public LayerInputs withParameters(Map<String, Matrix> changed) {
        return new LayerInputs(changed, input, initialState, upstream, finalState);
    }

    /** The same with another input, (T·N, D). */
    public LayerInputs withInput(Matrix changed) {
        return new LayerInputs(parameters, changed, initialState, upstream, finalState);
    }

    /** The same with other initial states, (N, H) each. */
    public LayerInputs withInitialState(Map<String, Matrix> changed) {
        return new LayerInputs(parameters, input, changed, upstream, finalState);
    }

    /** The same with another upstream gradient, (T·N, H). */
    public LayerInputs withUpstream(Matrix changed) {
        return new LayerInputs(parameters, input, initialState, changed, finalState);
    }

    /** The same with other gradients of the final states, (N, H) each. */
    public LayerInputs withFinalState(Map<String, Matrix> changed) {
        return new LayerInputs(parameters, input, initialState, upstream, changed);
    }

    /** @throws IllegalArgumentException that names the first table of a shape other than the cell and the sizes ask for */
    public void check(Cell cell, Sizes sizes) {
        for (Map.Entry<String, Shape> parameter : cell.parameters().entrySet()) {
            Shape shape = parameter.getValue();
            require(parameter.getKey(), parameters.get(parameter.getKey()), sizes.rows(shape), sizes.columns(shape));
        }
        require(Cell.INPUT, input, sizes.timeRows(), sizes.inputs());
        require("upstream", upstream, sizes.timeRows(), sizes.of(cell.outputWidth()));
        for (String state : cell.states()) {
            int width = sizes.of(cell.widthOf(state));
            require("initial " + state, initialState.get(state), sizes.batch(), width);
            require("final gradient of " + state, finalState.get(state), sizes.batch(), width);
        }
    }

    static void require(String name, @Nullable Matrix matrix, int rows, int columns) {
        if (matrix == null) {
            throw new IllegalArgumentException(name + " is missing; expected " + rows + " × " + columns);
        }
        boolean empty = rows == 0 && matrix.rows() == 0;
        if (!empty && (matrix.rows() != rows || matrix.columns() != columns)) {
            throw new IllegalArgumentException(
                    name + " is " + matrix.rows() + " × " + matrix.columns() + "; expected " + rows + " × " + columns);
        }
    }
}
