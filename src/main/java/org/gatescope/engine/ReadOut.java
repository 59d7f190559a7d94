package org.gatescope.engine;

/**
 * A dense layer on the output of the top layer: {@code y = activation(h @ W + b)}.
 *
 * @param outputs   K
 * @param everyStep false for the last step of each sequence alone: in both directions, the last one that each computes
 */
public record ReadOut(int outputs, boolean everyStep, Activation activation) {
    /** Names of its parameters. */
    public static final String WEIGHTS = "dense.W";

    public static final String BIAS = "dense.b";

    /** From logits to outputs. */
    public enum Activation {
        IDENTITY,
        SIGMOID,
        SOFTMAX
    }
}
