package org.gatescope.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a run computed: every quantity and the whole gradient of the loss with respect to it, for all times. Nobody
 * writes to it once it is made, unless it is given back to its plan.
 */
public final class Trace {
    private final Sizes sizes;
    private final Map<String, Series> values;
    private final Map<String, Series> gradients;
    private final Map<String, Matrix> parameterGradients;
    private final Map<String, Matrix> initialStateGradients;
    private final Map<String, Matrix> finalStates;
    private final Map<String, Series> arrivals;
    private boolean givenBack;

    /**
     * @param values                by quantity, as {@link #quantities} has them
     * @param gradients             by quantity
     * @param parameterGradients    by parameter
     * @param initialStateGradients by state
     * @param finalStates           by state
     * @param arrivals              by state; none where all arrives that is handed back
     */
    public Trace(
            Sizes sizes,
            Map<String, Series> values,
            Map<String, Series> gradients,
            Map<String, Matrix> parameterGradients,
            Map<String, Matrix> initialStateGradients,
            Map<String, Matrix> finalStates,
            Map<String, Series> arrivals) {
        this.sizes = sizes;
        this.values = values;
        this.gradients = gradients;
        this.parameterGradients = parameterGradients;
        this.initialStateGradients = initialStateGradients;
        this.finalStates = finalStates;
        this.arrivals = arrivals;
    }

    /** The sizes of the run that left this trace. */
    public Sizes sizes() {
        return sizes;
    }

    /** The names of all quantities: x, states before the step (h) and after (h'), lines and pre-activations. */
    public Set<String> quantities() {
        return values.keySet();
    }

    /** A quantity's values. @throws IllegalArgumentException if the cell has no such quantity */
    public Series value(String quantity) {
        return require(values, quantity);
    }

    /**
     * The gradient of the loss with respect to a quantity, all paths summed. That of a state before the step, at t, is
     * what flows back from step t to step t − 1.
     */
    public Series gradient(String quantity) {
        return require(gradients, quantity);
    }

    /**
     * What has arrived at a state after each step from the one that is computed next, where a window truncates
     * backpropagation so that it is not all that was handed back; empty where none does.
     */
    public Optional<Series> arrival(String state) {
        return Optional.ofNullable(arrivals.get(state));
    }

    /** The gradient of the loss with respect to a parameter, all time steps and sequences summed. */
    public Matrix parameterGradient(String parameter) {
        return require(parameterGradients, parameter);
    }

    /** The gradient of the loss with respect to a state before the first step, (N, H). */
    public Matrix initialStateGradient(String state) {
        return require(initialStateGradients, state);
    }

    /** Every state after the last step that is computed, (N, H) each. */
    public Map<String, Matrix> finalStates() {
        return finalStates;
    }

    /** @throws IllegalStateException the second time: its arrays may be another Trace's by then */
    public void giveBack() {
        if (givenBack) {
            throw new IllegalStateException("this trace was given back before");
        }
        givenBack = true;
    }

    private static <V> V require(Map<String, V> map, String name) {
        V found = map.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no quantity " + name + "; there are " + map.keySet());
        }
        return found;
    }
}
