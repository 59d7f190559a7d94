package org.gatescope.engine.mistakes;

import java.util.Arrays;
import java.util.Set;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.TimeOrder;
import org.gatescope.engine.Truncation;

/** Which steps each sequence computes, and when: in one direction, with the mistakes that there are in the loops. */
final class StepOrder {
    private final int steps;
    private final TimeOrder order;
    private final boolean reversed;
    private final boolean firstOnly;
    private final boolean inOrderOfCalls;

    /** @param mask which steps there are, and which of them are skipped */
    StepOrder(int steps, StepMask mask, boolean reversed, Set<Mistake> mistakes) {
        this.steps = steps;
        this.order = new TimeOrder(reversed, mask, Truncation.NONE);
        this.reversed = reversed;
        this.firstOnly = mistakes.contains(Mistake.FIRST_STEP_ONLY);
        this.inOrderOfCalls = mistakes.contains(Mistake.STEP_COUNTER_STUCK);
    }

    /** The step that the loop comes to in its turn i. */
    int step(int i) {
        return reversed ? steps - 1 - i : i;
    }

    /** True for a step that is skipped or past the end of a sequence; its state is kept there. */
    boolean isHeld(int t, int n) {
        return order.isHeld(n, t);
    }

    /** True where the loop has returned before it came to the step. */
    boolean isNeverReached(int t, int n) {
        return firstOnly && first(n) >= 0 && (reversed ? t < first(n) : t > first(n));
    }

    boolean isComputed(int t, int n) {
        return !isHeld(t, n) && !isNeverReached(t, n);
    }

    /** The step that a sequence computes last; it has one. */
    int last(int n) {
        return firstOnly ? first(n) : order.last(n);
    }

    private int first(int n) {
        return order.first(n);
    }

    /** Under which step the gradients that belong to a computed step are kept: the first call's under the last step's. */
    int keptAt(int t, int n) {
        if (!inOrderOfCalls || firstOnly) {
            return t;
        }
        int[] computed = order.mask().computed(n).toArray();
        return computed[computed.length - 1 - Arrays.binarySearch(computed, t)];
    }

    /** True if a chunk ends with the step: the one after it, if the loop comes so far, belongs to another. */
    boolean isCutAfter(int t, int n, Truncation truncation) {
        boolean isInTime = order.has(n, t) && hasNext(t, n);
        return isInTime && truncation instanceof Truncation.Chunks && truncation.isCut(t, next(t));
    }

    /** The step that is computed next, were there no end. */
    int next(int t) {
        return order.next(t);
    }

    boolean hasNext(int t, int n) {
        return order.has(n, next(t)) && !isNeverReached(next(t), n);
    }
}
