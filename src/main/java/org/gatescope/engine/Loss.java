package org.gatescope.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Expression;
import org.gatescope.cell.Expression.Binary;
import org.gatescope.cell.Expression.Name;
import org.gatescope.cell.Expression.Number;
import org.gatescope.cell.Expression.Operator;
import org.gatescope.cell.Rewriting;
import org.gatescope.cell.RowFunction;
import org.gatescope.cell.RowOperation;
import org.gatescope.engine.ReadOut.Activation;
import org.jspecify.annotations.Nullable;

/**
 * How far outputs are from their targets.
 *
 * @param average what the sum over steps and sequences is divided by
 */
public record Loss(Kind kind, Average average) {
    /** True if e to the loss is a perplexity: for a cross-entropy over classes that is averaged over all that counts. */
    public boolean hasPerplexity() {
        return kind == Kind.CATEGORICAL_CROSS_ENTROPY && average == Average.BATCH_AND_TIME;
    }

    /**
     * The loss of one row: of a step of a sequence, before it is averaged over rows. All that is known of a loss stands
     * here: its formula and its derivative, as expressions, which are shown, stepped and opened, and as numbers, which the
     * engine computes; K is the number of outputs. To add one is to add a constant, its two cases in {@code share} and
     * {@code slope}, and its name in the texts.
     */
    public enum Kind implements RowFunction {
        /** (y − target)², averaged over the outputs. */
        MEAN_SQUARED("squared_error", null, "total((y - target) ^ 2 / K)", "weight * 2 * (y - target) / K"),
        /** |y − target|, averaged over the outputs. Where they are equal its slope is taken to be 0. */
        MEAN_ABSOLUTE("absolute_error", null, "total(abs(y - target) / K)", "weight * sign(y - target) / K"),
        /**
         * max(0, 1 − target · y), averaged over the outputs, with targets of −1 and 1: the hinge loss of Keras and of support
         * vector machines. At the corner, target · y = 1, its slope is taken to be 0.
         */
        HINGE("hinge", null, "total(relu(1 - target * y) / K)", "-weight * target * step(1 - target * y) / K"),
        /**
         * −target · log y − (1 − target) · log(1 − y), averaged over the outputs; for sigmoid outputs. Of logits z it is
         * softplus(z) − target · z, finite for logits of any size (Goodfellow et al. 2016, section 6.2.2.2).
         */
        BINARY_CROSS_ENTROPY(
                "binary_cross_entropy",
                Activation.SIGMOID,
                "total(softplus(z) / K - target * z / K)",
                "weight * (y - target) / K"),
        /** −Σ target · log y; for softmax outputs, whose logarithm is taken from the logits z. */
        CATEGORICAL_CROSS_ENTROPY(
                "cross_entropy",
                Activation.SOFTMAX,
                "total_where(target, -target * log_softmax(z))",
                "weight * (total(target) * y - target)");

        private static final Name OUTPUTS = new Name("K");

        private final String word;
        private final @Nullable Activation only;
        private final Expression formula;
        private final Expression slope;

        /**
         * @param only    the activation that it belongs to, as it is computed from logits; null if it goes with any
         * @param formula in logits z, outputs y and target
         * @param slope   the gradient with respect to the logits if it belongs to an activation, otherwise to the outputs;
         *                times the weight of the row
         */
        Kind(String word, @Nullable Activation only, String formula, String slope) {
            this.word = word;
            this.only = only;
            this.formula = Expression.read(formula);
            this.slope = Expression.read(slope);
        }

        /** The one that outputs of this kind are usually trained with. */
        public static Kind of(Activation activation) {
            return Arrays.stream(values())
                    .filter(kind -> kind.only == activation)
                    .findFirst()
                    .orElse(MEAN_SQUARED);
        }

        @Override
        public String word() {
            return word;
        }

        /** The activation that it belongs to; empty if it goes with any. */
        public Optional<Activation> only() {
            return Optional.ofNullable(only);
        }

        /** @param arguments outputs and target */
        @Override
        public Optional<Expression> meaning(List<Expression> arguments, int columns) {
            return Optional.of(Rewriting.each(averaged(formula, columns), node -> {
                if (node.equals(ReadOutEquations.Y)) {
                    return arguments.getFirst();
                }
                return node.equals(ReadOutEquations.GOAL) ? arguments.getLast() : node;
            }));
        }

        /** The gradient with respect to the logits; of states that are read out as they are, with respect to these. */
        Expression gradient(ReadOut readOut) {
            Expression own = averaged(slope, readOut.outputs());
            return only == null ? readOut.activation().gradient(own) : own;
        }

        private static Expression averaged(Expression expression, int outputs) {
            return Rewriting.each(
                    expression,
                    node -> node instanceof Binary(Operator operator, Expression sum, Name divisor)
                                    && divisor.equals(OUTPUTS)
                            ? outputs == 1 ? sum : new Binary(operator, sum, new Number(outputs))
                            : node);
        }

        /**
         * The loss of one row, before it is averaged over rows.
         *
         * @param logits  rows of K numbers, as outputs and targets are
         * @param from    where the row begins
         * @param count   K
         */
        public double of(double[] logits, double[] outputs, double[] targets, int from, int count) {
            double sum = 0;
            double shift = this == CATEGORICAL_CROSS_ENTROPY ? RowOperation.logSumExp(logits, from, count) : 0;
            for (int k = from; k < from + count; k++) {
                sum += share(logits[k], outputs[k], targets[k], shift, count);
            }
            return sum;
        }

        /**
         * True if an output counts as right: with the hinge loss, on its target's side of zero; otherwise as its
         * activation has it. For classes the whole row decides.
         */
        public boolean isRight(Activation activation, double target, double output) {
            boolean isOfSides = this == HINGE && !activation.isOfClasses();
            return isOfSides ? target * output > 0 : activation.isRight(target, output);
        }

        /** What an output adds to the loss of its row. @param shift log Σ exp z */
        private double share(double z, double y, double target, double shift, int count) {
            return switch (this) {
                case MEAN_SQUARED -> (y - target) * (y - target) / count;
                case MEAN_ABSOLUTE -> Math.abs(y - target) / count;
                case HINGE -> Math.max(1 - target * y, 0) / count;
                case BINARY_CROSS_ENTROPY -> (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - z * target) / count;
                case CATEGORICAL_CROSS_ENTROPY -> target == 0 ? 0 : target * (shift - z);
            };
        }

        /**
         * The gradient of {@link #of} with respect to the logits, times a weight.
         *
         * @param activation what made the outputs of the logits
         * @param gradient   the row that is written
         */
        public void gradient(
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
                gradient[k] = weight * slope(outputs[k], targets[k], total, count);
            }
            if (only == null) {
                activation.backward(outputs, gradient, from, count);
            }
        }

        /** @param total of all targets of the row */
        private double slope(double y, double target, double total, int count) {
            return switch (this) {
                case MEAN_SQUARED -> 2 * (y - target) / count;
                case MEAN_ABSOLUTE -> Math.signum(y - target) / count;
                case HINGE -> {
                    double missing = 1 - target * y;
                    yield missing > 0 ? -target / count : missing <= 0 ? 0 : Double.NaN;
                }
                case BINARY_CROSS_ENTROPY -> (y - target) / count;
                case CATEGORICAL_CROSS_ENTROPY -> y * total - target;
            };
        }
    }

    public enum Average {
        /** The number of steps that count, over all sequences. */
        BATCH_AND_TIME,
        /** The number of sequences: steps are summed. */
        BATCH,
        /** Nothing. */
        SUM;

        /**
         * What the sum over rows is divided by.
         *
         * @param weights of each row, one column
         * @param batch   N
         */
        public double divisor(Matrix weights, int batch) {
            return switch (this) {
                case SUM -> 1;
                case BATCH -> Math.max(batch, 1);
                case BATCH_AND_TIME -> {
                    double total = 0;
                    for (int row = 0; row < weights.rows(); row++) {
                        total += weights.get(row, 0);
                    }
                    yield Math.max(total, Double.MIN_NORMAL);
                }
            };
        }
    }

    /** Cross-entropies are computed from logits, so they need the activation that belongs to them. */
    public boolean fits(Activation activation) {
        return kind.only().map(only -> only == activation).orElse(true);
    }
}
