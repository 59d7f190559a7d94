package org.gatescope.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gatescope.cell.Arrivals;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.TimeOrder;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.program.Slot;

/**
 * What happens to the states between steps: at a step that is skipped, and past the end of a sequence, states keep
 * their values and gradients pass untouched; where time is cut into chunks the state is carried on and the gradient is not.
 */
final class StateHandover {
    private final Sizes sizes;
    private final List<State> states = new ArrayList<>();
    private TimeOrder order;
    /** By sequence, −1 where it computes none. */
    private int[] lastComputed = {};

    private BackwardTurn turn = BackwardTurn.whole();

    /** A state's places: before and after a step, what flows into it, out of it, and arrives within it. */
    private record State(Slot before, Slot after, Slot flowIn, Slot flowOut, Slot arrival, Slot handedBack) {}

    StateHandover(Cell cell, Sizes sizes, Storage storage, boolean reversed) {
        this.sizes = sizes;
        this.order = new TimeOrder(reversed, new StepMask(List.of()), Truncation.NONE);
        for (String state : cell.states()) {
            states.add(new State(
                    storage.named(state),
                    storage.named(Cell.after(state)),
                    storage.state(state).flowIn(),
                    storage.named(Cell.gradient(state)),
                    storage.named(Arrivals.fromNextStep(state).text()),
                    storage.oneStep(sizes.of(cell.widthOf(state)))));
        }
    }

    /** @param mask which steps are computed */
    void setMask(StepMask mask) {
        TimeOrder given = new TimeOrder(order.reversed(), mask, Truncation.NONE);
        lastComputed = IntStream.range(0, sizes.batch()).map(given::last).toArray();
        order = new TimeOrder(order.reversed(), mask, Truncation.NONE);
    }

    /** Begins a backward pass. */
    void begin(BackwardTurn begun) {
        turn = begun;
        order = new TimeOrder(order.reversed(), order.mask(), begun.truncation());
    }

    /** Zeros at all steps that are not computed. */
    void silence(Slot overSteps) {
        for (int t = 0; t < sizes.steps(); t++) {
            for (int n = 0; n < sizes.batch(); n++) {
                if (order.isHeld(n, t)) {
                    zeroRow(overSteps, t, n);
                }
            }
        }
    }

    /** After a step forward: where it is not computed, states are what they were before it. */
    void hold(int t) {
        for (State state : states) {
            for (int n = 0; n < sizes.batch(); n++) {
                if (order.isHeld(n, t)) {
                    copyRow(state.before(), state.after(), t, n);
                }
            }
        }
    }

    /** Before a step backward: what the step computed after it hands back, unless it is not computed or time is cut. */
    void arrive(int t) {
        for (State state : states) {
            for (int n = 0; n < sizes.batch(); n++) {
                if (order.isHeld(n, t) || order.isCutAfter(n, t)) {
                    zeroRow(state.arrival(), t, n);
                } else if (turn.slides() && t != lastComputed[n]) {
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
        int width = state.arrival().columns();
        for (int n = 0; n < sizes.batch(); n++) {
            if (turn.isFirst()) {
                Arrays.fill(state.handedBack().values(), n * width, (n + 1) * width, 0);
            } else {
                System.arraycopy(
                        state.flowOut().values(),
                        start(state.flowOut(), t, n),
                        state.handedBack().values(),
                        n * width,
                        width);
            }
        }
    }

    private void fromTurnBefore(State state, int t, int n) {
        int width = state.arrival().columns();
        System.arraycopy(
                state.handedBack().values(), n * width, state.arrival().values(), start(state.arrival(), t, n), width);
    }

    /** After a step backward: gradients pass the steps that are not computed, but for a cut. */
    void pass(int t) {
        for (State state : states) {
            for (int n = 0; n < sizes.batch(); n++) {
                if (order.isHeld(n, t) && order.isCutAfter(n, t)) {
                    zeroRow(state.flowOut(), t, n);
                } else if (order.isHeld(n, t)) {
                    copyRow(state.flowIn(), state.flowOut(), t, n);
                }
            }
        }
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
