package org.gatescope.session;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkOutcome;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.diagnostics.GradientCheck;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.engine.diagnostics.StepJacobians;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.mistakes.MistakenRun;
import org.gatescope.engine.plan.NetworkPlan;

/** Checks the gradients that a session's run shows, mistakes included. */
public final class Checking {
    /** Forward passes for each number: one and two steps to either side of it. */
    private static final double RUNS = 4;

    /** Multiplications that a check may cost and still start by itself: a fraction of a second in the background. */
    private static final double SMALL = 2e8;

    private Checking() {}

    /** True if the check is cheap enough to start by itself. */
    public static boolean isSmall(Session session) {
        return work(session) <= SMALL;
    }

    /**
     * The gradients of the run, with the mistakes that are on, against central differences of the forward pass as it is
     * run.
     *
     * @throws org.gatescope.engine.TooLargeException     if a run does not fit into memory
     * @throws java.util.concurrent.CancellationException if stopped
     */
    public static GradientCheck check(Session session, Progress progress) {
        NetworkInputs inputs = session.inputs();
        if (session.mistakes().mistakes().isEmpty()) {
            return GradientCheck.of(session.network(), inputs, progress);
        }
        return GradientCheck.of(
                session.network(), inputs, run(session, session.mistakes(), inputs), forward(session), progress);
    }

    private static Function<NetworkInputs, NetworkOutcome> forward(Session session) {
        Set<Mistake> forward = forwardMistakes(session);
        if (forward.isEmpty()) {
            return NetworkPlan.of(session.network(), session.batch(), session.steps())::outcome;
        }
        MistakenRun mistaken = new MistakenRun(forward, session.mistakes().update());
        return inputs -> NetworkOutcome.of(run(session, mistaken, inputs));
    }

    /** What is differentiated is wrong in the same way as what is run. */
    private static Set<Mistake> forwardMistakes(Session session) {
        Set<Mistake> forward = EnumSet.noneOf(Mistake.class);
        forward.addAll(session.mistakes().mistakes());
        forward.removeIf(mistake -> mistake.where() != Mistake.Where.FORWARD);
        return forward;
    }

    private static NetworkTrace run(Session session, MistakenRun mistakes, NetworkInputs inputs) {
        return mistakes.of(session.network(), session.batch(), session.steps(), inputs)
                .trace();
    }

    /** Multiplications and additions that a check takes, roughly; it grows with the square of the numbers. */
    static double work(Session session) {
        RunCost cost = RunCost.of(session);
        double states = 0;
        for (Part part : session.network().parts()) {
            states += (double) StepJacobians.order(part.layer()) * session.batch();
        }
        double numbers =
                cost.weights() + states + cost.timeRows() * session.network().inputs();
        double slowness = forwardMistakes(session).isEmpty() ? 1 : RunCost.INTERPRETED;
        return slowness * RUNS * numbers * cost.forward();
    }
}
