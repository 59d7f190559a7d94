package org.gatescope.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Rewriting;
import org.gatescope.cell.RowOperation;

/**
 * What is read out of the output of the top layer and compared with targets: a dense layer on it, {@code y =
 * activation(h @ W + b)}, or the states themselves.
 *
 * @param outputs   K; for the states themselves, as many as there are, which {@link Network} sees to
 * @param everyStep false for the last step of each sequence alone: in both directions, the last one that each computes
 * @param biased    false for {@code y = activation(h @ W)}
 */
public record ReadOut(int outputs, boolean everyStep, Activation activation, boolean biased) {
    /** What the names of its quantities and parameters begin with, as those of a layer do with its direction. */
    public static final String KEY = "dense";

    /** Its weights, as its equations name them. */
    public static final String W = "W";

    /** Its bias, as its equations name it. */
    public static final String B = "b";

    /** Full name of its weights, (width of the top layer, K). */
    public static final String WEIGHTS = new FullName(KEY, W).text();

    /** Full name of its bias, (K). */
    public static final String BIAS = new FullName(KEY, B).text();

    /** With a bias, where it has weights. */
    public ReadOut(int outputs, boolean everyStep, Activation activation) {
        this(outputs, everyStep, activation, true);
    }

    /** The same with K outputs. */
    public ReadOut withOutputs(int changed) {
        return new ReadOut(changed, everyStep, activation, biased);
    }

    /** The same read out at every step, or at the last one alone. */
    public ReadOut at(boolean every) {
        return new ReadOut(outputs, every, activation, biased);
    }

    /** The same with another activation. */
    public ReadOut with(Activation changed) {
        return new ReadOut(outputs, everyStep, changed, biased);
    }

    /** The same with a bias, or without. */
    public ReadOut biased(boolean on) {
        return new ReadOut(outputs, everyStep, activation, on);
    }

    /** False where the states are read out as they are: then it has no parameters. */
    public boolean hasWeights() {
        return activation != Activation.STATES;
    }

    /** False also where it has no weights. */
    public boolean hasBias() {
        return hasWeights() && biased;
    }

    /** Its parameters, as its equations name them; none where the states are read out as they are. */
    public Set<String> parameters() {
        return new LinkedHashSet<>(hasBias() ? List.of(W, B) : hasWeights() ? List.of(W) : List.of());
    }

    /** For a top layer of this width. */
    ReadOut on(int width) {
        return hasWeights() || outputs == width ? this : withOutputs(width);
    }

    /**
     * What makes the outputs: as expressions, which are shown, stepped and opened, and as numbers, which the engine
     * computes. To add one is to add a constant, its cases in {@code forward}, {@code backward} and {@code isRight},
     * and its name in the texts.
     */
    public enum Activation {
        /** None, and no weights either: the states of the top layer are compared with the targets as they are. */
        STATES("h", "d.y"),
        /** The logits. */
        IDENTITY("z", "d.y"),
        SIGMOID("sigmoid(z)", "d.y * y * (1 - y)"),
        /** Shares of classes, which sum to 1. */
        SOFTMAX("softmax(z)", "softmax_backward(d.y, y)");

        /** How far a value may be from its target and still count as right. */
        private static final double NEAR = 0.1;

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

        /** True if the largest output of a row names its class. */
        public boolean isOfClasses() {
            return this == SOFTMAX;
        }

        /**
         * True for a bit on the right side of one half and for a value near its target; of a share, if it is a number.
         */
        boolean isRight(double target, double output) {
            return switch (this) {
                case SOFTMAX -> !Double.isNaN(output);
                case SIGMOID -> target > 0.5 ? output > 0.5 : output < 0.5;
                case STATES, IDENTITY -> Math.abs(output - target) <= NEAR;
            };
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
