package org.gatescope.session;

/** Names a table of a session: every number that can be edited stands in one. */
public sealed interface TableId {
    /** A weight matrix, or a vector as its one row. */
    record Parameter(String name) implements TableId {}

    /** What comes in, of one sequence of the batch: time × inputs. */
    record Input(int sequence) implements TableId {}

    /** A state before the first step: batch × units. */
    record InitialState(String state) implements TableId {}

    /** The gradient of the loss with respect to the output of each step, of one sequence: time × units. */
    record Upstream(int sequence) implements TableId {}

    /** The gradient of the loss with respect to a state after the last step: batch × units. */
    record FinalGradient(String state) implements TableId {}
}
