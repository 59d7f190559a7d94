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
    private int chunk;

    /** A state's places: before and after a step, what flows into it, out of it, and arrives within it. */
    private record State(Slot before, Slot after, Slot flowIn, Slot flowOut, Slot arrival) {}

    StateHandover(Cell cell, Sizes sizes, Storage storage, boolean reversed) {
        this.sizes = sizes;
        this.reversed = reversed;
        for (String state : cell.states()) {
            states.add(new State(
                    storage.named(state),
                    storage.named(Cell.after(state)),
                    storage.state(state).flowIn(),
                    storage.named(Cell.gradient(state)),
                    storage.named(Arrivals.fromNextStep(state).text())));
        }
    }

    /** @param stepsOfEach how many steps each sequence has */
    void setLengths(int[] stepsOfEach) {
        lengths = stepsOfEach;
    }

    /** @param every steps of a chunk; 0 for one that holds all */
    void setChunk(int every) {
        chunk = every;
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
                } else {
                    copyRow(state.flowIn(), state.arrival(), t, n);
                }
            }
        }
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

    /** True if a chunk ends with the step: the one that the sequence computes next, if any, begins another. */
    private boolean isCutAfter(int sequence, int t) {
        int next = reversed ? t - 1 : t + 1;
        boolean isLast = next < 0 || isOver(sequence, next);
        return !isLast && TimeOrder.isCut(t, next, chunk);
    }

    private static void zeroRow(Slot slot, int t, int row) {
        int start = slot.at(t) + row * slot.rowStride();
        Arrays.fill(slot.values(), start, start + slot.columns(), 0);
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
