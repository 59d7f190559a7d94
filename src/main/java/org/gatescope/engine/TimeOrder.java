package org.gatescope.engine;

import java.util.stream.IntStream;

/**
 * In which order a direction computes the steps of each sequence, and where the gradient goes from one to the other.
 *
 * @param mask       steps of each sequence, and which of them are skipped
 * @param truncation of backpropagation through time
 */
public record TimeOrder(boolean reversed, StepMask mask, Truncation truncation) {

    /** The order in which a direction reads the given sequences. */
    public static TimeOrder of(NetworkInputs inputs, Network.Part part) {
        return new TimeOrder(part.reversed(), inputs.mask(), inputs.truncation());
    }

    /** True for steps past the end of a sequence. */
    public boolean isOver(int sequence, int t) {
        return mask.isOver(sequence, t);
    }

    /** True for a step that is not computed: its states are those before it. */
    public boolean isHeld(int sequence, int t) {
        return mask.isHeld(sequence, t);
    }

    /** The step that is computed after this one, were there no end. */
    public int next(int t) {
        return reversed ? t - 1 : t + 1;
    }

    /** The step that is computed before this one, were there no beginning. */
    public int previous(int t) {
        return reversed ? t + 1 : t - 1;
    }

    /** The step that a sequence computes first; −1 where it computes none. */
    public int first(int sequence) {
        return end(sequence, reversed);
    }

    /** The step that a sequence computes last; −1 where it computes none. */
    public int last(int sequence) {
        return end(sequence, !reversed);
    }

    private int end(int sequence, boolean latest) {
        IntStream computed = mask.computed(sequence);
        return (latest ? computed.max() : computed.min()).orElse(-1);
    }

    /**
     * The computed step from which a step's states are, where it is not computed itself: the nearest before it in the order
     * of computing; −1 where these are the initial ones.
     */
    public int keptFrom(int sequence, int t) {
        IntStream computed = mask.computed(sequence);
        return (reversed
                        ? computed.filter(k -> k > t).min()
                        : computed.filter(k -> k < t).max())
                .orElse(-1);
    }

    /** True if the sequence has such a step, computed or skipped. */
    public boolean has(int sequence, int t) {
        return t >= 0 && !isOver(sequence, t);
    }

    /** True where what the next step hands back is lost. */
    public boolean isCutAfter(int sequence, int t) {
        int next = next(t);
        boolean isInTime = has(sequence, t) && has(sequence, next);
        return isInTime && truncation instanceof Truncation.Chunks && truncation.isCut(t, next);
    }

    /** True where a window slides, so that of what the next step hands back only what is not too old arrives. */
    public boolean isPartlyCutAfter(int sequence, int t) {
        boolean goesOn = has(sequence, next(t)) && !isHeld(sequence, t) && t != last(sequence);
        return goesOn && truncation instanceof Truncation.Window;
    }
}
