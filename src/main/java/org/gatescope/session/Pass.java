package org.gatescope.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.cell.Operation;
import org.gatescope.engine.ReadOut;
import org.gatescope.session.Playhead.Range;

/**
 * A part of the network going through time once: the same operations at each step.
 *
 * @param part       key of a layer's direction, of the read-out or of the embedding
 * @param operations of one step, in the order in which they are played
 * @param first      the earliest time step
 * @param steps      number of time steps
 * @param descending from the last step to the first
 */
public record Pass(Phase phase, String part, List<Operation> operations, int first, int steps, boolean descending) {
    /** The part of the pass that sums the loss over all steps. */
    public static final String TOTAL = ReadOut.KEY + ".total";

    public Pass {
        operations = List.copyOf(operations);
    }

    /** The part it is shown with: the sum over all steps goes with the read-out. */
    public String shownPart() {
        return part.equals(TOTAL) ? ReadOut.KEY : part;
    }

    /** Operations in all. */
    public long length() {
        return (long) steps * operations.size();
    }

    /** The time step of the k-th step that is played, and the other way round. */
    public int step(int k) {
        return first + (descending ? steps - 1 - k : k);
    }

    /** How many steps are played up to and with a time step; the nearest end for one that is not. */
    public int played(int step) {
        int within = Math.clamp(step - first, 0, Math.max(0, steps - 1));
        return descending ? steps - within : within + 1;
    }

    /** How many operations are done just after one of a step that the pass has. */
    long done(int step, int operation) {
        int within = Math.clamp(operation, 0, operations.size() - 1);
        return (long) (played(step) - 1) * operations.size() + within + 1;
    }

    /** True if the two are shown as one: the sum over all steps ends the read-out. */
    boolean isOfSamePart(Pass other) {
        return phase == other.phase && shownPart().equals(other.shownPart());
    }

    boolean isAt(Phase otherPhase, String otherPart) {
        return phase == otherPhase && part.equals(otherPart);
    }

    /** True if every place in the one is the same step and operation in the other. */
    boolean isLike(Pass other) {
        return isAt(other.phase, other.part)
                && steps == other.steps
                && first == other.first
                && descending == other.descending
                && operations.size() == other.operations.size();
    }

    /** For each quantity the place of the operation, within its step, that completes it. */
    public Map<String, Integer> completions() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i).completes()) {
                places.put(operations.get(i).quantity(), i);
            }
        }
        return places;
    }

    /**
     * The steps at which something is complete.
     *
     * @param done  operations of this pass that are done
     * @param place of the operation that completes it, within its step
     */
    Range complete(long done, int place) {
        int count = 0;
        if (done > 0 && !operations.isEmpty()) {
            long within = Math.min(done, length());
            count = (int) (within / operations.size() + (within % operations.size() > place ? 1 : 0));
        }
        return descending ? new Range(first + steps - count, first + steps) : new Range(first, first + count);
    }
}
