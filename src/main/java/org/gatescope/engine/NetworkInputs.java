package org.gatescope.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All numbers that go into a run of a network. Tables over time are time-major: row {@code t * N + n}. Names of
 * parameters and states begin with their layer and direction: {@code 0.forward.Wx.i}, {@code 1.backward.h}.
 *
 * @param input        (T·N, D)
 * @param mask         steps of each sequence, from 0 to T, and which of them are skipped
 * @param dropout      what the numbers that layers read are multiplied by
 * @param truncation   of backpropagation through time
 * @param initialState every state before the first step, (N, its width)
 * @param upstream     gradient of the loss with respect to the top layer's output, (T·N, width); added to what comes from
 *                     a read-out
 * @param finalState   gradient of the loss with respect to every state after the last step, (N, its width)
 * @param goal         what the read-out should put out; empty where there is no read-out
 */
public record NetworkInputs(
        Map<String, Matrix> parameters,
        Matrix input,
        StepMask mask,
        DropoutMasks dropout,
        Truncation truncation,
        Map<String, Matrix> initialState,
        Matrix upstream,
        Map<String, Matrix> finalState,
        Optional<Goal> goal) {
    public NetworkInputs {
        parameters = Map.copyOf(parameters);
        initialState = Map.copyOf(initialState);
        finalState = Map.copyOf(finalState);
    }

    /** Layers read all that there is. */
    public NetworkInputs(
            Map<String, Matrix> parameters,
            Matrix input,
            StepMask mask,
            Truncation truncation,
            Map<String, Matrix> initialState,
            Matrix upstream,
            Map<String, Matrix> finalState,
            Optional<Goal> goal) {
        this(parameters, input, mask, DropoutMasks.NONE, truncation, initialState, upstream, finalState, goal);
    }

    /** No step is skipped. */
    public NetworkInputs(
            Map<String, Matrix> parameters,
            Matrix input,
            List<Integer> lengths,
            Truncation truncation,
            Map<String, Matrix> initialState,
            Matrix upstream,
            Map<String, Matrix> finalState,
            Optional<Goal> goal) {
        this(parameters, input, new StepMask(lengths), truncation, initialState, upstream, finalState, goal);
    }

    /** No step is skipped, and time is divided into chunks. @param chunk steps of each; 0 for one that holds all */
    public NetworkInputs(
            Map<String, Matrix> parameters,
            Matrix input,
            List<Integer> lengths,
            int chunk,
            Map<String, Matrix> initialState,
            Matrix upstream,
            Map<String, Matrix> finalState,
            Optional<Goal> goal) {
        this(parameters, input, lengths, Truncation.chunks(chunk), initialState, upstream, finalState, goal);
    }

    /** Steps of each sequence, those that are skipped included. */
    public List<Integer> lengths() {
        return mask.lengths();
    }

    /** N. */
    public int batch() {
        return lengths().size();
    }

    /** @throws IllegalArgumentException that names the first table of a shape other than the network asks for */
    public void check(Network network, int steps) {
        int rows = Math.multiplyExact(steps, batch());
        network.parameters().forEach((name, size) -> LayerInputs.require(name, parameters.get(name), size[0], size[1]));
        LayerInputs.require("input", input, rows, network.inputs());
        LayerInputs.require("upstream", upstream, rows, network.width());
        for (Network.Part part : network.parts()) {
            for (String state : part.layer().cell().states()) {
                String name = part.state(state);
                int width = part.layer().width(state);
                LayerInputs.require("initial " + name, initialState.get(name), batch(), width);
                LayerInputs.require("final gradient of " + name, finalState.get(name), batch(), width);
            }
        }
        for (int length : lengths()) {
            if (length < 0 || length > steps) {
                throw new IllegalArgumentException("a sequence of " + length + " steps; there are " + steps);
            }
        }
        dropout.check(network, batch(), steps);
        network.readOut()
                .ifPresent(readOut -> goal.ifPresent(wanted -> {
                    int rowsReadOut = readOut.everyStep() ? rows : batch();
                    LayerInputs.require("targets", wanted.targets(), rowsReadOut, readOut.outputs());
                    LayerInputs.require("weights of the loss", wanted.weights(), rowsReadOut, 1);
                }));
    }

    /** The same with another input, (T·N, D). */
    public NetworkInputs withInput(Matrix changed) {
        return new NetworkInputs(
                parameters, changed, mask, dropout, truncation, initialState, upstream, finalState, goal);
    }

    /** The same with other lengths, one for each sequence, in steps. */
    public NetworkInputs withLengths(List<Integer> changed) {
        return new NetworkInputs(
                parameters,
                input,
                mask.withLengths(changed),
                dropout,
                truncation,
                initialState,
                upstream,
                finalState,
                goal);
    }

    /** The same with other lengths and other steps that are skipped. */
    public NetworkInputs withMask(StepMask changed) {
        return new NetworkInputs(
                parameters, input, changed, dropout, truncation, initialState, upstream, finalState, goal);
    }

    /** The same with other numbers dropped. */
    public NetworkInputs withDropout(DropoutMasks changed) {
        return new NetworkInputs(
                parameters, input, mask, changed, truncation, initialState, upstream, finalState, goal);
    }

    /** The same with backpropagation truncated otherwise. */
    public NetworkInputs withTruncation(Truncation changed) {
        return new NetworkInputs(parameters, input, mask, dropout, changed, initialState, upstream, finalState, goal);
    }

    /** The same with another upstream gradient, added to what the loss sends back. */
    public NetworkInputs withUpstream(Matrix changed) {
        return new NetworkInputs(parameters, input, mask, dropout, truncation, initialState, changed, finalState, goal);
    }

    /** The same with other gradients of the final states, (N, H) each. */
    public NetworkInputs withFinalState(Map<String, Matrix> changed) {
        return new NetworkInputs(parameters, input, mask, dropout, truncation, initialState, upstream, changed, goal);
    }

    /** The same with another goal; empty for no loss. */
    public NetworkInputs withGoal(Optional<Goal> changed) {
        return new NetworkInputs(
                parameters, input, mask, dropout, truncation, initialState, upstream, finalState, changed);
    }

    /** The same with other parameters, by key. */
    public NetworkInputs withParameters(Map<String, Matrix> changed) {
        return new NetworkInputs(changed, input, mask, dropout, truncation, initialState, upstream, finalState, goal);
    }

    /** The same with other initial states, (N, H) each. */
    public NetworkInputs withInitialState(Map<String, Matrix> changed) {
        return new NetworkInputs(parameters, input, mask, dropout, truncation, changed, upstream, finalState, goal);
    }

    /**
     * @param targets (T·N, K), or (N, K) where only the last step is read out
     * @param weights of each row of the targets in the loss, one column: 1 where it counts, 0 where not
     * @param tests   sequences that are not trained on; their rows have no weight in the loss
     */
    public record Goal(Loss loss, Matrix targets, Matrix weights, Optional<Tests> tests) {
        /** All sequences are trained on. */
        public Goal(Loss loss, Matrix targets, Matrix weights) {
            this(loss, targets, weights, Optional.empty());
        }

        /** What the sum of the loss over rows is divided by. @param batch N, those that are not trained on included */
        public double divisor(int batch) {
            return loss.average()
                    .divisor(weights, batch - tests.map(Tests::sequences).orElse(0));
        }

        /** True for a row whose target is trained on or measured. */
        public boolean counts(int row) {
            return weights.get(row, 0) != 0
                    || tests.isPresent() && tests.get().weights().get(row, 0) != 0;
        }
    }

    /**
     * What is measured and not trained on.
     *
     * @param weights   of each row of the targets in the loss of these sequences, one column
     * @param sequences how many there are
     */
    public record Tests(Matrix weights, int sequences) {}
}
