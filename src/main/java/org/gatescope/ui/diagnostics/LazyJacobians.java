package org.gatescope.ui.diagnostics;

import org.gatescope.engine.Matrix;
import org.gatescope.engine.diagnostics.StepJacobians;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.jspecify.annotations.Nullable;

/** The Jacobians of a run's steps: the plan for them is compiled where the first is computed, in the background. */
final class LazyJacobians {
    private final Run run;
    private final String part;
    private final int sequence;
    private @Nullable StepJacobians made;

    /**
     * @param part     layer and direction
     * @param sequence row of the batch
     */
    LazyJacobians(Run run, String part, int sequence) {
        this.run = run;
        this.part = part;
        this.sequence = sequence;
    }

    /** Steps of the sequence. */
    int length() {
        return run.session().lengths().get(sequence);
    }

    /** Of the state after a step by the one before, (S·H, S·H). */
    synchronized Matrix at(int step) {
        StepJacobians known = made;
        if (known == null) {
            Session session = run.session();
            known = StepJacobians.of(session.network(), session.inputs(), run.trace(), part, sequence);
            made = known;
        }
        return known.at(step);
    }
}
