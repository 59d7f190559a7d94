package org.gatescope.cell;

/** A size of which only the name is known until a network has one: batch, inputs, hidden units, or one. */
public enum Extent {
    ONE,
    /** Sequences in the batch. */
    N,
    /** Inputs to the layer. */
    D,
    /** Hidden units of the layer. */
    H
}
