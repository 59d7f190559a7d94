package org.gatescope.engine;

import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;

/**
 * How well a network does on some sequences. For classes the largest output has to be that of the largest target;
 * otherwise every output has to be as {@link Loss.Kind#isRight} wants it.
 *
 * @param loss  averaged as the loss is that is trained on
 * @param right rows
 * @param all   rows that count
 */
public record Score(double loss, int right, int all) {
    /** @param batch N of the run */
    static Score of(ReadOut readOut, Goal goal, double divisor, ReadOutTrace trace, int batch) {
        int right = 0;
        int all = 0;
        double sum = 0;
        for (int row = 0; row < goal.weights().rows(); row++) {
            double weight = goal.weights().get(row, 0);
            if (weight != 0) {
                all++;
                right += isRight(readOut, goal, trace, row, batch) ? 1 : 0;
                sum += weight * loss(readOut, goal, trace, row, batch);
            }
        }
        return new Score(sum / divisor, right, all);
    }

    private static double loss(ReadOut readOut, Goal goal, ReadOutTrace trace, int row, int batch) {
        int count = readOut.outputs();
        double[] targets = new double[count];
        for (int k = 0; k < count; k++) {
            targets[k] = goal.targets().get(row, k);
        }
        double[] logits = trace.logits().row(row / batch, row % batch);
        double[] outputs = trace.outputs().row(row / batch, row % batch);
        return goal.loss().kind().of(logits, outputs, targets, 0, count);
    }

    private static boolean isRight(ReadOut readOut, Goal goal, ReadOutTrace trace, int row, int batch) {
        Matrix targets = goal.targets();
        boolean isOfClasses = readOut.activation().isOfClasses();
        int step = row / batch;
        int sequence = row % batch;
        int wanted = 0;
        int found = 0;
        boolean isRight = true;
        for (int k = 0; k < readOut.outputs(); k++) {
            double target = targets.get(row, k);
            double output = trace.outputs().at(step, sequence, k);
            wanted = target > targets.get(row, wanted) ? k : wanted;
            found = output > trace.outputs().at(step, sequence, found) ? k : found;
            isRight &= goal.loss().kind().isRight(readOut.activation(), target, output);
        }
        return isRight && (!isOfClasses || wanted == found);
    }

    /** What is right of what counts, from 0 to 1; NaN where nothing counts. */
    public double accuracy() {
        return all == 0 ? Double.NaN : (double) right / all;
    }
}
