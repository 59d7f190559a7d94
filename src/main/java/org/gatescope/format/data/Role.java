package org.gatescope.format.data;

/** What a column is taken for. */
public enum Role {
    /** Comes in; words one-hot. */
    INPUT,
    /** Is to come out. */
    TARGET,
    /** Rows of the same word or number are one sequence. */
    SEQUENCE,
    /** Tells when, and is not taken in: the steps are the rows as they come. */
    TIME,
    /** Is left out. */
    UNUSED
}
