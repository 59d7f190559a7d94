package org.gatescope.engine;

import java.util.Arrays;

/** One quantity over all time steps and sequences, read only. */
public final class Series {
    private final double[] values;
    private final int offset;
    private final int steps;
    private final int batch;
    private final int width;

    /** Time-major: the number at (t, n, j) stands at {@code offset + (t * batch + n) * width + j}. */
    public Series(double[] values, int offset, int steps, int batch, int width) {
        this.values = values;
        this.offset = offset;
        this.steps = steps;
        this.batch = batch;
        this.width = width;
    }

    /** False if there is a NaN or an infinity. */
    boolean isFinite() {
        for (int i = offset; i < offset + steps * batch * width; i++) {
            if (!Double.isFinite(values[i])) {
                return false;
            }
        }
        return true;
    }

    /** T. */
    public int steps() {
        return steps;
    }

    /** N. */
    public int batch() {
        return batch;
    }

    /** H, or D for the input. */
    public int width() {
        return width;
    }

    /**
     * @param t    time step, from 0
     * @param n    sequence in the batch, from 0
     * @param unit from 0
     */
    public double at(int t, int n, int unit) {
        return values[offset + (t * batch + n) * width + unit];
    }

    /**
     * The largest finite magnitude of a sequence, 0 if there is none.
     *
     * @param stepsOfIt how many of the steps count, from the first
     */
    public double largest(int n, int stepsOfIt) {
        double largest = 0;
        for (int t = 0; t < stepsOfIt; t++) {
            int from = offset + (t * batch + n) * width;
            for (int i = from; i < from + width; i++) {
                double magnitude = Math.abs(values[i]);
                if (magnitude > largest && magnitude <= Double.MAX_VALUE) {
                    largest = magnitude;
                }
            }
        }
        return largest;
    }

    /** All units of a sequence at a step: a copy. */
    public double[] row(int t, int n) {
        int from = offset + (t * batch + n) * width;
        return Arrays.copyOfRange(values, from, from + width);
    }

    /** Where the numbers stand, perhaps among others. */
    public double[] array() {
        return values;
    }

    /** Adds some of the columns to a time-major array as wide as they are. */
    public void addColumns(int first, int count, double[] sum) {
        for (int row = 0; row < steps * batch; row++) {
            int from = offset + row * width + first;
            for (int j = 0; j < count; j++) {
                sum[row * count + j] += values[from + j];
            }
        }
    }
}
