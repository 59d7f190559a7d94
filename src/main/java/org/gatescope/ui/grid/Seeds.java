package org.gatescope.ui.grid;

/** The seeds of one window's random numbers: each is used once, so that no two tables are filled alike. */
public final class Seeds {
    private long next = 1;

    /** The one that {@link #take} will give. */
    public long next() {
        return next;
    }

    /** Uses the next seed up. */
    public long take() {
        return next++;
    }
}
