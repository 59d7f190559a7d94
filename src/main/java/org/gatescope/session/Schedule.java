package org.gatescope.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Operation;

/**
 * The order in which a run is played: every step's operations forward, then backward. The list of all operations is
 * arithmetic and stands nowhere.
 */
public final class Schedule {
    private final int steps;
    private final List<Operation> forward;
    private final List<Operation> backward;
    /** For each quantity the place of the operation, within its step, that completes it. */
    private final Map<String, Integer> completedForward;

    private final Map<String, Integer> completedBackward;

    private Schedule(int steps, List<Operation> forward, List<Operation> backward) {
        this.steps = steps;
        this.forward = forward;
        this.backward = backward;
        this.completedForward = completions(forward);
        this.completedBackward = completions(backward);
    }

    public static Schedule of(Cell cell, int steps) {
        return new Schedule(steps, Operation.forward(cell), Operation.backward(cell));
    }

    private static Map<String, Integer> completions(List<Operation> operations) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i).completes()) {
                places.put(operations.get(i).quantity(), i);
            }
        }
        return places;
    }

    /** T. */
    public int steps() {
        return steps;
    }

    /** One step's operations of a phase, in the order in which they are played. */
    public List<Operation> operations(Phase phase) {
        return phase == Phase.FORWARD ? forward : backward;
    }

    /** Operations of a whole phase. */
    public long length(Phase phase) {
        return (long) steps * operations(phase).size();
    }

    /** Operations of a whole run. */
    public long length() {
        return length(Phase.FORWARD) + length(Phase.BACKWARD);
    }

    /** True if every place in the one is the same phase and step, and the same operation within it, in the other. */
    boolean isLike(Schedule other) {
        return steps == other.steps
                && forward.size() == other.forward.size()
                && backward.size() == other.backward.size();
    }

    /**
     * How many steps of a quantity are complete after so many operations of the forward phase. What no operation makes,
     * the input and the states before the step, is there from the step's first operation on.
     */
    int stepsForward(String quantity, long done) {
        return stepsComplete(done, forward.size(), completedForward.getOrDefault(quantity, 0));
    }

    /**
     * How many steps of a gradient {@code d.NAME} are complete after so many operations of the backward phase. One that
     * no operation adds to is known to be zero at the end of the step.
     */
    int stepsBackward(String gradient, long done) {
        return stepsComplete(done, backward.size(), completedBackward.getOrDefault(gradient, backward.size() - 1));
    }

    private int stepsComplete(long done, int perStep, int place) {
        if (done <= 0 || perStep == 0) {
            return 0;
        }
        long whole = done / perStep;
        long complete = done % perStep > place ? whole + 1 : whole;
        return (int) Math.min(steps, complete);
    }
}
