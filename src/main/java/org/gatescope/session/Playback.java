package org.gatescope.session;

/**
 * Playing at a number of operations per second, forward or backward, from where it began.
 *
 * @param start where playing began, or where its speed was changed
 * @param speed operations per second, from {@link #SLOWEST} to {@link #FASTEST}
 * @param back  true to play against the order of the run
 */
public record Playback(Playhead start, double speed, boolean back) {
    public static final double SLOWEST = 0.25;
    public static final double FASTEST = 60;

    private static final double NANOS = 1e9;

    public Playback {
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw new IllegalArgumentException("speed " + speed);
        }
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
