package org.gatescope.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a run of a network computed.
 *
 * @param parts              each layer's in each direction, by {@link Network.Part#key}
 * @param output             of the top layer, (T, N, width)
 * @param inputGradient      of the loss with respect to the network's input, (T, N, D)
 * @param readOut            empty where there is none
 * @param parameterGradients by full name
 */
public record NetworkTrace(
        Map<String, Trace> parts,
        Series output,
        Series inputGradient,
        Optional<ReadOutTrace> readOut,
        Map<String, Matrix> parameterGradients) {

    /**
     * What the read-out computed. Of the last step alone, T is 1. Where the states are read out as they are, logits are
     * these.
     *
     * @param logits   (T, N, K)
     * @param outputs  (T, N, K)
     * @param losses   of each row before averaging, (T, N, 1)
     * @param gradient of the loss with respect to the logits, (T, N, K)
     * @param stateGradient what goes back to the top layer's output, (T, N, width)
     * @param loss     averaged
     */
    public record ReadOutTrace(
            Series logits, Series outputs, Series losses, Series gradient, Series stateGradient, double loss) {}

    /** @throws IllegalArgumentException if the network has no such part */
    public Trace part(String key) {
        Trace trace = parts.get(key);
        if (trace == null) {
            throw new IllegalArgumentException("no part " + key + "; there are " + parts.keySet());
        }
        return trace;
    }

    /** @throws IllegalArgumentException if the network has no such parameter */
    public Matrix parameterGradient(String name) {
        Matrix gradient = parameterGradients.get(name);
        if (gradient == null) {
            throw new IllegalArgumentException("no parameter " + name + "; there are " + parameterGradients.keySet());
        }
        return gradient;
    }

    /** Every state after the last step that its direction computes, by full name: what a stateful run goes on from. */
    public Map<String, Matrix> finalStates() {
        Map<String, Matrix> states = new LinkedHashMap<>();
        parts.forEach((key, trace) ->
                trace.finalStates().forEach((state, table) -> states.put(new FullName(key, state).text(), table)));
        return states;
    }

    /** The Euclidean norm of all parameters' gradients together. */
    public double gradientNorm() {
        double sum = 0;
        for (Matrix gradient : parameterGradients.values()) {
            sum += gradient.sumOfSquares();
        }
        return Math.sqrt(sum);
    }
}
