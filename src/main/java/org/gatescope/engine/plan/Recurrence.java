package org.gatescope.engine.plan;

import java.util.Map;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.Trace;

/** A layer in one direction as a network runs it: forward once, then backward once. */
public interface Recurrence {

    /** Writes the numbers of all steps, time-major, over those of an array. */
    @FunctionalInterface
    interface Filling {
        void into(double[] flat);
    }

    /** Bytes of all arrays of a run, its Trace included. */
    long bytes();

    /** Those of them that the next run will allocate. */
    long missingBytes();

    /**
     * The forward pass.
     *
     * @param mask  which steps are computed; states keep their values at the others
     * @param input (T·N, D)
     */
    void forward(Map<String, Matrix> parameters, Map<String, Matrix> initialState, StepMask mask, Filling input);

    /** The output of each step, once the forward pass is done: (T·N, H) as some columns of a wider table. */
    void copyOutput(double[] to, int firstColumn, int stride);

    /**
     * A turn of the backward pass, after {@link #forward}. The arrays of its trace are written again by the next turn; those
     * of the last one are the caller's.
     *
     * @param finalState gradient of the loss with respect to the states after the last step
     * @param upstream   of the output of each step, (T·N, H); it does not count at steps that are not computed
     */
    Trace backward(BackwardTurn turn, Map<String, Matrix> finalState, Filling upstream);

    /** Ends a run after its forward pass. @return every state after the last step that is computed, (N, H) each */
    Map<String, Matrix> endForward();

    /**
     * Gives a Trace back: the next run may write into its arrays instead of allocating others. Whoever calls this promises
     * that nobody reads the Trace any more.
     *
     * @param trace of this, or of one for the same cell and sizes
     */
    void reuse(Trace trace);
}
