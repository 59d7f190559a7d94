package org.gatescope.engine;

/** An array that is named while a plan is made and allocated when it first runs. */
final class Buffer {
    /** Once at first use for scratch numbers, anew for each run for what a Trace keeps. */
    enum Life {
        SCRATCH,
        RECORDED
    }

    private static final double[] NONE = {};

    final long size;
    final Life life;
    private double[] values = NONE;

    Buffer(long size, Life life) {
        this.size = size;
        this.life = life;
    }

    double[] values() {
        return values;
    }

    /** Numbers that {@link #prepare} will have to allocate. */
    long missing() {
        return life == Life.RECORDED || values.length != size ? size : 0;
    }

    /** Makes the array ready for a run. */
    void prepare() {
        if (missing() > 0) {
            values = new double[Math.toIntExact(size)];
        }
    }

    /** Forgets what a Trace now owns. */
    void release() {
        if (life == Life.RECORDED) {
            values = NONE;
        }
    }
}
