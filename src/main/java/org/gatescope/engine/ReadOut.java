package org.gatescope.engine;

/**
 * A dense layer on the output of the top layer: {@code y = activation(h @ W + b)}.
 *
 * @param outputs   K
 * @param everyStep false for the last step of each sequence alone: in both directions, the last one that each computes
 */
public record ReadOut(int outputs, boolean everyStep, Activation activation) {
    /** What the names of its quantities and parameters begin with, as those of a layer do with its direction. */
    public static final String KEY = "dense";

    /** Names of its parameters. */
    public static final String WEIGHTS = KEY + ".W";

    public static final String BIAS = KEY + ".b";

    /** The same with K outputs. */
    public ReadOut withOutputs(int changed) {
        return new ReadOut(changed, everyStep, activation);
    }

    /** From logits to outputs. */
    public enum Activation {
        IDENTITY,
        SIGMOID,
        SOFTMAX
    }
}
