package org.gatescope.format.film;

/**
 * How long frames are shown.
 *
 * @param perSecond frames of a second, from {@link #LEAST} to {@link #MOST}
 * @param hold      hundredths of a second for which the last frame stays beyond its own time
 */
public record Timing(int perSecond, int hold) {
    /** Frames of a second. */
    public static final int LEAST = 1;

    /** Frames of a second; browsers show faster GIFs slowly. */
    public static final int MOST = 50;

    private static final int SECOND = 100;

    /** Of one of so many frames, in hundredths of a second; roundings do not add up. */
    public int duration(int frame, int frames) {
        int own = start(frame + 1) - start(frame);
        return frame == frames - 1 ? own + hold : own;
    }

    /** Of so many frames, in hundredths of a second. */
    public int whole(int frames) {
        return start(frames) + hold;
    }

    private int start(int frame) {
        return Math.toIntExact(Math.round((double) frame * SECOND / perSecond));
    }
}
