package org.gatescope.session;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;

/** How a line of text is cut into tokens. */
public sealed interface Cutting {
    /** The tokens of a line, in order; none of them is empty. */
    List<String> tokens(String line);

    /** What stands between tokens that are written as a text again. */
    default String between() {
        return " ";
    }

    /** A line without capital letters. */
    default String lowered(String line) {
        return line.toLowerCase(Locale.ROOT);
    }

    /** Which of two equally frequent tokens comes first; 0 is for the one seen first. */
    default Comparator<String> ties() {
        return (one, other) -> 0;
    }

    /**
     * Words as {@code tensorflow.keras.preprocessing.text.Tokenizer} has them: what stands between spaces.
     *
     * @param filters characters that separate words as a space does
     */
    record Words(String filters) implements Cutting {
        /** What Keras filters by default: all ASCII punctuation except the apostrophe, tabs, line ends. */
        public static final String KERAS_FILTERS = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n";

        @Override
        public List<String> tokens(String line) {
            BitSet filtered = new BitSet();
            filters.codePoints().forEach(filtered::set);
            StringBuilder kept = new StringBuilder(line.length());
            line.codePoints().map(c -> filtered.get(c) ? ' ' : c).forEach(kept::appendCodePoint);
            return Arrays.stream(kept.toString().split(" ", -1))
                    .filter(Predicate.not(String::isEmpty))
                    .toList();
        }
    }

    /**
     * Words as {@code keras.layers.TextVectorization} has them: ASCII punctuation is deleted, ASCII white space separates,
     * ASCII letters alone become small, and of equally frequent words the last in the order of code points comes first.
     */
    record Vectorized() implements Cutting {
        private static final java.util.regex.Pattern PUNCTUATION = java.util.regex.Pattern.compile("[!-/:-@\\[-`{-~]");
        private static final java.util.regex.Pattern SPACE = java.util.regex.Pattern.compile("[ \\t\\n\\x0B\\f\\r]+");

        @Override
        public List<String> tokens(String line) {
            return SPACE.splitAsStream(PUNCTUATION.matcher(line).replaceAll(""))
                    .filter(Predicate.not(String::isEmpty))
                    .toList();
        }

        @Override
        public String lowered(String line) {
            StringBuilder lowered = new StringBuilder(line);
            for (int i = 0; i < line.length(); i++) {
                char letter = line.charAt(i);
                if (letter >= 'A' && letter <= 'Z') {
                    lowered.setCharAt(i, (char) (letter - 'A' + 'a'));
                }
            }
            return lowered.toString();
        }

        @Override
        public Comparator<String> ties() {
            return (one, other) -> Arrays.compare(
                    other.codePoints().toArray(), one.codePoints().toArray());
        }
    }

    /** What stands between white space of any kind, as Python's {@code str.split()} cuts. */
    record WhiteSpace() implements Cutting {
        @Override
        public List<String> tokens(String line) {
            List<String> tokens = new ArrayList<>();
            int begin = 0;
            for (int i = 0; i <= line.length(); i++) {
                if (i == line.length() || isSpace(line.charAt(i))) {
                    if (i > begin) {
                        tokens.add(line.substring(begin, i));
                    }
                    begin = i + 1;
                }
            }
            return tokens;
        }

        private static boolean isSpace(char letter) {
            return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == '\u0085';
        }
    }

    /**
     * Each match of a regular expression, as Python's {@code re.findall} gives them for one without groups. The syntax is
     * RE2's, whose time grows with the text alone whatever the expression is.
     */
    record Matches(String pattern) implements Cutting {
        /** Words, and each other sign by itself. */
        public static final String WORDS_AND_SIGNS = "[\\pL\\pM\\pN]+|[^\\pL\\pM\\pN\\s]";

        /** @throws IllegalArgumentException that says what is wrong with the expression */
        public Matches {
            compiled(pattern);
        }

        private static Pattern compiled(String pattern) {
            try {
                return Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                String found = e.getPattern();
                throw new IllegalArgumentException(
                        e.getDescription() + ": " + found.substring(0, Math.min(found.length(), 30)), e);
            }
        }

        @Override
        public List<String> tokens(String line) {
            List<String> tokens = new ArrayList<>();
            Matcher matcher = compiled(pattern).matcher(line);
            while (matcher.find()) {
                if (!matcher.group().isEmpty()) {
                    tokens.add(matcher.group());
                }
            }
            return tokens;
        }

        /** An expression that takes spaces for tokens, or parts of them, needs no others. */
        @Override
        public String between() {
            return tokens(" ").isEmpty() ? " " : "";
        }
    }

    /** What a reader takes for one character, spaces included; Keras counts code points. Nothing is normalised. */
    record Characters() implements Cutting {
        private static final java.util.regex.Pattern GRAPHEME = java.util.regex.Pattern.compile("\\X");

        @Override
        public List<String> tokens(String line) {
            return GRAPHEME.matcher(line).results().map(MatchResult::group).toList();
        }

        @Override
        public String between() {
            return "";
        }

        /** Whether a text is one character. */
        static boolean isOne(String text) {
            return GRAPHEME.matcher(text).matches();
        }
    }
}
