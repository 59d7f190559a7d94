package org.gatescope.ui.tables;

/** The seeds of one window's random numbers: each is used once, so that no two tables are filled alike. */
final class Seeds {
    private long next = 1;

    /** The one that {@link #take} will give. */
    long next() {
        return next;
    }

    long take() {
        return next++;
    }
}
