package org.gatescope.session;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.Operation;
import org.gatescope.session.Playhead.Range;

/**
 * The order in which a run is played: forward through the embedding and layer by layer, each direction through all its
 * steps; read-out and loss; then backward, the same in reverse. The list of all operations is arithmetic and stands
 * nowhere.
 */
public final class Schedule {
    /** Where the loss of all steps is summed: a pass of its own after the read-out's, and shown with it. */
    public static final String TOTAL = Pass.TOTAL;

    private final int steps;
    private final List<Pass> passes;
    /** Operations before each pass, and in all. */
    private final long[] starts;

    /** Of each pass; looked up for every lane in every frame. */
    private final List<Map<String, Integer>> completions;

    private Schedule(int steps, List<Pass> passes) {
        this.steps = steps;
        this.passes = passes;
        this.starts = new long[passes.size() + 1];
        this.completions = passes.stream().map(Pass::completions).toList();
        for (int i = 0; i < passes.size(); i++) {
            starts[i + 1] = starts[i] + passes.get(i).length();
        }
    }

    /** The operations of a session's run. */
    public static Schedule of(Session session) {
        Passes passes = new Passes(session.steps());
        session.network().embedding().ifPresent(table -> passes.addEmbedding());
        session.network()
                .parts()
                .forEach(part -> passes.addLayer(part, session.mistakes().mistakes()));
        session.objective()
                .ifPresent(objective ->
                        passes.addReadOut(session.network().readOut().orElseThrow(), objective.loss()));
        return new Schedule(session.steps(), passes.inOrder());
    }

    /** T. */
    public int steps() {
        return steps;
    }

    /** Operations of a whole phase. */
    public long length(Phase phase) {
        return passes.stream()
                .filter(pass -> pass.phase() == phase)
                .mapToLong(Pass::length)
                .sum();
    }

    /** Operations of a whole run. */
    public long length() {
        return starts[passes.size()];
    }

    /** Operations before a phase. */
    public long start(Phase phase) {
        for (int i = 0; i < passes.size(); i++) {
            if (passes.get(i).phase().compareTo(phase) >= 0) {
                return starts[i];
            }
        }
        return length();
    }

    /** One step's operations of a part, in the order in which they are played; none where it has no such pass. */
    public List<Operation> operations(Phase phase, String part) {
        return find(phase, part).map(i -> passes.get(i).operations()).orElse(List.of());
    }

    /** How many time steps a part goes through in a phase. */
    public int steps(Phase phase, String part) {
        return find(phase, part).map(i -> passes.get(i).steps()).orElse(0);
    }

    /** The time step that a part goes through as its k-th, from 0. */
    public int step(Phase phase, String part, int k) {
        return find(phase, part).map(i -> passes.get(i).step(k)).orElse(0);
    }

    /** A part going through time, in the order in which they are played. */
    public Pass pass(int index) {
        return passes.get(index);
    }

    /** Operations before a pass. */
    public long start(int index) {
        return starts[index];
    }

    /** How many passes there are: one for each part and phase. */
    public int passes() {
        return passes.size();
    }

    /** The pass that an operation belongs to, counted from 0. */
    public int indexAt(long operation) {
        int found = Arrays.binarySearch(starts, operation);
        int index = found >= 0 ? found : -found - 2;
        while (index < passes.size() && starts[index + 1] <= operation) {
            index++; // passes without operations
        }
        return index;
    }

    /** Where the part that an operation belongs to begins in this phase. */
    long partStart(long operation) {
        int first = indexAt(operation);
        while (first > 0 && passes.get(first).isOfSamePart(passes.get(first - 1))) {
            first--;
        }
        return starts[first];
    }

    /** Where the part that an operation belongs to ends in this phase. */
    long partEnd(long operation) {
        int last = indexAt(operation);
        while (last + 1 < passes.size() && passes.get(last).isOfSamePart(passes.get(last + 1))) {
            last++;
        }
        return starts[last + 1];
    }

    Optional<Integer> find(Phase phase, String part) {
        for (int i = 0; i < passes.size(); i++) {
            if (passes.get(i).isAt(phase, part)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** True if every place in the one is the same phase, part and step, and the same operation, in the other. */
    boolean isLike(Schedule other) {
        if (passes.size() != other.passes.size()) {
            return false;
        }
        for (int i = 0; i < passes.size(); i++) {
            if (!passes.get(i).isLike(other.passes.get(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The steps of a quantity that are complete after so many operations. What no operation makes, the input and the
     * states before the step, is there from the step's first operation on.
     */
    Range complete(Phase phase, String part, String quantity, long position) {
        return find(phase, part)
                .map(i -> {
                    Pass pass = passes.get(i);
                    int otherwise = phase == Phase.BACKWARD ? pass.operations().size() - 1 : 0;
                    int place = completions.get(i).getOrDefault(quantity, otherwise);
                    return pass.complete(position - starts[i], place);
                })
                .orElse(new Range(0, 0));
    }
}
