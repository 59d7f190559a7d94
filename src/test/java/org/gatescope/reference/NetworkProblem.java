package org.gatescope.reference;

import java.util.Optional;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.plan.NetworkPlan;

/** All that a run of a network needs. */
public record NetworkProblem(Network network, int batch, int steps, NetworkInputs inputs) {
    /** Runs it through the engine. */
    public NetworkTrace run() {
        return NetworkPlan.of(network, batch, steps).run(inputs);
    }

    public boolean isOver(int sequence, int t) {
        return t >= inputs.lengths().get(sequence);
    }

    /** True for a step that is skipped, or past the end of a sequence. */
    public boolean isHeld(int sequence, int t) {
        return inputs.mask().isHeld(sequence, t);
    }

    /** True where the read-out has a row for each step. */
    public boolean readsEveryStep() {
        return network.readOut().isPresent() && network.readOut().get().everyStep();
    }

    /** The same with other numbers. */
    public NetworkProblem with(NetworkInputs changed) {
        return new NetworkProblem(network, batch, steps, changed);
    }

    public NetworkProblem withChunk(int chunk) {
        return with(inputs.withTruncation(Truncation.chunks(chunk)));
    }

    public NetworkProblem withGoal(Optional<Goal> goal) {
        return with(inputs.withGoal(goal));
    }

    /** The same with a loss that adds rows up, and counts none beyond the end of a sequence. */
    public NetworkProblem summedWithinLengths() {
        return withGoal(inputs.goal().map(goal -> {
            Matrix weights = goal.weights();
            for (int row = 0; readsEveryStep() && row < weights.rows(); row++) {
                weights = isHeld(row % batch, row / batch) ? weights.with(row, 0, 0) : weights;
            }
            return new Goal(new Loss(goal.loss().kind(), Loss.Average.SUM), goal.targets(), weights);
        }));
    }
}
