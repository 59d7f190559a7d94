package org.gatescope.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.TimeOrder;
import org.gatescope.engine.program.Slot;

/**
 * What happens to the states between steps: a sequence that has ended keeps its state and passes its gradient on
 * untouched; where time is cut into chunks the state is carried on and the gradient is not.
 */
final class StateHandover {
    private final Sizes sizes;
    private final boolean reversed;
    private final List<State> states = new ArrayList<>();
    private int[] lengths = {};
    private BackwardTurn turn = BackwardTurn.whole();

    /** A state's places: before and after a step, what flows into it, out of it, and arrives within it. */
    private record State(Slot before, Slot after, Slot flowIn, Slot flowOut, Slot arrival, double[] handedBack) {}

    StateHandover(Cell cell, Sizes sizes, Storage storage, boolean reversed) {
        this.sizes = sizes;
        this.reversed = reversed;
        for (String state : cell.states()) {
            states.add(new State(
                    storage.named(state),
                    storage.named(Cell.after(state)),
                    storage.state(state).flowIn(),
                    storage.named(Cell.gradient(state)),
                    storage.named(Arrivals.fromNextStep(state).text()),
                    new double[Math.multiplyExact(sizes.batch(), sizes.hidden())]));
        }
    }

    /** @param stepsOfEach how many steps each sequence has */
    void setLengths(int[] stepsOfEach) {
        lengths = stepsOfEach;
    }

    /** Begins a backward pass. */
    void begin(BackwardTurn begun) {
        turn = begun;
    }

    /** Zeros wherever a sequence is over. */
    void silence(Slot overSteps) {
        for (int t = 0; t < sizes.steps(); t++) {
            for (int n = 0; n < sizes.batch(); n++) {
                if (isOver(n, t)) {
                    zeroRow(overSteps, t, n);
                }
            }
        }
    }

    private boolean isOver(int sequence, int t) {
        return t >= lengths[sequence];
    }

    /** After a step forward: the states of sequences that are over are what they were before it. */
    void hold(int t) {
        for (State state : states) {
            for (int n = 0; n < sizes.batch(); n++) {
                if (isOver(n, t)) {
                    copyRow(state.before(), state.after(), t, n);
                }
            }
        }
    }

    /** Before a step backward: what the step computed after it hands back, unless the sequence is over or time is cut. */
    void arrive(int t) {
        for (State state : states) {
            for (int n = 0; n < sizes.batch(); n++) {
                if (isOver(n, t) || isCutAfter(n, t)) {
                    zeroRow(state.arrival(), t, n);
                } else if (turn.slides() && hasNext(n, t)) {
                    fromTurnBefore(state, t, n);
                } else {
                    copyRow(state.flowIn(), state.arrival(), t, n);
                }
            }
            if (turn.slides()) {
                keepHandedBack(state, t);
            }
        }
    }

    /** What the turn before has handed back out of a step stands there until this one writes over it: the step before needs it. */
    private void keepHandedBack(State state, int t) {
        int width = sizes.hidden();
        for (int n = 0; n < sizes.batch(); n++) {
            if (turn.isFirst()) {
                Arrays.fill(state.handedBack(), n * width, (n + 1) * width, 0);
            } else {
                System.arraycopy(
                        state.flowOut().values(), start(state.flowOut(), t, n), state.handedBack(), n * width, width);
            }
        }
    }

    private void fromTurnBefore(State state, int t, int n) {
        int width = sizes.hidden();
        System.arraycopy(
                state.handedBack(), n * width, state.arrival().values(), start(state.arrival(), t, n), width);
    }

    /** After a step backward: gradients pass the steps at which a sequence is over. */
    void pass(int t) {
        for (State state : states) {
            for (int n = 0; n < sizes.batch(); n++) {
                if (isOver(n, t)) {
                    copyRow(state.flowIn(), state.flowOut(), t, n);
                }
            }
        }
    }

    /** The step that is computed next, were there no end. */
    private int next(int t) {
        return reversed ? t - 1 : t + 1;
    }

    private boolean hasNext(int sequence, int t) {
        return next(t) >= 0 && !isOver(sequence, next(t));
    }

    /** True if nothing comes back from the step that the sequence computes next. */
    private boolean isCutAfter(int sequence, int t) {
        int next = next(t);
        return hasNext(sequence, t) && turn.truncation().isCut(t, next);
    }

    private static void zeroRow(Slot slot, int t, int row) {
        int start = start(slot, t, row);
        Arrays.fill(slot.values(), start, start + slot.columns(), 0);
    }

    private static int start(Slot slot, int t, int row) {
        return slot.at(t) + row * slot.rowStride();
    }

    private static void copyRow(Slot from, Slot to, int t, int row) {
        System.arraycopy(
                from.values(),
                from.at(t) + row * from.rowStride(),
                to.values(),
                to.at(t) + row * to.rowStride(),
                to.columns());
    }
}
