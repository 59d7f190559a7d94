package org.gatescope.session;

import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import org.gatescope.engine.Loss;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs.Goal;
import org.gatescope.engine.NetworkInputs.Tests;

/**
 * What the read-out is compared with.
 *
 * @param aim     where the targets come from
 * @param targets (T·N, K), or (N, K) where only the last step is read out; those that were typed, also while others
 *                count
 * @param mask    what each row of the targets counts, one column: 1, or 0 for nothing
 * @param split   which sequences are tested on and count nothing in the loss that is trained on
 */
public record Objective(Loss loss, Aim aim, Matrix targets, Matrix mask, Split split) {
    /** Where targets come from. */
    public enum Aim {
        /** A table. */
        TABLE,
        /** The input of the step after. */
        NEXT_TOKEN
    }

    /** All sequences are trained on. */
    public Objective(Loss loss, Aim aim, Matrix targets, Matrix mask) {
        this(loss, aim, targets, mask, Split.NONE);
    }

    /** The same with another loss. */
    public Objective withLoss(Loss changed) {
        return new Objective(changed, aim, targets, mask, split);
    }

    /** The same with another aim. */
    public Objective withAim(Aim changed) {
        return new Objective(loss, changed, targets, mask, split);
    }

    /** The same with other targets, a row for each row that is read out. */
    public Objective withTargets(Matrix changed) {
        return new Objective(loss, aim, changed, mask, split);
    }

    /** The same with other weights of the rows, one column. */
    public Objective withMask(Matrix changed) {
        return new Objective(loss, aim, targets, changed, split);
    }

    /** The same with other sequences to be tested on. */
    public Objective withSplit(Split changed) {
        return new Objective(loss, aim, targets, mask, changed);
    }

    /** What a run is given: no row counts at a step that is not computed, nor where no such step comes after. */
    Goal goal(Session session) {
        boolean everyStep =
                Objects.requireNonNull(session.network().readOut().orElse(null)).everyStep();
        int batch = session.batch();
        BitSet tested = split.tested(batch);
        double[][] trained = new double[mask.rows()][1];
        double[][] measured = new double[mask.rows()][1];
        for (int row = 0; row < trained.length; row++) {
            int n = row % batch;
            int step =
                    everyStep ? row / batch : session.mask().computed(n).max().orElse(session.steps());
            boolean counts = aim == Aim.NEXT_TOKEN
                    ? hasNext(session, n, step)
                    : !session.mask().isHeld(n, step);
            double weight = counts ? mask.get(row, 0) : 0;
            (tested.get(row % batch) ? measured : trained)[row][0] = weight;
        }
        return new Goal(
                loss,
                targets(session),
                Matrix.of(trained, 1),
                tested.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Tests(Matrix.of(measured, 1), tested.cardinality())));
    }

    /** True if a step is computed, and the one after it too. */
    private static boolean hasNext(Session session, int sequence, int step) {
        return !session.mask().isHeld(sequence, step) && !session.mask().isHeld(sequence, step + 1);
    }

    /**
     * The targets that count, as a table. What did not count for want of a step after does not count there either, so that
     * nothing changes until it is edited.
     */
    Objective asTable(Session session) {
        if (aim == Aim.TABLE) {
            return this;
        }
        double[][] counted = mask.toArray();
        for (int n = 0; n < session.batch(); n++) {
            for (int t = 0; t < session.lengths().get(n); t++) {
                if (!hasNext(session, n, t)) {
                    counted[t * session.batch() + n][0] = 0;
                }
            }
        }
        return new Objective(loss, Aim.TABLE, targets(session), Matrix.of(counted, 1), split);
    }

    /** Those that count. */
    Matrix targets(Session session) {
        if (aim == Aim.TABLE) {
            return targets;
        }
        int batch = session.batch();
        Matrix input = session.numbers().input();
        int last = input.rows() - batch;
        return input.rearranged(input.rows(), input.columns(), row -> row < last ? row + batch : -1);
    }
}
