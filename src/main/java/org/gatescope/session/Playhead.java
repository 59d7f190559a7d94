package org.gatescope.session;

import java.util.Optional;
import org.gatescope.cell.Operation;

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

    /** The operation that was done last: its phase, its time step and what it computed. */
    public record Moment(Phase phase, int step, Operation operation) {}

    /** Steps from {@code from} up to, but without, {@code to}. */
    public record Range(int from, int to) {
        public boolean contains(int step) {
            return step >= from && step < to;
        }
    }

    public static Playhead atStart(Schedule schedule) {
        return new Playhead(schedule, 0);
    }

    public static Playhead atEnd(Schedule schedule) {
        return new Playhead(schedule, schedule.length());
    }

    public boolean isAtStart() {
        return position == 0;
    }

    public boolean isAtEnd() {
        return position == schedule.length();
    }

    /** The phase of the operation that was done last; forward before the first. */
    public Phase phase() {
        return position <= forwardLength() ? Phase.FORWARD : Phase.BACKWARD;
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
        Phase phase = phase();
        long within = within(phase) - 1;
        int perStep = schedule.operations(phase).size();
        int done = (int) (within / perStep);
        int step = phase == Phase.FORWARD ? done : schedule.steps() - 1 - done;
        return Optional.of(new Moment(phase, step, schedule.operations(phase).get((int) (within % perStep))));
    }

    /** Jumps to a place; one outside of the run is its nearest end. */
    public Playhead at(long place) {
        return new Playhead(schedule, Math.clamp(place, 0, schedule.length()));
    }

    public Playhead next() {
        return at(position + 1);
    }

    public Playhead previous() {
        return at(position - 1);
    }

    /** To the end of the time step that is under way, or of the next one. */
    public Playhead nextStep() {
        Phase phase = position < forwardLength() ? Phase.FORWARD : Phase.BACKWARD;
        int perStep = schedule.operations(phase).size();
        return perStep == 0 ? this : at(start(phase) + (within(phase) / perStep + 1) * perStep);
    }

    /** To the start of the time step that is under way, or of the one before. */
    public Playhead previousStep() {
        Phase phase = phase();
        int perStep = schedule.operations(phase).size();
        return perStep == 0 ? this : at(start(phase) + (within(phase) - 1) / perStep * perStep);
    }

    public Playhead toStart() {
        return at(0);
    }

    public Playhead toEnd() {
        return at(schedule.length());
    }

    /** To the end of a time step of a phase. */
    public Playhead atStep(Phase phase, int step) {
        int done = phase == Phase.FORWARD ? step + 1 : schedule.steps() - step;
        return at(start(phase) + (long) done * schedule.operations(phase).size());
    }

    /** The steps at which a quantity has been computed: from the left. */
    public Range computedValues(String quantity) {
        return new Range(0, schedule.stepsForward(quantity, position));
    }

    /** The steps at which a gradient {@code d.NAME} has been computed: from the right. */
    public Range computedGradients(String gradient) {
        int complete = schedule.stepsBackward(gradient, position - forwardLength());
        return new Range(schedule.steps() - complete, schedule.steps());
    }

    /** The like place in another run: the same phase and step, as far as it has them. */
    public Playhead in(Schedule other) {
        if (isAtEnd() || isAtStart()) {
            return isAtEnd() ? atEnd(other) : atStart(other);
        }
        if (other.isLike(schedule)) {
            return new Playhead(other, position);
        }
        return atStart(other).atStep(phase(), Math.min(step(), Math.max(0, other.steps() - 1)));
    }

    private long forwardLength() {
        return schedule.length(Phase.FORWARD);
    }

    private long start(Phase phase) {
        return phase == Phase.FORWARD ? 0 : forwardLength();
    }

    private long within(Phase phase) {
        return position - start(phase);
    }
}
