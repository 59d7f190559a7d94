package org.gatescope.ui.window;

/**
 * How often the window follows a training: often enough to look alive, seldom enough that most of the time is left to
 * the training and to the user. In nanoseconds.
 */
final class FollowPace {
    /** Of the window's time, at most a ninth goes into following. */
    private static final long REST = 8;
    /** Ten moments a second show as movement; more would only take time from training and frames. */
    private static final long LEAST = 100_000_000;

    private long next = Long.MIN_VALUE;

    boolean isDue(long now) {
        return now >= next;
    }

    /** @param took what following took this time */
    void followed(long now, long took) {
        next = now + Math.max(LEAST, took * REST);
    }
}
