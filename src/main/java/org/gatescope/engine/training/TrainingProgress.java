package org.gatescope.engine.training;

import java.util.Optional;

/**
 * A moment of a {@link TrainingRun}; it never changes.
 *
 * @param snapshot where the run stands
 * @param reached  the last epoch that the run has come to; it can go to any epoch up to it
 * @param curve    of all epochs up to it
 * @param failure  what an update ended with, so that the run stopped; a run that is started again tries again
 */
public record TrainingProgress(State state, Snapshot snapshot, int reached, Curve curve, Optional<Throwable> failure) {
    /** What the run does. */
    public enum State {
        PAUSED,
        RUNNING,
        /** Computes again what it has computed before. */
        REPLAYING,
        /** All epochs are done. */
        FINISHED,
        /** The next update would not be finite: {@link Snapshot#divergence} says where. It can be taken back. */
        DIVERGED,
        FAILED,
        /** For good. */
        CANCELLED
    }
}
