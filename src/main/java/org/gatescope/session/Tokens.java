package org.gatescope.session;

import java.util.List;
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
    record Tokenized(Vocabulary vocabulary, List<List<Integer>> sequences) implements Tokens {
        private static final Texts TEXTS = Texts.of(Tokens.class);
        private static final int TITLE_WORDS = 5;

        public Tokenized {
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
            long shown = vocabulary.tokenizer().cutting().between().isEmpty() ? 4L * TITLE_WORDS : TITLE_WORDS;
            return TEXTS.get(
                    "subject.text",
                    vocabulary.joined(first.stream().limit(shown).map(this::token)));
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
