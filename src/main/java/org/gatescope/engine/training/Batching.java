package org.gatescope.engine.training;

/** What one update is made from; an epoch has gone through all sequences that are trained on. */
public sealed interface Batching {
    /** All sequences: an epoch is one update. */
    record Whole() implements Batching {}

    /**
     * So many sequences at a time, the last time those that are left.
     *
     * @param shuffled in another order in each epoch, which follows from the seed and the epoch
     */
    record Sequences(int size, boolean shuffled, long seed) implements Batching {
        public Sequences {
            Require.positive("batch", size);
        }
    }

    /**
     * So many steps at a time, of all sequences: each chunk starts with the states that the one before ended with, and its
     * gradient ends where it starts (Williams and Peng 1990, BPTT(h; h′) with h = h′). An epoch starts with the initial states again.
     */
    record Chunks(int steps) implements Batching {
        public Chunks {
            Require.positive("chunk", steps);
        }
    }
}
