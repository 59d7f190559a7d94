package org.gatescope.explain;

import org.gatescope.session.Session;

/** What an explanation says besides its terms. */
public enum Remark {
    /** The number stands in a table and can be typed. */
    GIVEN,
    /** The sequence is over at the step: nothing is computed. */
    OVER,
    /** The step is skipped: nothing is computed. */
    SKIPPED,
    /** The sequence is over: its state stays what it was. */
    KEPT,
    /** The step is skipped: its state is that of the step before. */
    KEPT_OVER_SKIPPED,
    /** The sequence is over: the gradient passes the step untouched. */
    PASSED_ON,
    /** The step is skipped: the gradient passes it untouched. */
    PASSED_OVER_SKIPPED,
    /** Time is cut into chunks here, and no gradient comes back. */
    CUT,
    /** It has come back over as many steps as the window has, and goes no further. */
    WINDOW,
    /** The step does not count in the loss. */
    NOT_COUNTED,
    /** The step is not computed, and the network puts out zero there. */
    ZERO_PUT_OUT,
    /** Nothing contributes to it. */
    NOTHING,
    /** The Jacobian of several steps is the product of those of each. */
    PRODUCT_OF_STEPS,
    /** One of the numbers is NaN or infinite. */
    NOT_FINITE,
    /** Mistakes change how the number is computed: the terms are those of the correct computation. */
    MISTAKES,
    /** The terms do not add up to the number. */
    DISAGREES;

    /** Of what a step that is not computed does not have. */
    static Remark notComputed(Session session, int sequence, int step) {
        return session.mask().isOver(sequence, step) ? OVER : SKIPPED;
    }
}
