package org.gatescope.session;

import java.util.Optional;
import org.gatescope.cell.Operation;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;

/**
 * A place in a run: how many of its operations are done. Moving makes a new playhead; it costs the same for any number
 * of steps and units.
 *
 * @param position 0 before the first operation, {@code schedule.length()} after the last
 */
public record Playhead(Schedule schedule, long position) {
    public Playhead {
        if (position < 0 || position > schedule.length()) {
            throw new IllegalArgumentException("no place " + position + " among " + schedule.length());
        }
    }

    /** The operation that was done last: its phase, part and time step and what it computed. */
    public record Moment(Phase phase, String part, int step, Operation operation) {}

    /** Steps from {@code from} up to, but without, {@code to}. */
    public record Range(int from, int to) {
        /** The steps that both hold. */
        public Range and(Range other) {
            int start = Math.max(from, other.from);
            return new Range(start, Math.max(start, Math.min(to, other.to)));
        }

        /** True if a step is in the range, whose end is not. */
        public boolean contains(int step) {
            return step >= from && step < to;
        }
    }

    /** Before the first operation. */
    public static Playhead atStart(Schedule schedule) {
        return new Playhead(schedule, 0);
    }

    /** After the last operation. */
    public static Playhead atEnd(Schedule schedule) {
        return new Playhead(schedule, schedule.length());
    }

    /** True if nothing has been computed yet. */
    public boolean isAtStart() {
        return position == 0;
    }

    /** True if everything has been computed. */
    public boolean isAtEnd() {
        return position == schedule.length();
    }

    /** The phase of the operation that was done last; forward before the first. */
    public Phase phase() {
        return moment().map(Moment::phase).orElse(Phase.FORWARD);
    }

    /** The time step of the operation that was done last; 0 before the first. */
    public int step() {
        return moment().map(Moment::step).orElse(0);
    }

    /** What was done last; empty before the first operation. */
    public Optional<Moment> moment() {
        if (position == 0) {
            return Optional.empty();
        }
        int index = schedule.indexAt(position - 1);
        Pass pass = schedule.pass(index);
        long within = position - 1 - schedule.start(index);
        int perStep = pass.operations().size();
        Operation operation = pass.operations().get((int) (within % perStep));
        return Optional.of(new Moment(pass.phase(), pass.shownPart(), pass.step((int) (within / perStep)), operation));
    }

    /** Jumps to a position; one outside the run becomes its nearest end. */
    public Playhead at(long place) {
        return new Playhead(schedule, Math.clamp(place, 0, schedule.length()));
    }

    /** One operation on; at the end it stays. */
    public Playhead next() {
        return at(position + 1);
    }

    /** One operation back; at the start it stays. */
    public Playhead previous() {
        return at(position - 1);
    }

    /** To the end of the time step that is under way, or of the next one. */
    public Playhead nextStep() {
        return isAtEnd() ? this : at(stepStart(position) + perStep(position));
    }

    /** To the start of the time step that is under way, or of the one before. */
    public Playhead previousStep() {
        return isAtStart() ? this : at(stepStart(position - 1));
    }

    /** To the end of the part that is under way, all of its steps in this phase, or of the next one. */
    public Playhead stepOut() {
        return isAtEnd() ? this : at(schedule.partEnd(position));
    }

    /** To the start of the part that is under way, or of the one before. */
    public Playhead stepOutBack() {
        return isAtStart() ? this : at(schedule.partStart(position - 1));
    }

    /** Where the step of an operation begins. */
    private long stepStart(long operation) {
        long start = schedule.start(schedule.indexAt(operation));
        int perStep = perStep(operation);
        return start + (operation - start) / perStep * perStep;
    }

    private int perStep(long operation) {
        return schedule.pass(schedule.indexAt(operation)).operations().size();
    }

    /** Before the first operation. */
    public Playhead toStart() {
        return at(0);
    }

    /** After the last operation. */
    public Playhead toEnd() {
        return at(schedule.length());
    }

    /** Where values and loss have been computed, and no gradient yet. */
    public Playhead afterLoss() {
        return at(schedule.start(Phase.BACKWARD));
    }

    /** To the end of a part's time step in a phase; stays where the phase has no such part. */
    public Playhead atStep(Phase phase, String part, int step) {
        return schedule.find(phase, part)
                .map(index -> {
                    Pass pass = schedule.pass(index);
                    return at(schedule.start(index)
                            + (long) pass.played(step) * pass.operations().size());
                })
                .orElse(this);
    }

    /**
     * To the end of one operation of a part's time step; stays where the phase has no such part.
     *
     * @param operation its place among the operations of the step, from 0
     */
    public Playhead atOperation(Phase phase, String part, int step, int operation) {
        return schedule.find(phase, part)
                .filter(index -> schedule.pass(index).length() > 0)
                .map(index -> at(schedule.start(index) + schedule.pass(index).done(step, operation)))
                .orElse(this);
    }

    /** How many operations of a part are done in a phase, all steps together. */
    public long done(Phase phase, String part) {
        return schedule.find(phase, part)
                .map(index -> Math.clamp(
                        position - schedule.start(index),
                        0,
                        schedule.pass(index).length()))
                .orElse(0L);
    }

    /** How many operations of a part's time step are done in a phase. */
    public int done(Phase phase, String part, int step) {
        return schedule.find(phase, part)
                .filter(index -> schedule.pass(index).length() > 0)
                .map(index -> {
                    Pass pass = schedule.pass(index);
                    int perStep = pass.operations().size();
                    long before = (pass.played(step) - 1L) * perStep;
                    return Math.clamp(done(phase, part) - before, 0, perStep);
                })
                .orElse(0);
    }

    /** To the end of a time step of the part that is under way, in the phase that is. */
    public Playhead atStep(int step) {
        int index = schedule.indexAt(Math.max(0, position - 1));
        if (index >= schedule.passes()) {
            return this;
        }
        Pass pass = schedule.pass(index);
        return atStep(pass.phase(), pass.shownPart(), step);
    }

    /** The steps at which a quantity of a part has been computed. */
    public Range computedValues(String part, String quantity) {
        if (!part.equals(ReadOut.KEY)) {
            return schedule.complete(Phase.FORWARD, part, quantity, position);
        }
        String pass = quantity.equals(ReadOutEquations.TOTAL) ? Pass.TOTAL : part;
        return schedule.complete(Phase.LOSS, pass, quantity, position);
    }

    /** The steps at which a gradient {@code d.NAME} of a part has been computed. */
    public Range computedGradients(String part, String gradient) {
        return schedule.complete(Phase.BACKWARD, part, gradient, position);
    }

    /** True once all shares of a parameter's gradient {@code d.NAME} are in. */
    public boolean hasGradient(String part, String gradient) {
        Range computed = computedGradients(part, gradient);
        return schedule.find(Phase.BACKWARD, part)
                .map(index ->
                        computed.to() - computed.from() == schedule.pass(index).steps())
                .orElse(false);
    }

    /** The corresponding place in another run: the same phase, part and step, as far as it has them. */
    public Playhead in(Schedule other) {
        if (isAtEnd() || isAtStart()) {
            return isAtEnd() ? atEnd(other) : atStart(other);
        }
        if (other.isLike(schedule)) {
            return new Playhead(other, position);
        }
        Moment now = moment().orElseThrow();
        return other.find(now.phase(), now.part()).isPresent()
                ? atStart(other).atStep(now.phase(), now.part(), Math.min(now.step(), Math.max(0, other.steps() - 1)))
                : atStart(other).at(other.start(now.phase()));
    }
}
