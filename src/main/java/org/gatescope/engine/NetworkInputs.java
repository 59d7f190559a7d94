package org.gatescope.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All numbers that go into a run of a network. Tables over time are time-major: row {@code t * N + n}. Names of
 * parameters and states begin with their layer and direction: {@code 0.forward.Wx.i}, {@code 1.backward.h}.
 *
 * @param input        (T·N, D)
 * @param lengths      steps of each sequence, from 0 to T
 * @param chunk        truncated backpropagation: the gradient is cut every so many steps; 0 for nowhere
 * @param initialState every state before the first step, (N, H)
 * @param upstream     gradient of the loss with respect to the top layer's output, (T·N, width); added to what comes from
 *                     a read-out
 * @param finalState   gradient of the loss with respect to every state after the last step, (N, H)
 * @param goal         what the read-out should put out; empty where there is no read-out
 */
public record NetworkInputs(
        Map<String, Matrix> parameters,
        Matrix input,
        List<Integer> lengths,
        int chunk,
        Map<String, Matrix> initialState,
        Matrix upstream,
        Map<String, Matrix> finalState,
        Optional<Goal> goal) {
    public NetworkInputs {
        parameters = Map.copyOf(parameters);
        lengths = List.copyOf(lengths);
        initialState = Map.copyOf(initialState);
        finalState = Map.copyOf(finalState);
    }

    public NetworkInputs withParameters(Map<String, Matrix> changed) {
        return new NetworkInputs(changed, input, lengths, chunk, initialState, upstream, finalState, goal);
    }

    public NetworkInputs withInput(Matrix changed) {
        return new NetworkInputs(parameters, changed, lengths, chunk, initialState, upstream, finalState, goal);
    }

    public NetworkInputs withInitialState(Map<String, Matrix> changed) {
        return new NetworkInputs(parameters, input, lengths, chunk, changed, upstream, finalState, goal);
    }

    /**
     * @param targets (T·N, K), or (N, K) where only the last step is read out
     * @param weights of each row of the targets in the loss, one column: 1 where it counts, 0 where not
     */
    public record Goal(Loss loss, Matrix targets, Matrix weights) {}
}
