package org.gatescope.session;

import org.gatescope.engine.Network.Part;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.diagnostics.MatrixNorm;
import org.gatescope.engine.diagnostics.StepJacobians;

/**
 * How many multiplications and additions a session's run takes, roughly.
 *
 * @param weights  in all parameters
 * @param values   that a step computes for one sequence
 * @param timeRows T · N
 */
public record RunCost(double weights, double values, double timeRows) {
    /** How much slower a pass with mistakes in it is, which is not compiled. */
    public static final double INTERPRETED = 20;
    /** Each weight takes part in three products: forward, back to the state, and in its own gradient. */
    private static final double PRODUCTS = 3;
    /** A multiplication and an addition. */
    private static final double PER_WEIGHT = 2;
    /** What a number that is neither product nor sum, but a function with its slope, is worth. */
    private static final double PER_VALUE = 30;
    /** What the singular values of a matrix take, in multiples of the cube of its order. */
    private static final double SINGULAR_VALUES = 30;

    /** Of a session as it is, mistakes apart. */
    public static RunCost of(Session session) {
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
    public double forward() {
        return timeRows * (PER_WEIGHT * weights + PER_VALUE * values);
    }

    /** Of the forward and the backward pass. */
    public double whole() {
        return timeRows * (PRODUCTS * PER_WEIGHT * weights + PER_VALUE * values);
    }

    /**
     * Multiplications that the norms of a state's Jacobians between any two steps of a sequence take, roughly: T²/2 products
     * of (H, S·H) with (S·H, S·H), and for the spectral norm the singular values of as many (H, H).
     *
     * @param part     layer and direction
     * @param state    whose norms they are
     * @param sequence row of the batch
     */
    public static double ofJacobians(Session session, Part part, String state, int sequence, MatrixNorm norm) {
        double steps = session.lengths().get(sequence);
        double hidden = part.layer().width(state);
        double order = StepJacobians.order(part.layer());
        double values = norm == MatrixNorm.SPECTRAL ? SINGULAR_VALUES * hidden * hidden * hidden : 0;
        return steps * steps / 2 * (hidden * order * order + values);
    }
}
