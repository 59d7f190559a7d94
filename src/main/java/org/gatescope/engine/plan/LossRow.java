package org.gatescope.engine.plan;

import org.gatescope.engine.Loss;
import org.gatescope.engine.ReadOut.Activation;

/** Output, loss and gradient of one step of one sequence, from its logits; stable for logits of any size. */
public final class LossRow {
    private LossRow() {}

    /** Outputs from logits. */
    public static void activate(Activation activation, double[] logits, double[] outputs, int from, int count) {
        switch (activation) {
            case IDENTITY -> System.arraycopy(logits, from, outputs, from, count);
            case SIGMOID -> {
                for (int k = from; k < from + count; k++) {
                    outputs[k] = 1 / (1 + Math.exp(-logits[k]));
                }
            }
            case SOFTMAX -> {
                double shift = logSumExp(logits, from, count);
                for (int k = from; k < from + count; k++) {
                    outputs[k] = Math.exp(logits[k] - shift);
                }
            }
        }
    }

    /** The loss of one row, before it is averaged over rows. */
    public static double loss(
            Loss.Kind kind, double[] logits, double[] outputs, double[] targets, int from, int count) {
        double sum = 0;
        double shift = kind == Loss.Kind.CATEGORICAL_CROSS_ENTROPY ? logSumExp(logits, from, count) : 0;
        for (int k = from; k < from + count; k++) {
            double target = targets[k];
            sum += switch (kind) {
                case MEAN_SQUARED -> (outputs[k] - target) * (outputs[k] - target) / count;
                // softplus(z) − z · target, Goodfellow et al. 2016, section 6.2.2.2
                case BINARY_CROSS_ENTROPY ->
                    (Math.max(logits[k], 0) + Math.log1p(Math.exp(-Math.abs(logits[k]))) - logits[k] * target) / count;
                case CATEGORICAL_CROSS_ENTROPY -> target == 0 ? 0 : target * (shift - logits[k]);
            };
        }
        return sum;
    }

    /** The gradient of {@link #loss} with respect to the logits, times a weight. */
    static void gradient(
            Loss.Kind kind,
            Activation activation,
            double[] outputs,
            double[] targets,
            double weight,
            double[] gradient,
            int from,
            int count) {
        double total = 0;
        for (int k = from; k < from + count; k++) {
            total += targets[k];
        }
        for (int k = from; k < from + count; k++) {
            gradient[k] = weight
                    * switch (kind) {
                        case MEAN_SQUARED -> 2 * (outputs[k] - targets[k]) / count;
                        case BINARY_CROSS_ENTROPY -> (outputs[k] - targets[k]) / count;
                        case CATEGORICAL_CROSS_ENTROPY -> outputs[k] * total - targets[k];
                    };
        }
        if (kind == Loss.Kind.MEAN_SQUARED) {
            throughActivation(activation, outputs, gradient, from, count);
        }
    }

    private static void throughActivation(
            Activation activation, double[] outputs, double[] gradient, int from, int count) {
        switch (activation) {
            case IDENTITY -> {}
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

    private static double logSumExp(double[] logits, int from, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = from; k < from + count; k++) {
            largest = Math.max(largest, logits[k]);
        }
        if (Double.isInfinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (int k = from; k < from + count; k++) {
            sum += Math.exp(logits[k] - largest);
        }
        return largest + Math.log(sum);
    }
}
