package org.gatescope.engine.training;

import java.util.List;
import org.gatescope.engine.Matrix;

/**
 * How parameters are updated by their gradients. The formulas are PyTorch's. What an optimizer remembers of a
 * parameter, its slots, are matrices of the parameter's size.
 */
public sealed interface Optimizer {

    /** One parameter after an update, with what is remembered for the next. */
    record Updated(Matrix parameter, List<Matrix> slots) {}

    /**
     * @param gradient with weight decay and clipping applied
     * @param slots    of the update before; empty at the first
     * @param rate     learning rate of this update
     * @param count    of this update, from 1
     */
    Updated update(Matrix parameter, Matrix gradient, List<Matrix> slots, double rate, long count);

    /** θ −= rate · g, or with momentum μ: v = μ v + g, θ −= rate · v (Nesterov: rate · (g + μ v)). */
    record Sgd(double momentum, boolean nesterov) implements Optimizer {
        public Sgd {
            Require.notNegative("momentum", momentum);
        }

        @Override
        public Updated update(Matrix parameter, Matrix gradient, List<Matrix> slots, double rate, long count) {
            if (momentum == 0) {
                return new Updated(step(parameter, gradient, rate), List.of());
            }
            Matrix velocity =
                    slots.isEmpty() ? gradient : slots.getFirst().combine(gradient, (v, g) -> momentum * v + g);
            Matrix direction = nesterov ? gradient.combine(velocity, (g, v) -> g + momentum * v) : velocity;
            return new Updated(step(parameter, direction, rate), List.of(velocity));
        }
    }

    /**
     * Notebook C's: θ −= rate · g / N for gradients that were summed over the batch. Its author averages a bias's gradient
     * over the batch and divides a weight's by the batch size, which is the same. Weight decay, being part of the gradient,
     * is divided too.
     *
     * @param batch N
     */
    record SgdOverBatch(int batch) implements Optimizer {
        public SgdOverBatch {
            Require.positive("batch", batch);
        }

        @Override
        public Updated update(Matrix parameter, Matrix gradient, List<Matrix> slots, double rate, long count) {
            return new Updated(step(parameter, gradient.map(g -> g / batch), rate), List.of());
        }
    }

    /** s = decay · s + (1 − decay) g², θ −= rate · g / (√s + ε). */
    record RmsProp(double decay, double epsilon) implements Optimizer {
        public RmsProp {
            Require.share("decay", decay);
            Require.notNegative("epsilon", epsilon);
        }

        @Override
        public Updated update(Matrix parameter, Matrix gradient, List<Matrix> slots, double rate, long count) {
            Matrix squares = first(slots, gradient).combine(gradient, (s, g) -> decay * s + (1 - decay) * g * g);
            Matrix direction = gradient.combine(squares, (g, s) -> g / (Math.sqrt(s) + epsilon));
            return new Updated(step(parameter, direction, rate), List.of(squares));
        }
    }

    /** s += g², θ −= rate · g / (√s + ε) (Duchi et al. 2011). */
    record Adagrad(double epsilon) implements Optimizer {
        public Adagrad {
            Require.notNegative("epsilon", epsilon);
        }

        @Override
        public Updated update(Matrix parameter, Matrix gradient, List<Matrix> slots, double rate, long count) {
            Matrix squares = first(slots, gradient).combine(gradient, (s, g) -> s + g * g);
            Matrix direction = gradient.combine(squares, (g, s) -> g / (Math.sqrt(s) + epsilon));
            return new Updated(step(parameter, direction, rate), List.of(squares));
        }
    }

    /** Kingma and Ba 2015, algorithm 1. With decay it is AdamW: θ −= rate · decay · θ besides (Loshchilov, Hutter 2019). */
    record Adam(double beta1, double beta2, double epsilon, double decoupledDecay) implements Optimizer {
        public Adam {
            Require.share("beta1", beta1);
            Require.share("beta2", beta2);
            Require.notNegative("epsilon", epsilon);
            Require.notNegative("weight-decay", decoupledDecay);
        }

        @Override
        public Updated update(Matrix parameter, Matrix gradient, List<Matrix> slots, double rate, long count) {
            Matrix mean = first(slots, gradient).combine(gradient, (m, g) -> beta1 * m + (1 - beta1) * g);
            Matrix squares = (slots.isEmpty() ? zeros(gradient) : slots.get(1))
                    .combine(gradient, (v, g) -> beta2 * v + (1 - beta2) * g * g);
            double meanCorrection = 1 - StrictMath.pow(beta1, count);
            double rootCorrection = Math.sqrt(1 - StrictMath.pow(beta2, count));
            Matrix direction =
                    mean.combine(squares, (m, v) -> m / meanCorrection / (Math.sqrt(v) / rootCorrection + epsilon));
            Matrix decayed =
                    decoupledDecay == 0 ? parameter : parameter.map(value -> value * (1 - rate * decoupledDecay));
            return new Updated(step(decayed, direction, rate), List.of(mean, squares));
        }
    }

    private static Matrix step(Matrix parameter, Matrix direction, double rate) {
        return parameter.combine(direction, (p, d) -> p - rate * d);
    }

    private static Matrix first(List<Matrix> slots, Matrix like) {
        return slots.isEmpty() ? zeros(like) : slots.getFirst();
    }

    private static Matrix zeros(Matrix like) {
        return Matrix.zeros(like.rows(), like.columns());
    }
}
