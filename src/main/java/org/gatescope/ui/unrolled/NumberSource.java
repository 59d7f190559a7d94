package org.gatescope.ui.unrolled;

import java.util.Optional;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.ui.words.Quantity;

/** Finds the numbers of a run over time, of one sequence and as far as the playhead has come. */
@FunctionalInterface
public interface NumberSource {
    /** @param part key of a layer's direction, of the read-out, or of the input */
    LaneContent of(String part, Quantity quantity);

    /**
     * What arrives at a state after each step from the one that is computed next, where a window truncates
     * backpropagation; empty where all arrives that is handed back, or nothing.
     */
    default Optional<LaneContent> arrival(String part, String state) {
        return Optional.empty();
    }
}
