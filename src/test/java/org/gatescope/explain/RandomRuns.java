package org.gatescope.explain;

import java.util.Optional;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Loss.Average;
import org.gatescope.engine.Loss.Kind;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Truncation;
import org.gatescope.reference.NetworkProblem;
import org.gatescope.reference.RandomNetworks;
import org.gatescope.session.Objective;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.Vocabulary;

/** Runs of networks of any make; what stands in tables beyond the end of a sequence may be no number. */
public final class RandomRuns {
    private RandomRuns() {}

    public static Run of(long seed) {
        NetworkProblem problem = RandomNetworks.any(seed);
        return of(seed % 3 == 0 ? problem.with(problem.inputs().withTruncation(window(seed))) : problem);
    }

    private static Truncation window(long seed) {
        return new Truncation.Window((int) (seed / 3 % 4));
    }

    static Run of(NetworkProblem problem) {
        Optional<Objective> objective = problem.network()
                .readOut()
                .map(readOut -> objective(problem.inputs().goal().orElseGet(() -> goal(readOut, problem))));
        return Run.of(new Session(
                "random", problem.network(), problem.steps(), problem.inputs(), objective, Vocabulary.NONE));
    }

    private static Objective objective(Goal goal) {
        return new Objective(goal.loss(), Objective.Aim.TABLE, goal.targets(), goal.weights());
    }

    /** Where the problem has none: every step counts. */
    private static Goal goal(ReadOut readOut, NetworkProblem problem) {
        int rows = readOut.everyStep() ? problem.steps() * problem.batch() : problem.batch();
        Loss loss = new Loss(Kind.MEAN_SQUARED, Average.BATCH_AND_TIME);
        return new Goal(loss, Matrix.filled(rows, readOut.outputs(), 0.25), Matrix.filled(rows, 1, 1));
    }
}
