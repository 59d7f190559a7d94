package org.gatescope.engine.program;

import java.util.Arrays;

/** An array that is named while a plan is made and allocated when it first runs. */
public final class Buffer {
    /** The plan's own from its first use on, or handed to a Trace by each run. */
    public enum Life {
        SCRATCH,
        RECORDED
    }

    private static final double[] NONE = {};

    final long size;
    private final Life life;
    private boolean overwritten;
    private double[] values = NONE;

    /** @param size how many numbers it holds, 0 or more */
    public Buffer(long size, Life life) {
        this.size = size;
        this.life = life;
    }

    /** The array itself: empty until {@link #prepare}, and again once a Trace owns it. */
    public double[] values() {
        return values;
    }

    /** Says that every run writes all numbers. What is not and goes to a Trace begins as zeros. */
    public void markOverwritten() {
        overwritten = true;
    }

    /** Numbers that {@link #prepare} will have to allocate. */
    long missing() {
        return values.length == size ? 0 : size;
    }

    /** Makes the array ready for a run. */
    public void prepare() {
        if (missing() > 0) {
            values = new double[Math.toIntExact(size)];
        } else if (life == Life.RECORDED && !overwritten) {
            Arrays.fill(values, 0);
        }
    }

    /** Forgets what a Trace now owns. */
    void release() {
        if (life == Life.RECORDED) {
            values = NONE;
        }
    }

    /**
     * Takes an array back that an earlier run handed out.
     *
     * @throws IllegalArgumentException if it is of another size
     */
    public void reuse(double[] array) {
        if (array.length != size) {
            throw new IllegalArgumentException("a trace of other sizes: " + array.length + " numbers, not " + size);
        }
        values = array;
    }
}
