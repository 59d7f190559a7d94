package org.gatescope.engine;

/** How far gradients go back in time, within a layer's direction and over all of a path that goes through several. */
public sealed interface Truncation {
    /** Without an end. */
    Truncation NONE = new None();

    /** All the way. */
    record None() implements Truncation {}

    /**
     * Time is divided into chunks, and no gradient goes from one to the other.
     *
     * @param steps of a chunk, from 1
     */
    record Chunks(int steps) implements Truncation {
        public Chunks {
            if (steps < 1) {
                throw new IllegalArgumentException("chunks of " + steps + " steps");
            }
        }
    }

    /**
     * What reaches an output goes back over at most so many steps: a window that slides with the outputs.
     *
     * @param steps from 0, with which it stays in its own step
     */
    record Window(int steps) implements Truncation {
        public Window {
            if (steps < 0) {
                throw new IllegalArgumentException("a window of " + steps + " steps");
            }
        }
    }

    /** @param steps of a chunk; 0 for one that holds all */
    static Truncation chunks(int steps) {
        return steps == 0 ? NONE : new Chunks(steps);
    }

    /** True where nothing goes back between two steps that follow one another. */
    default boolean isCut(int t, int next) {
        return switch (this) {
            case None none -> false;
            case Chunks(int steps) -> t / steps != next / steps;
            case Window(int steps) -> steps == 0;
        };
    }

    /** True if it is cut somewhere. @param steps T */
    default boolean cuts(Network network, int steps) {
        return switch (this) {
            case None none -> false;
            case Chunks(int chunk) -> chunk < steps;
            case Window(int window) -> window < longestPath(network, steps);
        };
    }

    /** Steps back in time on the longest path through a network, which goes through several directions at most once each. */
    private static long longestPath(Network network, int steps) {
        long parts =
                network.parts().stream().map(Network.Part::reversed).distinct().count();
        long turns = parts > 1 ? network.layers().size() : 1;
        return turns * Math.max(0, steps - 1);
    }
}
