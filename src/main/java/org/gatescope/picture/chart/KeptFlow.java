package org.gatescope.picture.chart;

import java.util.Map;
import org.gatescope.engine.Matrix;

/**
 * A gradient flow to compare others with.
 *
 * @param name  whose it is
 * @param norms by the state's name
 */
public record KeptFlow(String name, Map<String, Norms> norms) {
    public static final KeptFlow NONE = new KeptFlow("", Map.of());

    public KeptFlow {
        norms = Map.copyOf(norms);
    }

    /** ‖∂L/∂state[t]‖ of one sequence of a batch: (T, N). */
    public record Norms(Matrix all, int sequence) {
        private static final Norms NONE = new Norms(Matrix.zeros(0, 1), 0);

        public int steps() {
            return all.rows();
        }

        public double at(int step) {
            return all.get(step, sequence);
        }
    }

    public boolean isThere() {
        return !norms.isEmpty();
    }

    /** Of a state; of no step where it has none of that name. */
    public Norms of(String state) {
        return norms.getOrDefault(state, Norms.NONE);
    }
}
