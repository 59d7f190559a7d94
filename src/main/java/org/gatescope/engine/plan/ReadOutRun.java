package org.gatescope.engine.plan;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Series;
import org.gatescope.engine.product.Products;
import org.gatescope.engine.program.Buffer.Life;
import org.gatescope.engine.program.Buffers;
import org.gatescope.engine.program.Program;
import org.gatescope.engine.program.Section;
import org.gatescope.engine.program.Slot;
import org.gatescope.engine.program.Sums;

/** The read-out, compiled: rows of the top layer's output to logits, outputs, loss, and the gradients back. */
final class ReadOutRun {
    private final ReadOut readOut;
    private final int rows;
    private final Program program = new Program();
    private final Slot states;
    private final Slot weights;
    private final Slot logits;
    private final Slot outputs;
    private final Slot losses;
    private final Slot gradient;
    private final Slot targets;
    private final Slot stateGradient;
    private final Slot weightGradient;
    private double loss;

    /** @param states (rows, width): what is read out, written before {@link #forward} */
    ReadOutRun(ReadOut readOut, int rows, Slot states, Buffers buffers) {
        int width = states.columns();
        int count = readOut.outputs();
        int weighted = readOut.hasWeights() ? width : 0;
        this.readOut = readOut;
        this.rows = rows;
        this.states = states;
        weights = buffers.table(weighted, count);
        logits = buffers.table(rows, count, Life.RECORDED);
        outputs = buffers.table(rows, count, Life.RECORDED);
        losses = buffers.table(rows, 1, Life.RECORDED);
        gradient = buffers.table(rows, count, Life.RECORDED);
        targets = buffers.table(rows, count);
        stateGradient = buffers.table(rows, width, Life.RECORDED);
        weightGradient = buffers.table(weighted, count);
        logits.buffer().markOverwritten();
        outputs.buffer().markOverwritten();
        stateGradient.buffer().markOverwritten();
        if (readOut.hasWeights()) {
            compile(buffers);
        }
    }

    private void compile(Buffers buffers) {
        Slot turned = buffers.table(readOut.outputs(), states.columns());
        Products products = Products.chosen(buffers, program);
        products.multiply(rows, states, weights, logits, Section.SERIES); // z = h W
        program.add(Section.AFTERWARDS, t -> Sums.transpose(weights, turned));
        products.multiply(rows, gradient, turned, stateGradient, Section.AFTERWARDS); // dh = dz Wᵀ
        products.multiplyOverRows(rows, states, gradient, weightGradient, Section.FINAL); // dW = hᵀ dz
    }

    /** Logits, outputs and, if there is a goal, the loss. @param batch N */
    void forward(Map<String, Matrix> parameters, Optional<Goal> goal, int batch) {
        int count = readOut.outputs();
        double[] z = logits.values();
        if (readOut.hasWeights()) {
            Objects.requireNonNull(parameters.get(ReadOut.WEIGHTS)).copyTo(weights.values(), 0, count);
            program.run(Section.SERIES, 0);
            if (readOut.hasBias()) {
                addBias(Objects.requireNonNull(parameters.get(ReadOut.BIAS)), z);
            }
        } else {
            System.arraycopy(states.values(), 0, z, 0, rows * count);
        }
        for (int row = 0; row < rows; row++) {
            readOut.activation().forward(z, outputs.values(), row * count, count);
        }
        loss = 0;
        goal.ifPresent(aim -> score(aim, batch));
    }

    private void addBias(Matrix bias, double[] z) {
        int count = bias.columns();
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < count; k++) {
                z[row * count + k] += bias.get(0, k);
            }
        }
    }

    /** Loss and its gradient with respect to the logits. */
    private void score(Goal goal, int batch) {
        int count = readOut.outputs();
        goal.targets().copyTo(targets.values(), 0, count);
        double divisor = goal.divisor(batch);
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double weight = goal.weights().get(row, 0);
            if (weight != 0) {
                sum += weight * score(goal.loss().kind(), row * count, weight / divisor, row);
            }
        }
        loss = sum / divisor;
    }

    private double score(Loss.Kind kind, int from, double weight, int row) {
        int count = readOut.outputs();
        double one = kind.of(logits.values(), outputs.values(), targets.values(), from, count);
        losses.values()[row] = one;
        kind.gradient(readOut.activation(), outputs.values(), targets.values(), weight, gradient.values(), from, count);
        return one;
    }

    /** The gradients of what is read out and of the weights. */
    void backward() {
        if (readOut.hasWeights()) {
            program.run(Section.AFTERWARDS, 0);
            program.run(Section.FINAL, 0);
        } else {
            System.arraycopy(gradient.values(), 0, stateGradient.values(), 0, rows * readOut.outputs());
        }
    }

    /** (rows, width), row after row. */
    double[] stateGradient() {
        return stateGradient.values();
    }

    /** By full name; none where it has no parameters. */
    void addParameterGradients(Map<String, Matrix> to) {
        if (readOut.hasWeights()) {
            to.put(ReadOut.WEIGHTS, weightGradient());
        }
        if (readOut.hasBias()) {
            to.put(ReadOut.BIAS, biasGradient());
        }
    }

    private Matrix weightGradient() {
        int count = readOut.outputs();
        return Matrix.copyOf(weightGradient.values(), 0, count, stateGradient.columns(), count);
    }

    /** db = Σ dz. */
    private Matrix biasGradient() {
        double[] sum = new double[readOut.outputs()];
        for (int i = 0; i < rows * sum.length; i++) {
            sum[i % sum.length] += gradient.values()[i];
        }
        return Matrix.row(sum);
    }

    /** Averaged; 0 without a goal. */
    double loss() {
        return loss;
    }

    ReadOutTrace trace(int steps, int batch) {
        return new ReadOutTrace(
                series(logits, steps, batch),
                series(outputs, steps, batch),
                series(losses, steps, batch),
                series(gradient, steps, batch),
                series(stateGradient, steps, batch),
                loss);
    }

    private static Series series(Slot slot, int steps, int batch) {
        return new Series(slot.values(), 0, steps, batch, slot.columns());
    }

    void reuse(ReadOutTrace trace) {
        logits.buffer().reuse(trace.logits().array());
        outputs.buffer().reuse(trace.outputs().array());
        losses.buffer().reuse(trace.losses().array());
        gradient.buffer().reuse(trace.gradient().array());
        stateGradient.buffer().reuse(trace.stateGradient().array());
    }
}
