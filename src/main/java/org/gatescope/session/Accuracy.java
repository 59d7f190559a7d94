package org.gatescope.session;

import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;
import org.gatescope.engine.ReadOut;

/**
 * How much of what counts in the loss is right: of classes the largest output has to be that of the largest target, of
 * bits every output on its side of a half, of values every output within {@link #TOLERANCE} of its target; with the hinge
 * loss every output on the side of zero on which its target is.
 *
 * @param right rows
 * @param all   rows that count
 */
public record Accuracy(int right, int all) {
    public static final double TOLERANCE = 0.1;

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
        boolean isHinge = goal.loss().kind() == Loss.Kind.HINGE;
        boolean isOfClasses = readOut.activation() == ReadOut.Activation.SOFTMAX;
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
            isRight &= isHinge && !isOfClasses ? target * output > 0 : isRight(readOut, target, output);
        }
        return isRight && (!isOfClasses || wanted == found);
    }

    private static boolean isRight(ReadOut readOut, double target, double output) {
        return switch (readOut.activation()) {
            case SOFTMAX -> !Double.isNaN(output);
            case SIGMOID -> target > 0.5 ? output > 0.5 : output < 0.5;
            case STATES, IDENTITY -> Math.abs(output - target) <= TOLERANCE;
        };
    }

    /** From 0 to 1; NaN where nothing counts. */
    public double share() {
        return all == 0 ? Double.NaN : (double) right / all;
    }
}
