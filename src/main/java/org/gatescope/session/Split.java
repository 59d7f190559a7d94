package org.gatescope.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How many sequences of a batch are tested on and not trained on, and which.
 *
 * @param count  as asked for; at least one sequence is left to be trained on
 * @param chosen which ones
 * @param seed   of the drawn ones
 */
public record Split(int count, Chosen chosen, long seed) {
    /** Which sequences are tested on. */
    public enum Chosen {
        /** The last ones. */
        LAST,
        /** Drawn from all. */
        DRAWN
    }

    /** All are trained on. */
    public static final Split NONE = last(0);

    public Split {
        if (count < 0) {
            throw new IllegalArgumentException("count " + count);
        }
    }

    /** The last ones of a batch. */
    public static Split last(int count) {
        return new Split(count, Chosen.LAST, 1);
    }

    /** The same with another number of sequences. */
    public Split withCount(int changed) {
        return new Split(changed, chosen, seed);
    }

    /** The same with others of them. */
    public Split with(Chosen changed, long otherSeed) {
        return new Split(count, changed, otherSeed);
    }

    /** How many of a batch are tested on. @param batch N */
    public int of(int batch) {
        return Math.clamp(count, 0, Math.max(0, batch - 1));
    }

    /** Which of a batch are tested on. @param batch N */
    public BitSet tested(int batch) {
        BitSet tested = new BitSet(batch);
        int tests = of(batch);
        if (chosen == Chosen.LAST) {
            tested.set(batch - tests, batch);
        } else {
            List<Integer> drawn =
                    new ArrayList<>(IntStream.range(0, batch).boxed().toList());
            Collections.shuffle(drawn, new Random(seed));
            drawn.subList(0, tests).forEach(tested::set);
        }
        return tested;
    }
}
