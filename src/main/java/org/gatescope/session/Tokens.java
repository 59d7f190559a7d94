package org.gatescope.session;

import java.util.List;

/** What became of a text that was cut into tokens. */
public sealed interface Tokens {
    /**
     * The tokens as numbers.
     *
     * @param vocabulary every token once; the first has index 1
     * @param sequences  indices of the tokens of each line; empty where a line holds none
     */
    record Tokenized(List<String> vocabulary, List<List<Integer>> sequences) implements Tokens {
        public Tokenized {
            vocabulary = List.copyOf(vocabulary);
            sequences = sequences.stream().map(List::copyOf).toList();
        }

        /** Tokens of each line. */
        public List<Integer> lengths() {
            return sequences.stream().map(List::size).toList();
        }

        /** @param index from 1 */
        public String token(int index) {
            return vocabulary.get(index - 1);
        }
    }

    /** Why the text was not taken; lines and tokens count from 1. */
    record Refused(String reason) implements Tokens {}
}
