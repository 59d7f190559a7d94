package org.gatescope.engine;

import org.gatescope.cell.Expression;
import org.gatescope.cell.Rewriting;
import org.gatescope.cell.RowOperation;

/**
 * What is read out of the output of the top layer and held against targets: a dense layer on it,
 * {@code y = activation(h @ W + b)}, or the states themselves.
 *
 * @param outputs   K; of the states themselves as many as they are, which {@link Network} sees to
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

    /** False where the states are read out as they are: then it has no parameters. */
    public boolean hasWeights() {
        return activation != Activation.STATES;
    }

    /** For a top layer of this width. */
    ReadOut on(int width) {
        return hasWeights() || outputs == width ? this : withOutputs(width);
    }

    /**
     * What makes the outputs: as expressions, which are shown, stepped and opened, and as numbers, which the engine computes.
     * To add one is to add a constant, its cases in {@code forward} and {@code backward}, and its name in the texts.
     */
    public enum Activation {
        /** None, and no weights either: the states of the top layer are what is held against the targets. */
        STATES("h", "d.y"),
        /** The logits. */
        IDENTITY("z", "d.y"),
        SIGMOID("sigmoid(z)", "d.y * y * (1 - y)"),
        /** Shares of classes, which sum to 1. */
        SOFTMAX("softmax(z)", "softmax_backward(d.y, y)");

        private final Expression output;
        private final Expression gradient;

        /**
         * @param output   in logits z, or states h
         * @param gradient with respect to the logits, of that with respect to the outputs, d.y, and the outputs
         */
        Activation(String output, String gradient) {
            this.output = Expression.read(output);
            this.gradient = Expression.read(gradient);
        }

        /** True for outputs from 0 to 1. */
        public boolean isShare() {
            return this == SIGMOID || this == SOFTMAX;
        }

        Expression output() {
            return output;
        }

        /** The chain rule. @param ofOutput gradient with respect to the outputs */
        Expression gradient(Expression ofOutput) {
            return Rewriting.each(gradient, node -> node.equals(ReadOutEquations.OUTPUT_GRADIENT) ? ofOutput : node);
        }

        /** Outputs of one row from its logits; stable for logits of any size. @param from where the row begins */
        public void forward(double[] logits, double[] outputs, int from, int count) {
            switch (this) {
                case STATES, IDENTITY -> System.arraycopy(logits, from, outputs, from, count);
                case SIGMOID -> {
                    for (int k = from; k < from + count; k++) {
                        outputs[k] = 1 / (1 + Math.exp(-logits[k]));
                    }
                }
                case SOFTMAX -> {
                    double shift = RowOperation.logSumExp(logits, from, count);
                    for (int k = from; k < from + count; k++) {
                        outputs[k] = Math.exp(logits[k] - shift);
                    }
                }
            }
        }

        /** Turns the gradient of a row with respect to outputs into that with respect to logits, in its place. */
        void backward(double[] outputs, double[] gradient, int from, int count) {
            switch (this) {
                case STATES, IDENTITY -> {}
                case SIGMOID -> {
                    for (int k = from; k < from + count; k++) {
                        gradient[k] *= outputs[k] * (1 - outputs[k]);
                    }
                }
                case SOFTMAX -> {
                    double mixed = 0;
                    for (int k = from; k < from + count; k++) {
                        mixed += gradient[k] * outputs[k];
                    }
                    for (int k = from; k < from + count; k++) {
                        gradient[k] = outputs[k] * (gradient[k] - mixed);
                    }
                }
            }
        }
    }
}
