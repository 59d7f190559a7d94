package org.gatescope.engine.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.gatescope.engine.Matrix;

/** Keeps gradients within bounds. */
public sealed interface Clipping {
    /** @param norm of all gradients together */
    Map<String, Matrix> apply(Map<String, Matrix> gradients, double norm);

    record None() implements Clipping {
        @Override
        public Map<String, Matrix> apply(Map<String, Matrix> gradients, double norm) {
            return gradients;
        }
    }

    /** Every number into [−limit, limit]. */
    record ByValue(double limit) implements Clipping {
        public ByValue {
            Require.positive("limit", limit);
        }

        @Override
        public Map<String, Matrix> apply(Map<String, Matrix> gradients, double norm) {
            return mapped(gradients, value -> Math.max(-limit, Math.min(limit, value)));
        }
    }

    /** All gradients times min(1, limit / norm) (Pascanu et al. 2013). */
    record ByNorm(double limit) implements Clipping {
        public ByNorm {
            Require.positive("limit", limit);
        }

        @Override
        public Map<String, Matrix> apply(Map<String, Matrix> gradients, double norm) {
            double factor = norm > limit ? limit / norm : 1;
            return factor == 1 ? gradients : mapped(gradients, value -> value * factor);
        }
    }

    private static Map<String, Matrix> mapped(Map<String, Matrix> gradients, DoubleUnaryOperator function) {
        Map<String, Matrix> mapped = new LinkedHashMap<>();
        gradients.forEach((name, gradient) -> mapped.put(name, gradient.map(function)));
        return mapped;
    }
}
