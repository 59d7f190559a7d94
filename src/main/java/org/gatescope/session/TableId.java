package org.gatescope.session;

import org.gatescope.engine.FullName;

/**
 * Names a table of a session: every number that can be edited stands in one. Parameters and states have their part
 * before their name: {@code 0.forward.Wx.i}, {@code dense.W}, {@code 1.backward.h}.
 */
public sealed interface TableId {
    /** A weight matrix, or a vector as its one row. */
    record Parameter(FullName name) implements TableId {
        /** @throws IllegalArgumentException if the name has no part before it */
        public Parameter(String name) {
            this(FullName.of(name));
        }
    }

    /** What comes in, of one sequence of the batch: time × inputs. */
    record Input(int sequence) implements TableId {}

    /** A state before the first step: batch × units. */
    record InitialState(FullName name) implements TableId {
        /** @throws IllegalArgumentException if the name has no part before it */
        public InitialState(String name) {
            this(FullName.of(name));
        }
    }

    /** Which steps of one sequence are computed: 1, or 0 where it is skipped or over; time × 1. */
    record Computed(int sequence) implements TableId {}

    /**
     * What the numbers that a layer reads are multiplied by, of one sequence: time × inputs of the layer; one row where all
     * steps have the same.
     *
     * @param layer from 0
     */
    record Dropped(int layer, int sequence) implements TableId {}

    /** The gradient of the loss with respect to the top layer's output of each step, of one sequence: time × units. */
    record Upstream(int sequence) implements TableId {}

    /** The gradient of the loss with respect to a state after the last step: batch × units. */
    record FinalGradient(FullName name) implements TableId {
        /** @throws IllegalArgumentException if the name has no part before it */
        public FinalGradient(String name) {
            this(FullName.of(name));
        }
    }

    /** What should be read out, of one sequence: time × outputs; one row where only the last step is read out. */
    record Targets(int sequence) implements TableId {}

    /** What each step of one sequence counts in the loss: time × 1. */
    record Mask(int sequence) implements TableId {}
}
