package org.gatescope.session;

import org.gatescope.engine.Network.Part;
import org.gatescope.engine.Sizes;

/**
 * How many multiplications and additions a session's run takes, roughly.
 *
 * @param weights  in all parameters
 * @param values   that a step computes for one sequence
 * @param timeRows T · N
 */
record RunCost(double weights, double values, double timeRows) {
    /** How much slower a pass with mistakes in it is, which is not compiled. */
    static final double INTERPRETED = 20;
    /** Each weight takes part in three products: forward, back to the state, and in its own gradient. */
    private static final double PRODUCTS = 3;
    /** A multiplication and an addition. */
    private static final double PER_WEIGHT = 2;
    /** What a number that is neither product nor sum, but a function with its slope, is worth. */
    private static final double PER_VALUE = 30;

    static RunCost of(Session session) {
        double weights = session.network().parameters().values().stream()
                .mapToDouble(size -> (double) size[0] * size[1])
                .sum();
        double values = 0;
        for (Part part : session.network().parts()) {
            Sizes sizes = part.sizes(1, 1);
            values += part.layer().cell().widths().values().stream()
                    .mapToDouble(sizes::of)
                    .sum();
        }
        return new RunCost(weights, values, (double) session.steps() * session.batch());
    }

    /** Of the forward pass alone. */
    double forward() {
        return timeRows * (PER_WEIGHT * weights + PER_VALUE * values);
    }

    /** Of the forward and the backward pass. */
    double whole() {
        return timeRows * (PRODUCTS * PER_WEIGHT * weights + PER_VALUE * values);
    }
}
