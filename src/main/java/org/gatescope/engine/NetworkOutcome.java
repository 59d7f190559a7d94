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
    /** What a whole run comes to. */
    public static NetworkOutcome of(NetworkTrace trace) {
        double loss = trace.readOut().map(NetworkTrace.ReadOutTrace::loss).orElse(0.0);
        return new NetworkOutcome(trace.output(), trace.finalStates(), loss);
    }
}
