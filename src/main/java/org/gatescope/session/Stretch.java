package org.gatescope.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A part of a run as it is played.
 *
 * @param from operations that are done at its beginning
 * @param to   operations that are done at its end
 */
public record Stretch(Schedule schedule, long from, long to) {
    /** @throws IllegalArgumentException if its end comes before its beginning, or lies outside of the run */
    public Stretch {
        if (from < 0 || from > to || to > schedule.length()) {
            throw new IllegalArgumentException(from + " to " + to + " among " + schedule.length());
        }
    }

    /** How far the playhead goes at once. */
    public enum Stride {
        OPERATION(Playhead::next),
        STEP(Playhead::nextStep),
        PART(Playhead::stepOut);

        private final UnaryOperator<Playhead> move;

        Stride(UnaryOperator<Playhead> move) {
            this.move = move;
        }
    }

    /**
     * Where the playhead stands one after the other, the beginning and the end included.
     *
     * @param most of them; after as many there is no further one
     */
    public List<Long> positions(Stride stride, int most) {
        List<Long> positions = new ArrayList<>();
        Playhead now = new Playhead(schedule, from);
        while (now.position() < to && positions.size() < most) {
            positions.add(now.position());
            now = stride.move.apply(now);
        }
        if (positions.size() < most) {
            positions.add(to);
        }
        return positions;
    }
}
