package org.gatescope.engine.mistakes;

import java.util.Set;
import org.gatescope.engine.Truncation;

/** Which steps each sequence computes, and when: in one direction, with the mistakes that there are in the loops. */
final class StepOrder {
    private final int steps;
    private final int[] lengths;
    private final boolean reversed;
    private final boolean firstOnly;
    private final boolean inOrderOfCalls;

    /** @param lengths steps of each sequence */
    StepOrder(int steps, int[] lengths, boolean reversed, Set<Mistake> mistakes) {
        this.steps = steps;
        this.lengths = lengths.clone();
        this.reversed = reversed;
        this.firstOnly = mistakes.contains(Mistake.FIRST_STEP_ONLY);
        this.inOrderOfCalls = mistakes.contains(Mistake.STEP_COUNTER_STUCK);
    }

    /** The step that the loop comes to in its turn i. */
    int step(int i) {
        return reversed ? steps - 1 - i : i;
    }

    /** True where a sequence has no such step; its state is kept there. */
    boolean isOver(int t, int n) {
        return t >= lengths[n];
    }

    /** True where the loop has returned before it came to the step. */
    boolean isNeverReached(int t, int n) {
        return firstOnly && lengths[n] > 0 && (reversed ? t < first(n) : t > first(n));
    }

    boolean isComputed(int t, int n) {
        return !isOver(t, n) && !isNeverReached(t, n);
    }

    /** The step that a sequence computes last; it has one. */
    int last(int n) {
        return firstOnly ? first(n) : reversed ? 0 : lengths[n] - 1;
    }

    private int first(int n) {
        return reversed ? lengths[n] - 1 : 0;
    }

    /** Under which step the gradients that belong to a computed step are kept. */
    int keptAt(int t, int n) {
        return inOrderOfCalls && !firstOnly ? lengths[n] - 1 - t : t;
    }

    /** True if a chunk ends with the step: the one that the sequence computes next, if any, begins another. */
    boolean isCutAfter(int t, int n, Truncation truncation) {
        return hasNext(t, n) && truncation.isCut(t, next(t));
    }

    /** The step that is computed next, were there no end. */
    int next(int t) {
        return reversed ? t - 1 : t + 1;
    }

    boolean hasNext(int t, int n) {
        return next(t) >= 0 && isComputed(next(t), n);
    }
}
