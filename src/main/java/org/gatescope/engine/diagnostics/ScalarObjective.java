package org.gatescope.engine.diagnostics;

import java.util.Map;
import java.util.function.Function;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkOutcome;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Series;
import org.gatescope.engine.StepMask;

/**
 * The number that a run differentiates: the read-out's loss + Σ upstream ⊙ output, at the steps that are computed, + Σ final
 * gradient ⊙ last state. Forward passes alone compute it.
 *
 * @param forward computes outputs, last states and loss
 */
public record ScalarObjective(Function<NetworkInputs, NetworkOutcome> forward) {
    /**
     * @param value     the number itself
     * @param magnitude of its terms, their signs left out: it bounds how far rounding reaches
     */
    record Value(double value, double magnitude) {}

    /** For a run of these inputs. */
    public static double of(NetworkInputs inputs, NetworkTrace trace) {
        return of(inputs, NetworkOutcome.of(trace)).value();
    }

    Value of(NetworkInputs inputs) {
        return of(inputs, forward.apply(inputs));
    }

    private static Value of(NetworkInputs inputs, NetworkOutcome outcome) {
        Sum sum = new Sum();
        sum.add(outcome.loss(), 1);
        addOutput(outcome.output(), inputs.upstream(), inputs.mask(), sum);
        for (Map.Entry<String, Matrix> state : outcome.finalStates().entrySet()) {
            Matrix gradient = inputs.finalState().getOrDefault(state.getKey(), Matrix.zeros(0, 0));
            addTable(state.getValue(), gradient, sum);
        }
        return new Value(sum.value, sum.magnitude);
    }

    private static void addOutput(Series output, Matrix upstream, StepMask mask, Sum sum) {
        for (int n = 0; n < output.batch(); n++) {
            for (int t : mask.computed(n).toArray()) {
                for (int unit = 0; unit < output.width(); unit++) {
                    sum.add(output.at(t, n, unit), upstream.get(t * output.batch() + n, unit));
                }
            }
        }
    }

    private static void addTable(Matrix values, Matrix weights, Sum sum) {
        for (int row = 0; row < weights.rows(); row++) {
            for (int column = 0; column < weights.columns(); column++) {
                sum.add(values.get(row, column), weights.get(row, column));
            }
        }
    }

    private static final class Sum {
        private double value;
        private double magnitude;

        void add(double number, double weight) {
            if (weight != 0) {
                value += weight * number;
                magnitude += Math.abs(weight * number);
            }
        }
    }
}
