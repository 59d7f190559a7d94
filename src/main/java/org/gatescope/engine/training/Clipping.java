package org.gatescope.engine.training;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.gatescope.engine.Matrix;

/** Keeps gradients within bounds. */
public sealed interface Clipping {
    /**
     * @param norm   of all gradients together
     * @param tensor that a parameter is a block of where libraries keep several in one
     */
    Map<String, Matrix> apply(Map<String, Matrix> gradients, double norm, UnaryOperator<String> tensor);

    /** Each parameter is a tensor by itself. */
    default Map<String, Matrix> apply(Map<String, Matrix> gradients, double norm) {
        return apply(gradients, norm, UnaryOperator.identity());
    }

    record None() implements Clipping {
        @Override
        public Map<String, Matrix> apply(Map<String, Matrix> gradients, double norm, UnaryOperator<String> tensor) {
            return gradients;
        }
    }

    /** Every number into [−limit, limit]. */
    record ByValue(double limit) implements Clipping {
        public ByValue {
            Require.positive("limit", limit);
        }

        @Override
        public Map<String, Matrix> apply(Map<String, Matrix> gradients, double norm, UnaryOperator<String> tensor) {
            return mapped(gradients, value -> Math.max(-limit, Math.min(limit, value)));
        }
    }

    /**
     * All gradients times min(1, limit / norm) (Pascanu et al. 2013), which is Keras' {@code global_clipnorm}. PyTorch's
     * {@code clip_grad_norm_} adds 10⁻⁶ to the norm, so that gradients at the limit become a little shorter.
     */
    record ByNorm(double limit, Framework as) implements Clipping {
        private static final double ADDED_BY_PYTORCH = 1e-6;

        public ByNorm {
            Require.positive("limit", limit);
        }

        /** As the paper and Keras have it. */
        public ByNorm(double limit) {
            this(limit, Framework.KERAS);
        }

        @Override
        public Map<String, Matrix> apply(Map<String, Matrix> gradients, double norm, UnaryOperator<String> tensor) {
            double factor = factor(as == Framework.PYTORCH ? norm + ADDED_BY_PYTORCH : norm, limit);
            return factor == 1 ? gradients : mapped(gradients, value -> value * factor);
        }
    }

    /**
     * The gradient of each tensor by its own norm, as Keras' {@code clipnorm}.
     *
     * @param fused the blocks of all gates count as one tensor, as Keras keeps them; else each parameter by itself
     */
    record ByTensor(double limit, boolean fused) implements Clipping {
        public ByTensor {
            Require.positive("limit", limit);
        }

        @Override
        public Map<String, Matrix> apply(Map<String, Matrix> gradients, double norm, UnaryOperator<String> tensor) {
            UnaryOperator<String> counted = fused ? tensor : UnaryOperator.identity();
            Map<String, Double> squares = new HashMap<>();
            gradients.forEach((name, table) -> squares.merge(counted.apply(name), table.sumOfSquares(), Double::sum));
            Map<String, Matrix> clipped = new LinkedHashMap<>();
            gradients.forEach((name, table) -> {
                double factor = factor(Math.sqrt(squares.getOrDefault(counted.apply(name), 0.0)), limit);
                clipped.put(name, factor == 1 ? table : table.map(value -> value * factor));
            });
            return clipped;
        }
    }

    private static double factor(double norm, double limit) {
        return norm > limit ? limit / norm : 1;
    }

    private static Map<String, Matrix> mapped(Map<String, Matrix> gradients, DoubleUnaryOperator function) {
        Map<String, Matrix> mapped = new LinkedHashMap<>();
        gradients.forEach((name, gradient) -> mapped.put(name, gradient.map(function)));
        return mapped;
    }
}
