package org.gatescope.cell;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.gatescope.cell.Token.Kind;
import org.gatescope.text.Texts;

/** Words for messages. */
final class Words {
    private static final Texts TEXTS = Texts.of(Words.class);

    private Words() {}

    /** What stands where something else was expected. */
    static String found(Token token) {
        return token.kind() == Kind.END ? TEXTS.get("found.end") : TEXTS.get("found.token", token.text());
    }

    /** A hint for a misspelt function: the one that is written most alike, otherwise all of them. */
    static String nearestFunction(String word) {
        Function nearest = Arrays.stream(Function.values())
                .min(Comparator.comparingInt(f -> distance(word, f.word())))
                .orElseThrow();
        return distance(word, nearest.word()) <= Math.max(1, nearest.word().length() / 3)
                ? TEXTS.get("function.nearest", nearest.word())
                : TEXTS.get(
                        "function.all",
                        Arrays.stream(Function.values()).map(Function::word).collect(Collectors.joining(", ")));
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
