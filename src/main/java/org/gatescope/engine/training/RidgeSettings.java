package org.gatescope.engine.training;

/**
 * How a linear read-out is solved at once, where that is asked for.
 *
 * @param penalty λ
 * @param washout steps at the beginning of each sequence that are left out, as the initial state is still felt there
 */
public record RidgeSettings(double penalty, int washout) {
    /** Next to no penalty, nothing left out. */
    public static final RidgeSettings USUAL = new RidgeSettings(1e-6, 0);

    /** @throws IllegalArgumentException unless both are finite numbers from 0 on */
    public RidgeSettings {
        RidgeRegression.requirePenalty(penalty);
        Require.notNegative("washout", washout);
    }
}
