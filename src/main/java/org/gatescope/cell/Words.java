package org.gatescope.cell;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatescope.cell.Token.Kind;
import org.gatescope.text.Texts;

/** Words for messages. */
final class Words {
    static final String TRANSPOSE = "transpose";

    /** What other libraries and books call a function, in small letters and without underscores. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "logistic", "sigmoid",
            "sigm", "sigmoid",
            "swish", "silu",
            "arctan", "atan",
            "maximum", "max",
            "minimum", "min",
            "clamp", "clip",
            "ln", "log",
            "prelu", "leakyrelu",
            "absolute", "abs");

    /** What they have and the language has not, as it is written here. */
    private static final Map<String, String> COMPOSED = Map.of(
            "relu6", "clip(a, 0, 6)",
            "hardtanh", "clip(a, -1, 1)",
            "hardswish", "a * hard_sigmoid_6(a)",
            "mish", "a * tanh(softplus(a))",
            "square", "a ^ 2",
            "rsqrt", "1 / sqrt(a)");

    /** What they call the product with a matrix, and values side by side. */
    private static final Set<String> PRODUCTS = Set.of("dot", "matmul", "mm");

    private static final Set<String> JOINED = Set.of("concat", "cat", "concatenate", "hstack", "vstack", "stack");

    private static final Texts TEXTS = Texts.of(Words.class);

    private Words() {}

    /** What stands where something else was expected. */
    static String found(Token token) {
        return token.kind() == Kind.END ? TEXTS.get("found.end") : TEXTS.get("found.token", token.text());
    }

    /** {@code LeakyReLU} is {@code leaky_relu}. */
    static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** True for the words that are called in a cell. */
    static boolean isFunction(String word) {
        return functions().contains(word);
    }

    /** True for what is nearly such a word, or what others call one. */
    static boolean isFunctionElsewhere(String name) {
        return ELSEWHERE.containsKey(plain(name))
                || functions().stream().anyMatch(function -> plain(function).equals(plain(name)));
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
        String plain = plain(word.substring(word.lastIndexOf('.') + 1)); // np.tanh
        if (PRODUCTS.contains(plain)) {
            return TEXTS.get("function.product");
        }
        if (JOINED.contains(plain)) {
            return TEXTS.get("joined.alone");
        }
        if (plain.equals(plain(Function.HARD_SIGMOID.word()))) {
            return TEXTS.get("function.hard-sigmoid");
        }
        String composed = COMPOSED.get(plain);
        if (composed != null) {
            return TEXTS.get("function.composed", composed);
        }
        String meant = ELSEWHERE.getOrDefault(plain, plain);
        String nearest = functions().stream()
                .min(Comparator.comparingInt(f -> distance(meant, plain(f))))
                .orElseThrow();
        return distance(meant, plain(nearest)) <= Math.max(1, nearest.length() / 3)
                ? TEXTS.get("function.nearest", nearest)
                : TEXTS.get("function.all", offered(), word);
    }

    /** Those that are not the slope of another one. */
    private static String offered() {
        return functions().stream()
                .filter(function -> !function.endsWith("_slope"))
                .collect(Collectors.joining(", "));
    }

    /** Levenshtein's distance; long words are not compared. */
    static int distance(String a, String b) {
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
