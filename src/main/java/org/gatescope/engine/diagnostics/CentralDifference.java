package org.gatescope.engine.diagnostics;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.ejml.UtilEjml;
import org.gatescope.engine.diagnostics.ScalarObjective.Value;

/**
 * A slope by central differences, and how far it can be trusted.
 *
 * @param slope of a function at a point
 * @param doubt what the slope may be off by: how much steps of h and 2h disagree, and rounding; infinite where
 *              one-sided differences show a kink, as there is no one slope
 * @param step  h
 */
record CentralDifference(double slope, double doubt, double step) {
    /** Steps are tried from the largest on: where one reaches over a kink, a shorter one may not. */
    private static final double[] STEPS = {0x1p-15, 0x1p-18, 0x1p-21};
    /** Units of rounding that a run's numbers have gathered, as a rule. */
    private static final double ROUNDINGS = 8;

    /**
     * By the step that leaves least doubt; steps are relative to the point where that is larger than 1.
     *
     * @param here        the function's value at the point
     * @param significant for a slope, the doubt above which it is in question, so that a further step is tried
     */
    static CentralDifference of(
            DoubleFunction<Value> function, double point, Value here, DoubleUnaryOperator significant) {
        if (!Double.isFinite(here.value())) {
            return new CentralDifference(Double.NaN, Double.NaN, 0);
        }
        CentralDifference best = with(STEPS[0], function, point, here, significant);
        for (int i = 1; i < STEPS.length && !(best.doubt <= significant.applyAsDouble(best.slope)); i++) {
            CentralDifference next = with(STEPS[i], function, point, here, significant);
            best = best.doubt <= next.doubt ? best : next; // doubt is NaN where a value was
        }
        return best;
    }

    private static CentralDifference with(
            double step, DoubleFunction<Value> function, double point, Value here, DoubleUnaryOperator significant) {
        double h = exact(step * Math.max(1, Math.abs(point)), point);
        double up = function.apply(point + h).value();
        double down = function.apply(point - h).value();
        double farUp = function.apply(point + 2 * h).value();
        double farDown = function.apply(point - 2 * h).value();
        double near = (up - down) / (2 * h);
        double far = (farUp - farDown) / (4 * h);
        // slope right − slope left: h f'' where f is smooth, so twice the one less the other is left of a kink alone
        double turn = (up - here.value() - (here.value() - down)) / h;
        double farTurn = (farUp - here.value() - (here.value() - farDown)) / (2 * h);
        double slope = near + (near - far) / 3; // Richardson 1911: the error falls with h⁴
        boolean isKink = Math.abs(2 * turn - farTurn) > significant.applyAsDouble(slope);
        double rounding = ROUNDINGS * UtilEjml.EPS * here.magnitude() / h;
        return new CentralDifference(slope, isKink ? Double.POSITIVE_INFINITY : Math.abs(near - far) + rounding, h);
    }

    /** The step as far as the point can be moved without rounding. */
    private static double exact(double step, double point) {
        return point + step - point;
    }
}
