package org.gatescope.session;

/** The phases of a run, in the order in which they are played. */
public enum Phase {
    FORWARD,
    /** Read-out and loss; empty without them. */
    LOSS,
    BACKWARD
}
