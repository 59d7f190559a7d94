package org.gatescope.session;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one-hot inputs stand for, and how a text is cut into it.
 *
 * @param tokens    one for each of the D inputs, in their order; empty if they are just numbered
 * @param tokenizer reads a text as the one was read that it came from
 */
public record Vocabulary(List<String> tokens, Tokenizer tokenizer) {
    /** Inputs are just numbered. */
    public static final Vocabulary NONE = new Vocabulary(List.of(), Tokenizer.WORDS);

    public Vocabulary {
        tokens = List.copyOf(tokens);
    }

    /** Where it is not known how they were cut: characters if each is one, else words. */
    public static Vocabulary of(List<String> tokens) {
        boolean areCharacters = !tokens.isEmpty() && tokens.stream().allMatch(Cutting.Characters::isOne);
        return new Vocabulary(tokens, areCharacters ? Tokenizer.CHARACTERS : Tokenizer.WORDS);
    }

    public boolean isEmpty() {
        return tokens.isEmpty();
    }

    public int size() {
        return tokens.size();
    }

    /** @param index from 0 */
    public String get(int index) {
        return tokens.get(index);
    }

    /** Some of its tokens as the text that is cut into them. */
    public String joined(Stream<String> some) {
        return String.join(tokenizer.cutting().between(), some.toList());
    }
}
