package org.gatescope.engine;

import java.util.Map;

/**
 * What a forward pass alone gives.
 *
 * @param output      of the top layer, (T, N, width)
 * @param finalStates every state after the last step that its direction computes, (N, H), by full name
 * @param loss        averaged; 0 without a read-out or a goal
 */
public record NetworkOutcome(Series output, Map<String, Matrix> finalStates, double loss) {
    public NetworkOutcome {
        finalStates = Map.copyOf(finalStates);
    }
}
