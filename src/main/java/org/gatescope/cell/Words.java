package org.gatescope.cell;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gatescope.cell.Token.Kind;
import org.gatescope.text.Texts;

/** Words for messages. */
final class Words {
    static final String TRANSPOSE = "transpose";

    private static final Texts TEXTS = Texts.of(Words.class);

    private Words() {}

    /** What stands where something else was expected. */
    static String found(Token token) {
        return token.kind() == Kind.END ? TEXTS.get("found.end") : TEXTS.get("found.token", token.text());
    }

    /** True for the words that are called in a cell. */
    static boolean isFunction(String word) {
        return functions().contains(word);
    }

    /** All words that are called in a cell. */
    static List<String> functions() {
        Stream<String> ofSeveral = Arrays.stream(Combination.values())
                .filter(combination -> !combination.isComparison())
                .map(Combination::word);
        return Stream.concat(
                        Arrays.stream(Function.values()).map(Function::word),
                        Stream.concat(ofSeveral, Stream.of(TRANSPOSE)))
                .toList();
    }

    /** A hint for a misspelt function: the one that is written most alike, otherwise all of them. */
    static String nearestFunction(String word) {
        String nearest = functions().stream()
                .min(Comparator.comparingInt(f -> distance(word, f)))
                .orElseThrow();
        return distance(word, nearest) <= Math.max(1, nearest.length() / 3)
                ? TEXTS.get("function.nearest", nearest)
                : TEXTS.get("function.all", String.join(", ", functions()));
    }

    /** Levenshtein's distance; long words are not compared. */
    private static int distance(String a, String b) {
        if (a.length() > 30) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
