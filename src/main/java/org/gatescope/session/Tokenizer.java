package org.gatescope.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gatescope.text.Texts;

/**
 * Cuts text into tokens as tensorflow.keras.preprocessing.text.Tokenizer does; each line is a text of its own.
 *
 * @param lower   whether capital letters become small ones first
 * @param filters characters that separate words as a space does; characters as tokens are not filtered
 */
public record Tokenizer(Unit unit, boolean lower, String filters) {
    /** What a token is. */
    public enum Unit {
        /** What stands between spaces. */
        WORDS,
        /** What a reader takes for one character, spaces included; Keras counts code points. */
        CHARACTERS
    }

    /** What Keras filters by default: all ASCII punctuation except the apostrophe, tabs, line ends. */
    public static final String KERAS_FILTERS = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n";

    static final int MOST_CHARACTERS = 1_000_000;
    static final int MOST_TOKENS = 10_000;

    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Texts TEXTS = Texts.of(Tokenizer.class);

    /** With Keras's defaults. */
    public static Tokenizer keras(Unit unit) {
        return new Tokenizer(unit, true, KERAS_FILTERS);
    }

    /** Builds the vocabulary of a text: the most frequent token first; of equally frequent ones, the one seen first. */
    public Tokens fit(String text) {
        if (isTooLong(text)) {
            return tooLong();
        }
        List<List<String>> lines = cut(text);
        Map<String, Integer> counts = new LinkedHashMap<>();
        lines.forEach(line -> line.forEach(token -> counts.merge(token, 1, Integer::sum)));
        if (counts.size() > MOST_TOKENS) {
            return new Tokens.Refused(TEXTS.get("tokens.many", counts.size(), MOST_TOKENS));
        }
        List<Map.Entry<String, Integer>> ranked = new ArrayList<>(counts.entrySet());
        ranked.sort(Map.Entry.<String, Integer>comparingByValue().reversed()); // stable
        return encode(lines, ranked.stream().map(Map.Entry::getKey).toList());
    }

    /**
     * Reads a text with an existing vocabulary. A token that is not in it is refused with its place, where Keras would
     * skip it.
     */
    public Tokens encode(String text, List<String> vocabulary) {
        return isTooLong(text) ? tooLong() : encode(cut(text), vocabulary);
    }

    private static Tokens encode(List<List<String>> lines, List<String> vocabulary) {
        Map<String, Integer> indices = new HashMap<>();
        for (int i = 0; i < vocabulary.size(); i++) {
            indices.putIfAbsent(vocabulary.get(i), i + 1);
        }
        List<List<Integer>> sequences = new ArrayList<>();
        for (List<String> line : lines) {
            List<Integer> sequence = new ArrayList<>(line.size());
            for (String token : line) {
                Integer index = indices.get(token);
                if (index == null) {
                    return unknown(token, sequences.size() + 1, sequence.size() + 1);
                }
                sequence.add(index);
            }
            sequences.add(sequence);
        }
        return new Tokens.Tokenized(vocabulary, sequences);
    }

    /** The tokens of each line. */
    private List<List<String>> cut(String text) {
        BitSet filtered = new BitSet();
        filters.codePoints().forEach(filtered::set);
        return text.lines()
                .map(line -> lower ? line.toLowerCase(Locale.ROOT) : line)
                .map(line -> unit == Unit.WORDS ? words(line, filtered) : characters(line))
                .toList();
    }

    private static List<String> words(String line, BitSet filtered) {
        StringBuilder kept = new StringBuilder(line.length());
        line.codePoints().map(c -> filtered.get(c) ? ' ' : c).forEach(kept::appendCodePoint);
        return Arrays.stream(kept.toString().split(" ", -1))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    private static List<String> characters(String line) {
        return GRAPHEME.matcher(line).results().map(MatchResult::group).toList();
    }

    private static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > MOST_CHARACTERS;
    }

    private static Tokens tooLong() {
        return new Tokens.Refused(TEXTS.get("tokens.long", MOST_CHARACTERS));
    }

    private static Tokens unknown(String token, int line, int place) {
        String shown = token.length() > 40 ? token.substring(0, token.offsetByCodePoints(0, 20)) + "…" : token;
        return new Tokens.Refused(TEXTS.get("tokens.unknown", line, place, shown));
    }
}
