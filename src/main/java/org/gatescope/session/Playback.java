package org.gatescope.session;

/**
 * Playing at a number of operations per second, forward or backward, from where it began.
 *
 * @param start where playing began, or where its speed was changed
 * @param speed operations per second, from {@link #SLOWEST} on
 * @param back  true to play against the order of the run
 */
public record Playback(Playhead start, double speed, boolean back) {
    public static final double SLOWEST = 0.25;
    /** In seconds, of a run that is played as fast as it takes. */
    public static final double WHOLE_RUN = 10;

    private static final double NANOS = 1e9;

    public Playback {
        if (!(speed >= SLOWEST && speed <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("speed " + speed);
        }
    }

    /** As fast as it takes to play the whole of a run in {@link #WHOLE_RUN}. */
    public static Playback ofWholeRun(Playhead start, boolean back) {
        return new Playback(start, Math.max(1, start.schedule().length() / WHOLE_RUN), back);
    }

    /** Where the playhead is some time after the start. */
    public Playhead after(long nanos) {
        long operations = (long) Math.floor(nanos / NANOS * speed);
        return start.at(start.position() + (back ? -operations : operations));
    }

    /** True once there is nothing left to play. */
    public boolean isOver(Playhead playhead) {
        return back ? playhead.isAtStart() : playhead.isAtEnd();
    }
}
