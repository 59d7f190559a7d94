package org.gatescope.engine.training;

import java.util.List;
import java.util.stream.Stream;
import org.gatescope.engine.Matrix;

/**
 * How parameters are updated by their gradients, g, at a learning rate η. Where PyTorch and Keras define one name in two
 * ways, a {@link Framework} says whose counts. What an optimizer remembers of a parameter, its slots, are matrices of the
 * parameter's size.
 */
public sealed interface Optimizer {

    /** One parameter after an update, with what is remembered for the next. */
    record Updated(Matrix parameter, List<Matrix> slots) {}

    /**
     * @param gradient with coupled weight decay and clipping applied
     * @param slots    of the update before; empty at the first
     * @param rate     learning rate of this update
     * @param count    of this update, from 1
     */
    Updated update(Matrix parameter, Matrix gradient, List<Matrix> slots, double rate, long count);

    /**
     * θ −= η g, or with momentum μ as PyTorch has it: v = μ v + g, θ −= η v (Nesterov: η (g + μ v)). Keras' velocity holds
     * steps and not gradients, v = μ v − η g, θ += v (Nesterov: μ v − η g), which is another thing once the rate changes.
     */
    record Sgd(double momentum, boolean nesterov, Framework as) implements Optimizer {
        public Sgd {
            Require.notNegative("momentum", momentum);
        }

        /** As PyTorch has it. */
        public Sgd(double momentum, boolean nesterov) {
            this(momentum, nesterov, Framework.PYTORCH);
        }

        /** The same with another momentum. */
        public Sgd withMomentum(double changed) {
            return new Sgd(changed, nesterov, as);
        }

        @Override
        public Updated update(Matrix parameter, Matrix gradient, List<Matrix> slots, double rate, long count) {
            if (momentum == 0) {
                return new Updated(step(parameter, gradient, rate), List.of());
            }
            return as == Framework.KERAS
                    ? bySteps(parameter, gradient, slots, rate)
                    : byGradients(parameter, gradient, slots, rate);
        }

        private Updated byGradients(Matrix parameter, Matrix gradient, List<Matrix> slots, double rate) {
            Matrix velocity =
                    slots.isEmpty() ? gradient : slots.getFirst().combine(gradient, (v, g) -> momentum * v + g);
            Matrix direction = nesterov ? gradient.combine(velocity, (g, v) -> g + momentum * v) : velocity;
            return new Updated(step(parameter, direction, rate), List.of(velocity));
        }

        private Updated bySteps(Matrix parameter, Matrix gradient, List<Matrix> slots, double rate) {
            Matrix velocity = slot(slots, 0, gradient).combine(gradient, (v, g) -> momentum * v - rate * g);
            Matrix move = nesterov ? velocity.combine(gradient, (v, g) -> momentum * v - rate * g) : velocity;
            return new Updated(parameter.combine(move, Double::sum), List.of(velocity));
        }
    }

    /**
     * Notebook C's: θ −= η g / N for gradients that were summed over the batch. Its author averages a bias's gradient over
     * the batch and divides a weight's by the batch size, which is the same. Coupled weight decay, being part of the
     * gradient, is divided too.
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

    /**
     * s = ρ s + (1 − ρ) g². PyTorch: θ −= η g / (√s + ε), Keras: θ −= η g / √(s + ε) (Tieleman and Hinton 2012 have no ε).
     *
     * @param centred  the square of the mean gradient, a = ρ a + (1 − ρ) g, is taken off s (Graves 2013)
     * @param momentum μ; PyTorch: v = μ v + g / (√s + ε), θ −= η v; Keras: v = μ v + η g / √(s + ε), θ −= v
     */
    record RmsProp(double decay, double epsilon, boolean centred, double momentum, Framework as) implements Optimizer {
        public RmsProp {
            Require.share("decay", decay);
            Require.notNegative("epsilon", epsilon);
            Require.notNegative("momentum", momentum);
        }

        /** As PyTorch has it, plain. */
        public RmsProp(double decay, double epsilon) {
            this(decay, epsilon, false, 0, Framework.PYTORCH);
        }

        /** The same with another ρ. */
        public RmsProp withDecay(double changed) {
            return new RmsProp(changed, epsilon, centred, momentum, as);
        }

        /** The same with another ε. */
        public RmsProp withEpsilon(double changed) {
            return new RmsProp(decay, changed, centred, momentum, as);
        }

        /** The same with another momentum. */
        public RmsProp withMomentum(double changed) {
            return new RmsProp(decay, epsilon, centred, changed, as);
        }

        /** The same with the mean gradient taken off, or not. */
        public RmsProp centred(boolean changed) {
            return new RmsProp(decay, epsilon, changed, momentum, as);
        }

        @Override
        public Updated update(Matrix parameter, Matrix gradient, List<Matrix> slots, double rate, long count) {
            Matrix squares = slot(slots, 0, gradient).combine(gradient, (s, g) -> decay * s + (1 - decay) * g * g);
            Matrix mean = centred
                    ? slot(slots, 1, gradient).combine(gradient, (a, g) -> decay * a + (1 - decay) * g)
                    : zeros(gradient);
            Matrix spread = centred ? squares.combine(mean, (s, a) -> s - a * a) : squares;
            Matrix direction = gradient.combine(spread, (g, s) -> g / root(s, epsilon, as));
            List<Matrix> kept = centred ? List.of(squares, mean) : List.of(squares);
            if (momentum == 0) {
                return new Updated(step(parameter, direction, rate), kept);
            }
            double within = as == Framework.KERAS ? rate : 1; // of the velocity
            Matrix velocity =
                    slot(slots, kept.size(), gradient).combine(direction, (v, d) -> momentum * v + within * d);
            return new Updated(
                    step(parameter, velocity, as == Framework.KERAS ? 1 : rate),
                    Stream.concat(kept.stream(), Stream.of(velocity)).toList());
        }
    }

    /**
     * s += g². PyTorch: θ −= η g / (√s + ε), Keras: θ −= η g / √(s + ε) (Duchi et al. 2011).
     *
     * @param accumulator what s begins with; 0 in PyTorch, 0.1 in Keras
     */
    record Adagrad(double epsilon, double accumulator, Framework as) implements Optimizer {
        public Adagrad {
            Require.notNegative("epsilon", epsilon);
            Require.notNegative("accumulator", accumulator);
        }

        /** As PyTorch has it. */
        public Adagrad(double epsilon) {
            this(epsilon, 0, Framework.PYTORCH);
        }

        @Override
        public Updated update(Matrix parameter, Matrix gradient, List<Matrix> slots, double rate, long count) {
            Matrix before = slots.isEmpty()
                    ? Matrix.filled(gradient.rows(), gradient.columns(), accumulator)
                    : slots.getFirst();
            Matrix squares = before.combine(gradient, (s, g) -> s + g * g);
            Matrix direction = gradient.combine(squares, (g, s) -> g / root(s, epsilon, as));
            return new Updated(step(parameter, direction, rate), List.of(squares));
        }
    }

    /**
     * m = β₁ m + (1 − β₁) g, v = β₂ v + (1 − β₂) g². PyTorch follows algorithm 1 of Kingma and Ba 2015, θ −= η m̂ / (√v̂ + ε)
     * with m̂ = m / (1 − β₁ᵏ) and v̂ = v / (1 − β₂ᵏ). Keras has the form that ends their section 2, whose ε they call ε̂:
     * θ −= η √(1 − β₂ᵏ) / (1 − β₁ᵏ) · m / (√v + ε).
     *
     * @param amsgrad divides by the largest v so far (Reddi, Kale and Kumar 2018)
     */
    record Adam(double beta1, double beta2, double epsilon, boolean amsgrad, Framework as) implements Optimizer {
        public Adam {
            Require.share("beta1", beta1);
            Require.share("beta2", beta2);
            Require.notNegative("epsilon", epsilon);
        }

        /** As PyTorch has it, plain. */
        public Adam(double beta1, double beta2, double epsilon) {
            this(beta1, beta2, epsilon, false, Framework.PYTORCH);
        }

        @Override
        public Updated update(Matrix parameter, Matrix gradient, List<Matrix> slots, double rate, long count) {
            Matrix mean = slot(slots, 0, gradient).combine(gradient, (m, g) -> beta1 * m + (1 - beta1) * g);
            Matrix squares = slot(slots, 1, gradient).combine(gradient, (v, g) -> beta2 * v + (1 - beta2) * g * g);
            Matrix largest = amsgrad ? slot(slots, 2, gradient).combine(squares, Math::max) : squares;
            double meanCorrection = 1 - StrictMath.pow(beta1, count);
            double rootCorrection = Math.sqrt(1 - StrictMath.pow(beta2, count));
            Matrix direction = as == Framework.KERAS
                    ? mean.combine(largest, (m, v) -> rootCorrection / meanCorrection * m / (Math.sqrt(v) + epsilon))
                    : mean.combine(largest, (m, v) -> m / meanCorrection / (Math.sqrt(v) / rootCorrection + epsilon));
            return new Updated(
                    step(parameter, direction, rate),
                    amsgrad ? List.of(mean, squares, largest) : List.of(mean, squares));
        }
    }

    /**
     * Resilient propagation as PyTorch has it (Riedmiller and Braun 1993; a step that overshot is not taken back, but the
     * one after a change of sign is left out, which is called iRprop⁻): every number has a step of its own, at first the
     * learning rate. Where the sign of g stays the step grows, where it changes it shrinks; θ −= sign(g) · step.
     *
     * @param shrink η⁻, a factor below 1
     * @param grow   η⁺, a factor from 1 on
     * @param least  step
     * @param most   step
     */
    record Rprop(double shrink, double grow, double least, double most) implements Optimizer {
        public Rprop {
            Require.share("shrink", shrink);
            Require.positive("grow", grow);
            Require.notNegative("least-step", least);
            Require.positive("most-step", most);
        }

        @Override
        public Updated update(Matrix parameter, Matrix gradient, List<Matrix> slots, double rate, long count) {
            Matrix turn = slot(slots, 0, gradient).combine(gradient, (before, g) -> before * g);
            Matrix steps = slots.isEmpty() ? Matrix.filled(gradient.rows(), gradient.columns(), rate) : slots.get(1);
            Matrix sized = steps.combine(turn, this::sized);
            Matrix followed = gradient.combine(turn, (g, t) -> t < 0 ? 0 : g);
            Matrix direction = followed.combine(sized, (g, s) -> Math.signum(g) * s);
            return new Updated(step(parameter, direction, 1), List.of(followed, sized));
        }

        private double sized(double step, double turn) {
            double factor = turn > 0 ? grow : turn < 0 ? shrink : 1;
            return Math.max(least, Math.min(most, step * factor));
        }
    }

    private static double root(double squares, double epsilon, Framework as) {
        return as == Framework.KERAS ? Math.sqrt(squares + epsilon) : Math.sqrt(squares) + epsilon;
    }

    private static Matrix step(Matrix parameter, Matrix direction, double rate) {
        return parameter.combine(direction, (p, d) -> p - rate * d);
    }

    private static Matrix slot(List<Matrix> slots, int index, Matrix like) {
        return index < slots.size() ? slots.get(index) : zeros(like);
    }

    private static Matrix zeros(Matrix like) {
        return Matrix.zeros(like.rows(), like.columns());
    }
}
