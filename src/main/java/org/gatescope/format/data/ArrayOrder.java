package org.gatescope.format.data;

/** What the first two sizes of an array of three are. */
public enum ArrayOrder {
    /** (N, T, D). */
    SEQUENCES_FIRST,
    /** (T, N, D). */
    TIME_FIRST
}
