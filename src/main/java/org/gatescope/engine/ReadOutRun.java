package org.gatescope.engine;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;

/** The read-out of one run: rows of the top layer's output to logits, outputs, loss, and the gradients back. */
final class ReadOutRun {
    private final ReadOut readOut;
    private final DMatrixRMaj states;
    private final DMatrixRMaj weights;
    private final DMatrixRMaj logits;
    private final double[] outputs;
    private final double[] losses;
    private final DMatrixRMaj gradient;
    private final DMatrixRMaj stateGradient;
    private double loss;

    /**
     * @param states (rows, width): what is read out
     * @param bias   (1, K)
     */
    ReadOutRun(ReadOut readOut, DMatrixRMaj states, Matrix weights, Matrix bias) {
        this.readOut = readOut;
        this.states = states;
        this.weights = new DMatrixRMaj(states.numCols, readOut.outputs());
        weights.copyTo(this.weights.data, 0, readOut.outputs());
        int rows = states.numRows;
        logits = new DMatrixRMaj(rows, readOut.outputs());
        outputs = new double[rows * readOut.outputs()];
        losses = new double[rows];
        gradient = new DMatrixRMaj(rows, readOut.outputs());
        stateGradient = new DMatrixRMaj(rows, states.numCols);
        if (rows > 0) {
            CommonOps_DDRM.mult(states, this.weights, logits); // z = h W + b
        }
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < readOut.outputs(); k++) {
                logits.data[row * readOut.outputs() + k] += bias.get(0, k);
            }
            LossRow.activate(readOut.activation(), logits.data, outputs, row * readOut.outputs(), readOut.outputs());
        }
    }

    /** Loss and its gradient with respect to the logits. @param batch N */
    void score(Goal goal, int batch) {
        int rows = states.numRows;
        int count = readOut.outputs();
        double[] targets = new double[rows * count];
        goal.targets().copyTo(targets, 0, count);
        double divisor = divisor(goal, batch);
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double weight = goal.weights().get(row, 0);
            if (weight != 0) {
                int from = row * count;
                losses[row] = LossRow.loss(goal.loss().kind(), logits.data, outputs, targets, from, count);
                sum += weight * losses[row];
                LossRow.gradient(
                        goal.loss().kind(),
                        readOut.activation(),
                        outputs,
                        targets,
                        weight / divisor,
                        gradient.data,
                        from,
                        count);
            }
        }
        loss = sum / divisor;
        if (rows > 0) {
            CommonOps_DDRM.multTransB(gradient, weights, stateGradient);
        }
    }

    private double divisor(Goal goal, int batch) {
        return switch (goal.loss().average()) {
            case SUM -> 1;
            case BATCH -> Math.max(batch, 1);
            case BATCH_AND_TIME -> {
                double total = 0;
                for (int row = 0; row < states.numRows; row++) {
                    total += goal.weights().get(row, 0);
                }
                yield Math.max(total, Double.MIN_NORMAL);
            }
        };
    }

    /** dh = dz Wᵀ, (rows, width); there once {@link #score} is done. */
    DMatrixRMaj stateGradient() {
        return stateGradient;
    }

    /** dW = hᵀ dz. */
    Matrix weightGradient() {
        DMatrixRMaj result = new DMatrixRMaj(states.numCols, readOut.outputs());
        if (states.numRows > 0) {
            CommonOps_DDRM.multTransA(states, gradient, result);
        }
        return Matrix.copyOf(result.data, 0, result.numCols, result.numRows, result.numCols);
    }

    /** db = Σ dz. */
    Matrix biasGradient() {
        double[] sum = new double[readOut.outputs()];
        for (int i = 0; i < states.numRows * sum.length; i++) {
            sum[i % sum.length] += gradient.data[i];
        }
        return Matrix.row(sum);
    }

    ReadOutTrace trace(int steps, int batch) {
        int count = readOut.outputs();
        return new ReadOutTrace(
                new Series(logits.data, 0, steps, batch, count),
                new Series(outputs, 0, steps, batch, count),
                new Series(losses, 0, steps, batch, 1),
                new Series(gradient.data, 0, steps, batch, count),
                new Series(stateGradient.data, 0, steps, batch, states.numCols),
                loss);
    }
}
