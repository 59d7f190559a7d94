package org.gatescope.engine;

import java.util.List;

/**
 * In which order a direction computes the steps of each sequence, and where the gradient goes from one to the other.
 *
 * @param lengths    steps of each sequence
 * @param truncation of backpropagation through time
 */
public record TimeOrder(boolean reversed, List<Integer> lengths, Truncation truncation) {

    /** The order in which a direction reads the given sequences. */
    public static TimeOrder of(NetworkInputs inputs, Network.Part part) {
        return new TimeOrder(part.reversed(), inputs.lengths(), inputs.truncation());
    }

    /** True for steps past the end of a sequence. */
    public boolean isOver(int sequence, int t) {
        return t >= lengths.get(sequence);
    }

    /** The step that is computed after this one, were there no end. */
    public int next(int t) {
        return reversed ? t - 1 : t + 1;
    }

    /** The step that is computed before this one, were there no beginning. */
    public int previous(int t) {
        return reversed ? t + 1 : t - 1;
    }

    /** The step that a sequence computes first; −1 where it has none. */
    public int first(int sequence) {
        int length = lengths.get(sequence);
        return length == 0 ? -1 : reversed ? length - 1 : 0;
    }

    /** The step that a sequence computes last; −1 where it has none. */
    public int last(int sequence) {
        return reversed && lengths.get(sequence) > 0 ? 0 : lengths.get(sequence) - 1;
    }

    /** True if the sequence computes such a step. */
    public boolean has(int sequence, int t) {
        return t >= 0 && !isOver(sequence, t);
    }

    /** True where what the next step hands back is lost. */
    public boolean isCutAfter(int sequence, int t) {
        int next = next(t);
        return has(sequence, next) && truncation.isCut(t, next);
    }

    /** True where a window slides, so that of what the next step hands back only what is not too old arrives. */
    public boolean isPartlyCutAfter(int sequence, int t) {
        return truncation instanceof Truncation.Window && has(sequence, next(t)) && !isCutAfter(sequence, t);
    }
}
