package org.gatescope.session.number;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.training.RidgeRegression;
import org.gatescope.engine.training.RidgeSettings;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;

/**
 * The read-out that fits the states of a run best, at once instead of by updates: how an echo state network is trained. It is
 * the smallest loss that the read-out alone can come to, but for the penalty.
 */
public record RidgeReadOut(RidgeSettings settings) {
    private static final Texts TEXTS = Texts.of(RidgeReadOut.class);

    /** Why a session's read-out cannot be solved, in a sentence; empty if it can. */
    public static Optional<String> refusal(Session session) {
        return refused(session).map(TEXTS::get);
    }

    private static Optional<String> refused(Session session) {
        ReadOut readOut = session.network().readOut().orElse(null);
        if (readOut == null || session.objective().isEmpty()) {
            return Optional.of("ridge.no-read-out");
        }
        if (!readOut.hasWeights()) {
            return Optional.of("ridge.states");
        }
        if (readOut.activation() != ReadOut.Activation.IDENTITY) {
            return Optional.of("ridge.activation");
        }
        if (session.objective().get().loss().kind() != Loss.Kind.MEAN_SQUARED) {
            return Optional.of("ridge.loss");
        }
        boolean isHeld = session.training().held().contains(ReadOut.WEIGHTS)
                || readOut.hasBias() && session.training().held().contains(ReadOut.BIAS);
        return isHeld ? Optional.of("ridge.held") : Optional.empty();
    }

    /**
     * Weights and bias, by their full names.
     *
     * @param run of a session that is not refused
     * @throws org.gatescope.engine.training.UnsolvableException if there is no solution, or more than one
     */
    public Map<String, Matrix> of(Run run) {
        Session session = run.session();
        ReadOut readOut = session.network().readOut().orElseThrow();
        Goal goal = session.inputs().goal().orElseThrow();
        int batch = session.batch();
        Matrix targets = goal.targets();
        Matrix states = Matrix.of(
                states(run, readOut, targets.rows()), session.network().width());
        Matrix weights = column(targets.rows(), row -> {
            int n = row % batch;
            int step = readOut.everyStep()
                    ? row / batch
                    : session.mask().computed(n).max().orElse(-1);
            return step < settings.washout() ? 0 : goal.weights().get(row, 0);
        });
        RidgeRegression.Solution solved =
                new RidgeRegression(settings.penalty(), readOut.hasBias()).solve(states, targets, weights);
        Map<String, Matrix> changed = new HashMap<>(Map.of(ReadOut.WEIGHTS, solved.weights()));
        if (readOut.hasBias()) {
            changed.put(ReadOut.BIAS, solved.bias());
        }
        return changed;
    }

    /** What the read-out reads, (T·N, width), or (N, width) of the last step alone. */
    private static double[][] states(Run run, ReadOut readOut, int count) {
        int batch = run.session().batch();
        int width = run.session().network().width();
        double[][] rows = new double[count][width];
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < width; column++) {
                rows[row][column] = readOut.everyStep()
                        ? run.trace().output().at(row / batch, row % batch, column)
                        : LayerOutputs.last(run, row, column);
            }
        }
        return rows;
    }

    private static Matrix column(int count, IntToDoubleFunction number) {
        double[][] rows = new double[count][1];
        for (int row = 0; row < count; row++) {
            rows[row][0] = number.applyAsDouble(row);
        }
        return Matrix.of(rows, 1);
    }
}
