package org.gatescope.engine.diagnostics;

import java.util.Objects;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.Series;
import org.gatescope.engine.TimeOrder;
import org.gatescope.engine.Trace;

/**
 * Where the gradient of the loss with respect to a state after each step comes from: its Euclidean norms over the
 * units, (T, N) each, and 0 where a sequence is over. As vectors, whole = within + next.
 *
 * @param whole  ‖∂L/∂h[t]‖
 * @param within the part that comes through the step's output and whatever else the step computes from the state
 * @param next   the part that the next computed step hands back (t + 1, in a reversed direction t − 1), where the
 *               sequence ends that of its final state; 0 where time is cut into chunks, and less of it where a window slides
 */
public record GradientFlow(Matrix whole, Matrix within, Matrix next) {

    /**
     * @param trace of a run of these inputs
     * @param part  layer and direction, as in {@code 0.forward}
     * @param state of that part's cell, without prime
     * @throws IllegalArgumentException if there is no such part or state
     */
    public static GradientFlow of(
            Network network, NetworkInputs inputs, NetworkTrace trace, String part, String state) {
        return new Reading(network.part(part), inputs, trace.part(part), state).norms();
    }

    /** The same of all sequences together, (T, 1) each: √ of the sum of their squares. */
    public GradientFlow overBatch() {
        return new GradientFlow(overBatch(whole), overBatch(within), overBatch(next));
    }

    private static Matrix overBatch(Matrix norms) {
        double[][] together = new double[norms.rows()][1];
        double[][] rows = norms.toArray();
        for (int t = 0; t < rows.length; t++) {
            together[t][0] = MatrixNorm.euclidean(rows[t], 0, rows[t].length);
        }
        return Matrix.of(together, 1);
    }

    /** Reads the parts of a gradient off a trace. */
    private record Reading(Series whole, Series flow, Optional<Series> arrival, Matrix last, TimeOrder order) {
        Reading(Part part, NetworkInputs inputs, Trace trace, String state) {
            this(
                    trace.gradient(Cell.after(state)),
                    trace.gradient(state),
                    trace.arrival(state),
                    Objects.requireNonNull(inputs.finalState().get(part.state(state))),
                    TimeOrder.of(inputs, part));
        }

        GradientFlow norms() {
            int steps = whole.steps();
            int batch = whole.batch();
            double[][][] norms = new double[3][steps][batch];
            for (int n = 0; n < batch; n++) {
                for (int t = 0; !order.isOver(n, t); t++) {
                    boolean isSkipped = order.isHeld(n, t); // all of it passes
                    double[] next = isSkipped ? flow.row(t, n) : fromNextStep(t, n);
                    double[] all = isSkipped ? next : whole.row(t, n);
                    norms[0][t][n] = norm(all);
                    norms[1][t][n] = norm(difference(all, next));
                    norms[2][t][n] = norm(next);
                }
            }
            return new GradientFlow(Matrix.of(norms[0], batch), Matrix.of(norms[1], batch), Matrix.of(norms[2], batch));
        }

        private double[] fromNextStep(int t, int n) {
            if (order.isCutAfter(n, t)) {
                return new double[whole.width()];
            }
            if (arrival.isPresent()) {
                return arrival.get().row(t, n);
            }
            int next = order.next(t);
            return order.has(n, next) ? flow.row(next, n) : last.rows(n, 1, 1).toArray()[0];
        }

        private static double[] difference(double[] all, double[] part) {
            double[] rest = new double[all.length];
            for (int i = 0; i < rest.length; i++) {
                rest[i] = all[i] - part[i];
            }
            return rest;
        }

        private static double norm(double[] vector) {
            return MatrixNorm.euclidean(vector, 0, vector.length);
        }
    }
}
