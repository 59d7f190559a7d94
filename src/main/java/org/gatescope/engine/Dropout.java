package org.gatescope.engine;

/**
 * Some of the numbers that a layer reads are set to zero at random while it is trained, the others are multiplied by
 * 1/(1 − rate), so that what is read is as large on average (Srivastava et al. 2014).
 *
 * @param rate           share of the numbers that are dropped, from 0 to below 1
 * @param sameAtEachStep the same units of a sequence at all its steps (Gal and Ghahramani 2016; Keras' {@code dropout}),
 *                       or others at each (PyTorch's)
 */
public record Dropout(double rate, boolean sameAtEachStep) {
    /** Nothing is dropped. */
    public static final Dropout NONE = new Dropout(0, false);

    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("a dropout rate of " + rate + "; it is at least 0 and less than 1");
        }
        sameAtEachStep &= rate > 0; // what drops nothing is of one kind
    }

    /** True if anything can be dropped. */
    public boolean drops() {
        return rate > 0;
    }

    /** What numbers that are not dropped are multiplied by. */
    public double kept() {
        return 1 / (1 - rate);
    }

    /** Rows of a table of its factors: one for each step and sequence, or one for each sequence. */
    public int rows(int batch, int steps) {
        return sameAtEachStep ? batch : Math.multiplyExact(steps, batch);
    }
}
