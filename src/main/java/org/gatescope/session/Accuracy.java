package org.gatescope.session;

import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;
import org.gatescope.engine.ReadOut;

/**
 * How much of what counts in the loss is right: for classes the largest output has to be that of the largest target;
 * otherwise every output has to be as {@link org.gatescope.engine.Loss.Kind#isRight} wants it.
 *
 * @param right rows
 * @param all   rows that count
 */
public record Accuracy(int right, int all) {
    /** Of a run with a read-out. */
    public static Accuracy of(Run run) {
        ReadOut readOut = run.session().network().readOut().orElseThrow();
        return of(
                readOut,
                run.session().inputs().goal().orElseThrow(),
                run.trace().readOut().orElseThrow(),
                run.session().batch());
    }

    private static Accuracy of(ReadOut readOut, Goal goal, ReadOutTrace trace, int batch) {
        int right = 0;
        int all = 0;
        for (int row = 0; row < goal.weights().rows(); row++) {
            if (goal.weights().get(row, 0) != 0) {
                all++;
                right += isRight(readOut, goal, trace, row, batch) ? 1 : 0;
            }
        }
        return new Accuracy(right, all);
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

    /** From 0 to 1; NaN where nothing counts. */
    public double share() {
        return all == 0 ? Double.NaN : (double) right / all;
    }
}
