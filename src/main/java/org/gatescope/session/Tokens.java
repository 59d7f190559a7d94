package org.gatescope.session;

import java.util.List;
import java.util.stream.Collectors;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Matrix;
import org.gatescope.text.Texts;

/** The outcome of cutting a text into tokens. */
public sealed interface Tokens {
    /**
     * The tokens as numbers.
     *
     * @param vocabulary every token once; the first has index 1
     * @param sequences  indices of the tokens of each line; empty where a line holds none
     */
    record Tokenized(List<String> vocabulary, List<List<Integer>> sequences) implements Tokens {
        private static final Texts TEXTS = Texts.of(Tokens.class);
        private static final int TITLE_WORDS = 5;

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

        /** How the first sentence begins. */
        String title() {
            List<Integer> first = sequences.stream()
                    .filter(sequence -> !sequence.isEmpty())
                    .findFirst()
                    .orElse(List.of());
            boolean areCharacters = Session.areCharacters(vocabulary);
            String words = first.stream()
                    .limit(areCharacters ? 4L * TITLE_WORDS : TITLE_WORDS)
                    .map(this::token)
                    .collect(Collectors.joining(areCharacters ? "" : " "));
            return TEXTS.get("subject.text", words);
        }

        /** Time-major, (T·N, tokens); zero where a sequence is over. */
        Matrix oneHot(int steps) {
            int batch = sequences.size();
            int size = vocabulary.size();
            return new Fill.Identity().matrix(size, size).rearranged(steps * batch, size, row -> {
                List<Integer> sequence = sequences.get(row % batch);
                return row / batch < sequence.size() ? sequence.get(row / batch) - 1 : -1;
            });
        }
    }

    /** Why the text was not taken; lines and tokens count from 1. */
    record Refused(String reason) implements Tokens {}
}
