package org.gatescope.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.text.Texts;

/**
 * Makes tokens of a text; each line is a text of its own.
 *
 * @param lower   whether capital letters become small ones first
 * @param most    how many of the most frequent tokens are kept, the unknown one not counted; 0 for all
 * @param unknown stands for every token that is not kept, and is the first of the vocabulary; without it those that a limit
 *                leaves out are skipped, as Keras skips them
 */
public record Tokenizer(Cutting cutting, boolean lower, int most, Optional<String> unknown) {
    /** Words with the defaults of {@code tensorflow.keras.preprocessing.text.Tokenizer}. */
    public static final Tokenizer WORDS = plain(new Cutting.Words(Cutting.Words.KERAS_FILTERS), true);

    /** Each character by itself, in small letters as Keras has them with {@code char_level}. */
    public static final Tokenizer CHARACTERS = plain(new Cutting.Characters(), true);

    static final int MOST_CHARACTERS = 1_000_000;
    public static final int MOST_TOKENS = 10_000;

    private static final Texts TEXTS = Texts.of(Tokenizer.class);

    /** @throws IllegalArgumentException if the limit is below 0 or the unknown token has no characters */
    public Tokenizer {
        if (most < 0 || unknown.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException("a limit from 0 on, and an unknown token of some characters");
        }
    }

    /** Keeps every token. */
    public static Tokenizer plain(Cutting cutting, boolean lower) {
        return new Tokenizer(cutting, lower, 0, Optional.empty());
    }

    /** Builds the vocabulary of a text: the most frequent token first; of equally frequent ones, as the cutting says. */
    public Tokens fit(String text) {
        if (isTooLong(text)) {
            return tooLong();
        }
        List<List<String>> lines = cut(text);
        List<String> kept = kept(lines);
        return kept.size() > MOST_TOKENS
                ? new Tokens.Refused(TEXTS.get("tokens.many", kept.size(), MOST_TOKENS))
                : encode(lines, new Vocabulary(kept, this));
    }

    private List<String> kept(List<List<String>> lines) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        lines.forEach(line -> line.forEach(token -> counts.merge(token, 1, Integer::sum)));
        unknown.ifPresent(counts::remove);
        List<Map.Entry<String, Integer>> ranked = new ArrayList<>(counts.entrySet());
        ranked.sort(Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(cutting.ties()))); // stable
        Stream<String> frequent =
                ranked.stream().limit(most == 0 ? ranked.size() : most).map(Map.Entry::getKey);
        return Stream.concat(unknown.stream(), frequent).toList();
    }

    /**
     * Reads a text with an existing vocabulary. A token that is not in it is refused with its place, where Keras would skip
     * it, unless there is one for the unknown.
     */
    public Tokens encode(String text, Vocabulary vocabulary) {
        return isTooLong(text) ? tooLong() : encode(cut(text), vocabulary);
    }

    private Tokens encode(List<List<String>> lines, Vocabulary vocabulary) {
        Map<String, Integer> indices = new HashMap<>();
        for (int i = 0; i < vocabulary.size(); i++) {
            indices.putIfAbsent(vocabulary.get(i), i + 1);
        }
        Integer other = unknown.map(indices::get).orElse(null);
        List<List<Integer>> sequences = new ArrayList<>();
        for (List<String> line : lines) {
            List<Integer> sequence = new ArrayList<>(line.size());
            for (String token : line) {
                Integer index = indices.getOrDefault(token, other);
                if (index != null) {
                    sequence.add(index);
                } else if (most == 0) {
                    return refused(token, sequences.size() + 1, sequence.size() + 1);
                }
            }
            sequences.add(sequence);
        }
        return new Tokens.Tokenized(vocabulary, sequences);
    }

    /** The tokens of each line. */
    private List<List<String>> cut(String text) {
        return text.lines()
                .map(line -> cutting.tokens(lower ? cutting.lowered(line) : line))
                .toList();
    }

    private static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > MOST_CHARACTERS;
    }

    private static Tokens tooLong() {
        return new Tokens.Refused(TEXTS.get("tokens.long", MOST_CHARACTERS));
    }

    private static Tokens refused(String token, int line, int place) {
        String shown = token.length() > 40 ? token.substring(0, token.offsetByCodePoints(0, 20)) + "…" : token;
        return new Tokens.Refused(TEXTS.get("tokens.unknown", line, place, shown));
    }
}
