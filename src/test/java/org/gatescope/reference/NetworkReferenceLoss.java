package org.gatescope.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Loss;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Shortcut;
import org.gatescope.reference.Scalar.Tape;

/** The read-out and its loss, as defined: logarithms of outputs, row by row. */
public final class NetworkReferenceLoss {
    private final NetworkProblem problem;
    private final Tape tape;
    private final List<Scalar[]> logits = new ArrayList<>();
    private final List<Scalar[]> outputs = new ArrayList<>();
    private final List<Scalar> losses = new ArrayList<>();
    private Scalar loss = Scalar.of(0);

    NetworkReferenceLoss(NetworkProblem problem, Tape tape) {
        this.problem = problem;
        this.tape = tape;
    }

    /** Of each row that is read out. */
    public List<Scalar[]> logits() {
        return logits;
    }

    public List<Scalar[]> outputs() {
        return outputs;
    }

    /** Of each row, before averaging; empty where nothing is asked for. */
    public List<Scalar> losses() {
        return losses;
    }

    public Scalar loss() {
        return loss;
    }

    /** The states themselves. @param output (N, T, width) @param separate directions of the top layer side by side @param read what it reads */
    Scalar read(Scalar[][][] output, Scalar[][][] separate, Scalar[][][] read) {
        ReadOut readOut = problem.network().readOut().orElseThrow();
        for (Scalar[] state : rows(output, separate, read, readOut.everyStep())) {
            Scalar[] row = Stream.of(state).map(tape::copy).toArray(Scalar[]::new);
            logits.add(row);
            outputs.add(activated(readOut.activation(), row));
        }
        problem.inputs().goal().ifPresent(this::score);
        return loss;
    }

    /** @param output (N, T, width) @param weights (width, K) @param bias K */
    Scalar read(Scalar[][][] output, Scalar[][][] separate, Scalar[][][] read, Scalar[][] weights, Scalar[] bias) {
        ReadOut readOut = problem.network().readOut().orElseThrow();
        for (Scalar[] state : rows(output, separate, read, readOut.everyStep())) {
            Scalar[] row = new Scalar[bias.length];
            for (int k = 0; k < row.length; k++) {
                row[k] = bias[k];
                for (int j = 0; j < state.length; j++) {
                    row[k] = tape.plus(row[k], tape.times(state[j], weights[j][k]));
                }
                row[k] = tape.copy(row[k]);
            }
            logits.add(row);
            outputs.add(activated(readOut.activation(), row));
        }
        problem.inputs().goal().ifPresent(this::score);
        return loss;
    }

    private List<Scalar[]> rows(Scalar[][][] output, Scalar[][][] separate, Scalar[][][] read, boolean everyStep) {
        List<Scalar[]> rows = new ArrayList<>();
        for (int t = 0; everyStep && t < problem.steps(); t++) {
            for (int n = 0; n < problem.batch(); n++) {
                rows.add(output[n][t]);
            }
        }
        for (int n = 0; !everyStep && n < problem.batch(); n++) {
            int[] computed = problem.inputs().mask().computed(n).toArray();
            Layer top = problem.network().layers().getLast();
            Scalar[] own = NetworkReference.merged(top, lastOfEachDirection(separate[n], computed), tape);
            rows.add(NetworkReference.carried(top, own, lastRead(read[n], computed), false, tape));
        }
        return rows;
    }

    /** Added to the second of two directions that stand side by side, it is that of the first step; to all else, of the last. */
    private Scalar[] lastRead(Scalar[][] read, int[] computed) {
        Layer top = problem.network().layers().getLast();
        boolean isBeside = top.directions().isBidirectional() && !top.isMerged() && top.shortcut() == Shortcut.ADDED;
        Scalar[] row =
                new Scalar[problem.network().reads(problem.network().layers().size() - 1)];
        for (int j = 0; j < row.length; j++) {
            boolean isFirst = top.directions() == Layer.Directions.REVERSE || (isBeside && j >= top.outputs());
            row[j] = computed.length == 0 ? Scalar.of(0) : read[computed[isFirst ? 0 : computed.length - 1]][j];
        }
        return row;
    }

    /** The forward direction ends at the last step that is computed, the backward one at the first. */
    private Scalar[] lastOfEachDirection(Scalar[][] output, int[] computed) {
        Layer top = problem.network().layers().getLast();
        int hidden = top.outputs();
        Scalar[] row = new Scalar[top.directions().isBidirectional() ? 2 * hidden : hidden];
        for (int j = 0; j < row.length; j++) {
            boolean isForward = j < hidden && top.directions() != Layer.Directions.REVERSE;
            row[j] = computed.length == 0 ? Scalar.of(0) : output[computed[isForward ? computed.length - 1 : 0]][j];
        }
        return row;
    }

    private Scalar[] activated(ReadOut.Activation activation, Scalar[] logits) {
        Scalar[] outputs = new Scalar[logits.length];
        Scalar sum = Scalar.of(0);
        for (Scalar logit : logits) {
            sum = tape.plus(sum, tape.exp(logit));
        }
        for (int k = 0; k < logits.length; k++) {
            outputs[k] = switch (activation) {
                case STATES, IDENTITY -> tape.copy(logits[k]);
                case SIGMOID -> tape.sigmoid(logits[k]);
                case SOFTMAX -> tape.over(tape.exp(logits[k]), sum);
            };
        }
        return outputs;
    }

    private void score(Goal goal) {
        double total = 0;
        for (int row = 0; row < logits.size(); row++) {
            Scalar sum = Scalar.of(0);
            for (int k = 0; k < logits.get(row).length; k++) {
                sum = tape.plus(
                        sum, term(goal.loss().kind(), row, k, goal.targets().get(row, k)));
            }
            boolean isMean = goal.loss().kind() != Loss.Kind.CATEGORICAL_CROSS_ENTROPY;
            Scalar own = tape.times(sum, isMean ? 1.0 / logits.get(row).length : 1);
            losses.add(own);
            loss = tape.plus(loss, tape.times(own, goal.weights().get(row, 0)));
            total += goal.weights().get(row, 0);
        }
        double divisor = switch (goal.loss().average()) {
            case SUM -> 1;
            case BATCH -> Math.max(problem.batch(), 1);
            case BATCH_AND_TIME -> total == 0 ? 1 : total;
        };
        loss = tape.times(loss, 1 / divisor);
    }

    private Scalar term(Loss.Kind kind, int row, int k, double target) {
        Scalar output = outputs.get(row)[k];
        return switch (kind) {
            case MEAN_SQUARED -> {
                Scalar error = tape.minus(output, Scalar.of(target));
                yield tape.times(error, error);
            }
            case MEAN_ABSOLUTE -> {
                Scalar error = tape.minus(output, Scalar.of(target));
                yield tape.times(error, Math.signum(error.value())); // no slope where they are equal
            }
            case HINGE -> {
                Scalar missing = tape.minus(Scalar.of(1), tape.times(output, target));
                yield missing.value() > 0 ? missing : Scalar.of(0);
            }
            case BINARY_CROSS_ENTROPY -> {
                Scalar rest = tape.sigmoid(tape.times(logits.get(row)[k], -1)); // 1 − y without cancellation
                yield tape.plus(tape.times(tape.log(output), -target), tape.times(tape.log(rest), target - 1));
            }
            case CATEGORICAL_CROSS_ENTROPY -> tape.times(tape.log(output), -target);
        };
    }
}
