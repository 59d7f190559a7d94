package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatescope.text.Texts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about texts that are no cells. A ‸ stands before the character at which the error is expected. */
class CellErrorsTest {
    private static final String UPDATE = "h' = tanh(x @ W)\n";

    /** A wrong text with the place marked, and words that the message must hold. */
    private record Wrong(String marked, List<String> words) {
        static Wrong of(String marked, String... words) {
            return new Wrong(marked, List.of(words));
        }

        String text() {
            return marked.replace("‸", "");
        }

        int line() {
            return (int) before().chars().filter(c -> c == '\n').count() + 1;
        }

        int column() {
            String line = before().substring(before().lastIndexOf('\n') + 1);
            return line.codePointCount(0, line.length()) + 1;
        }

        private String before() {
            return marked.substring(0, marked.indexOf('‸'));
        }

        @Override
        public String toString() {
            return marked.replace("\n", " ⏎ ");
        }
    }

    static Stream<Wrong> wrongLines() {
        return Stream.of(
                // what a line may be
                Wrong.of("state h\n‸= tanh(x)", "starts with a name", "“=”"),
                Wrong.of("state h\n‸(h) = x", "starts with a name", "h' = tanh", "“(”"),
                Wrong.of("state h\n‸3 = x", "starts with a name", "“3”"),
                Wrong.of("state h\nh'‸", "after “h'” comes “=”", "end of the line"),
                Wrong.of("state h\nh' ‸+= x @ W", "comes “=”", "“+”"),
                Wrong.of("‸", "needs its states named", "state h"),
                Wrong.of("‸# only a comment\n\n", "needs its states named"),
                Wrong.of("\n‸h' = tanh(x @ W)", "needs its states named"),
                // expressions
                Wrong.of("state h\nh' =‸", "expected a name, a number, a function or “(”", "end of the line"),
                Wrong.of("state h\nh' = ‸# nothing", "expected a name", "end of the line"),
                Wrong.of("state h\nh' = h +‸", "expected a name", "end of the line"),
                Wrong.of("state h\nh' = h * ‸* h", "expected a name", "“*”"),
                Wrong.of("state h\nh' = h ‸** 2", "“**” is written “^”"),
                Wrong.of("state h\nh' = ‸/ h", "expected a name", "“/”"),
                Wrong.of("state h\nh' = tanh(‸)", "expected a name", "“)”"),
                Wrong.of("state h\nh' = ‸= h", "expected a name", "“=”"),
                Wrong.of("state h\nh' = h ‸= h", "expected an operator", "“=”"),
                Wrong.of("state h\nh' = h ‸h", "expected an operator", "“h”"),
                Wrong.of("state h\nh' = h ‸2", "expected an operator", "“2”"),
                Wrong.of("state h\nh' = 2 ‸(h)", "expected an operator", "“(”"),
                Wrong.of("state h\nh' = h‸)", "expected an operator", "“)”"),
                Wrong.of("state h\nh' = h‸, c", "expected an operator", "“,”"),
                Wrong.of("state h\nh' = (h + 1‸", "expected “)”", "column 6", "end of the line"),
                Wrong.of("state h\nh' = tanh(h ‸# )", "expected “)”", "column 10"),
                Wrong.of("state h\nh' = tanh(h‸, 2)", "expected “)”", "“,”"),
                Wrong.of("state h\nh' = h ‸^ h", "exponent", "number", "exp and log"),
                Wrong.of("state h\nh' = h ‸^ (1 / 0)", "exponent"),
                Wrong.of("state h\nh' = h ‸^ p", "exponent"),
                Wrong.of("state h\nh' = h ^‸", "expected a name"),
                Wrong.of("state h\nh' = 2‸h", "follows the number 2 directly", "*"),
                Wrong.of("state h\nh' = 1.2‸.3", "second point", "1.2"),
                Wrong.of("state h\nh' = 1‸e", "follows the number 1"),
                Wrong.of("state h\nh' = ‸1e999", "larger than a double"),
                Wrong.of("state h\nh' = ‸99999e99999999999", "larger than a double"),
                // characters
                Wrong.of("state h\nh' = h ‸% 2", "“%” means nothing", "understood"),
                Wrong.of("state h\nh' = h ‸× h", "“×”"),
                Wrong.of("state h\nh' = ‸\u0000", "U+0000"),
                Wrong.of("state h\nh' = h‸\u200B", "U+200B"),
                Wrong.of("state h\nh' = ‸\u0303", "U+0303"),
                Wrong.of("state h\nh' = ‸\uD800", "U+D800"),
                Wrong.of("state h\nh' = ‸\uD83D\uDE00", "\uD83D\uDE00"),
                Wrong.of("state h\nh' = ‸\"h\"", "“\"”"),
                Wrong.of("state h‸: c", "“:”"),
                Wrong.of("state h\nh'‸' = h", "“'”"),
                Wrong.of("state h\nh' = 𝑓 + 隠れ ‸! h", "“!”"),
                Wrong.of("state h\nh' = h ‸! 2 # %", "“!”"),
                // functions
                Wrong.of("state h\nh' = ‸sigmod(h)", "no function “sigmod”", "did you mean “sigmoid”"),
                Wrong.of("state h\nh' = ‸Tanh(h)", "did you mean “tanh”"),
                Wrong.of("state h\nh' = 1 + ‸wobble(h)", "no function “wobble”", "there are sigmoid, tanh, relu"),
                Wrong.of("state h\nh' = ‸h(2)", "no function “h”"),
                Wrong.of("state h\nh' = h + ‸tanh", "“tanh” is a function", "tanh(h)"),
                Wrong.of("state h\nh' = ‸tanh * h", "“tanh” is a function", "parentheses"),
                Wrong.of("state h\n‸tanh = h", "“tanh” is a function and cannot be defined"),
                Wrong.of("state ‸exp\nh' = h", "“exp” is a function"),
                // states
                Wrong.of("state‸", "expected the name of a state", "end of the line"),
                Wrong.of("state ‸# h", "expected the name of a state"),
                Wrong.of("state ‸3\n", "name of a state", "“3”"),
                Wrong.of("state h,‸\n" + UPDATE, "name of a state"),
                Wrong.of("state ‸, h\n" + UPDATE, "name of a state", "“,”"),
                Wrong.of("state h ‸c\n" + UPDATE, "expected “,”", "“c”"),
                Wrong.of("state h, ‸c'\n" + UPDATE, "“c'”", "without a prime"),
                Wrong.of("state h, ‸h\n" + UPDATE, "“h” is defined already, in line 1"),
                Wrong.of("state h\nstate ‸h\n" + UPDATE, "“h” is defined already, in line 1"),
                Wrong.of("state ‸x\n", "“x” is the input"),
                Wrong.of("state ‸state\n" + UPDATE, "“state” declares states"),
                Wrong.of("state h, ‸d.h\n" + UPDATE, "“d.h”", "gradients"),
                Wrong.of("state h\n‸state = h\n" + UPDATE, "“state” declares states"),
                Wrong.of("state h\nh' = h + ‸state", "“state” declares states"),
                Wrong.of("state ‸h", "“h” is never updated", "h' = "),
                Wrong.of("state h, ‸c\n" + UPDATE, "“c” is never updated", "c' = "),
                Wrong.of("state h, c\nh' = ‸c'", "“c” is never updated", "c' = "),
                Wrong.of("state h\n‸h = tanh(x @ W)", "before the step", "written h'"),
                Wrong.of("state h\n" + UPDATE + "‸c' = h", "“c'” would be", "“c” is no state"),
                Wrong.of("state h\nh' = h + ‸c'", "“c'” would be", "only states have a prime"),
                Wrong.of("state h\nh' = h @ ‸W'", "“W'”", "only states have a prime"),
                Wrong.of("state h\nh' = ‸x'", "“x'”"),
                Wrong.of("state h\n‸x' = h\n" + UPDATE, "“x'” is the input"),
                // names
                Wrong.of("state h\n‸x = h\n" + UPDATE, "“x” is the input and cannot be defined"),
                Wrong.of("state h\n‸d.a = h\n" + UPDATE, "“d.a”", "gradients"),
                Wrong.of("state h\nh' = h + ‸d.h", "“d.h”", "gradients"),
                Wrong.of("state h\n" + UPDATE + "‸h' = h", "“h'” is defined already, in line 2"),
                Wrong.of("state h\na = x @ A\n\n‸a = h\n" + UPDATE, "“a” is defined already, in line 2"),
                Wrong.of("state h\né = x @ A\n‸e\u0301 = h\n" + UPDATE, "“é” is defined already, in line 2"),
                Wrong.of("state h\nh' = ‸a * h\na = x @ A", "“a” is used before its line", "line 3"),
                Wrong.of("state h, c\nc' = ‸h' * c\n" + UPDATE, "“h'” is used before its line", "line 3"),
                Wrong.of("state h\nh' = h + ‸h'", "cycle", "h' → h'"),
                Wrong.of("state h\na = ‸b * h\nb = a + 1\n" + UPDATE, "cycle", "a → b → a"),
                Wrong.of("state h\na = ‸b\nb = c\nc = d\nd = a\n" + UPDATE, "a → b → c → d → a"),
                // shapes
                Wrong.of("state h\nh' = x ‸+ h", "do not fit", "(N, D) + (N, H)"),
                Wrong.of("state h\nh' = ‸tanh(x @ W * x)", "state of shape (N, H)", "(N, D)"),
                Wrong.of("state h\nh' = x @ W\na = h ‸@ W", "(N, H) @ (D, H)"),
                Wrong.of("state h\nh' = h ‸@ h", "right of “@”", "(N, H)"),
                Wrong.of("state h\nh' = W ‸@ h", "right of “@”", "(N, H)"),
                Wrong.of("state h\nh' = h ‸@ 2", "right of “@”"),
                Wrong.of("state h\nh' = 2 ‸@ W", "left of “@”", "plain number"),
                Wrong.of("state h\na = b + 1\nh' = h ‸@ a", "right of “@”"),
                Wrong.of("state h\nh' = h @ W\nb = tanh(x)\na = b * x\nc = b ‸+ h", "do not fit: (N, D) + (N, H)"),
                Wrong.of("state h\nh' = ‸x", "“h'” is a state of shape (N, H)", "(N, D)"),
                Wrong.of("state h\nh' = ‸sigmoid(x)", "(N, D)"),
                Wrong.of("state h\nh' = h @ ‸W + W", "“W” is a matrix here but a vector in line 2"),
                Wrong.of("state h\na = W * h\nh' = h @ ‸W", "“W” is a matrix here but a vector in line 2"),
                Wrong.of("state h\na = h @ ‸W\nh' = h * W", "“W” is a matrix here but a vector in line 3"),
                Wrong.of("state h\nh' = h @ (W ‸+ h)", "do not fit: (H, H) + (N, H)"),
                Wrong.of("state h\nh' = h @ tanh(‸h')", "cycle", "h' → h'"),
                Wrong.of("state h\nh' = b\na = x @ (A * B)\nc = h ‸@ (A * B)", "(N, H) @ (D, H)"),
                // limits
                Wrong.of("state h\nh' = " + "(".repeat(100) + "‸(h" + ")".repeat(101), "nested more than 100 deep"),
                Wrong.of("state h\nh' = " + "-".repeat(100) + "‸-h", "nested more than 100 deep"),
                Wrong.of("state h\nh' = " + "tanh(".repeat(100) + "tanh‸(h", "nested more than 100 deep"),
                Wrong.of("state h\nh' = h" + " + h".repeat(200) + " ‸+ h", "more than 200 operators", "several lines"),
                Wrong.of("state h\n" + "a = h\n".repeat(500) + "‸b = h", "at most 500 lines"),
                Wrong.of("‸" + " ".repeat(4_000_001), "at most 4000000 characters"));
    }

    @ParameterizedTest
    @MethodSource("wrongLines")
    void areRefusedWithThePlaceAndWhatWasExpected(Wrong wrong) {
        CellException error = refused(wrong.text());
        assertThat(error.problem()).contains(wrong.words());
        assertThat(error.line()).as("line").isEqualTo(wrong.line());
        assertThat(error.column()).as("column").isEqualTo(wrong.column());
        assertThat(error)
                .hasMessageStartingWith(
                        "line " + wrong.line() + ", column " + wrong.column() + ": " + error.problem() + "\n");
    }

    private static CellException refused(String text) {
        CellException error = catchThrowableOfType(CellException.class, () -> Cell.parse(text));
        assertThat(error).as("the error in %s", text).isNotNull();
        return error;
    }

    @Nested
    class TheMessage {
        @Test
        void showsTheLineWithACaretUnderThePlace() {
            assertThat(refused("state h\nh' = h @ sigmod(x)"))
                    .hasMessage("line 2, column 10: there is no function “sigmod”; did you mean “sigmoid”?\n"
                            + "  h' = h @ sigmod(x)\n"
                            + "           ^");
        }

        @Test
        void keepsTabsSoThatTheCaretStandsRight() {
            assertThat(excerpt("state h\n\th'\t= h\t!")).containsExactly("  \th'\t= h\t!", "  \t  \t   \t^");
        }

        @Test
        void countsLettersBeyondTheBasicPlaneOnce() {
            assertThat(excerpt("state h\n𝑓 = 𝑔 !")).containsExactly("  𝑓 = 𝑔 !", "        ^");
        }

        @Test
        void givesMarksOverLettersNoRoomAndWideLettersTwice() {
            assertThat(excerpt("state h\nc\u0303 = 隠れ !")).containsExactly("  c\u0303 = 隠れ !", "      \u3000\u3000 ^");
        }

        @Test
        void showsWhatCannotBeSeenAsAReplacement() {
            assertThat(excerpt("state h\nh' = \u001B[31m\u202E h").getFirst()).isEqualTo("  h' = �[31m� h");
        }

        @Test
        void cutsALongLineToAWindowAroundThePlace() {
            String line = "h' = " + "h + ".repeat(50) + "! " + "+ h".repeat(50);
            List<String> excerpt = excerpt("state h\n" + line);
            assertThat(excerpt.getFirst()).startsWith("  …").endsWith("…").hasSize(2 + 1 + 60 + 60 + 1);
            assertThat(excerpt.getFirst().charAt(excerpt.get(1).indexOf('^'))).isEqualTo('!');
        }

        @Test
        void cutsALongLineBetweenWholeCharacters() {
            List<String> excerpt = excerpt("state h\n" + "𝑓".repeat(70) + "!" + "𝑓".repeat(70));
            assertThat(excerpt)
                    .containsExactly("  …" + "𝑓".repeat(60) + "!" + "𝑓".repeat(59) + "…", " ".repeat(63) + "^");
        }

        @Test
        void cutsLongNames() {
            CellException error = refused("state h\n" + "n".repeat(1_000_000));
            assertThat(error.getMessage()).hasSizeLessThan(600).contains("nnn…” comes “=”");
        }

        private static List<String> excerpt(String text) {
            List<String> lines =
                    String.valueOf(refused(text).getMessage()).lines().toList();
            return lines.subList(1, lines.size());
        }
    }

    @Nested
    class TheTexts {
        private static final Pattern DOTTED = Pattern.compile("\"([a-z]+\\.[a-z]+)\"");
        /** Parts of other messages, and the frame around them all. */
        private static final Set<String> PARTS =
                Set.of("problem", "found.end", "found.token", "function.nearest", "function.all");

        private static final ResourceBundle BUNDLE = Texts.of(Cell.class).bundle();

        @Test
        void areAllUsed() throws IOException {
            String sources = sources();
            assertThat(BUNDLE.keySet()).allSatisfy(key -> assertThat(sources).contains('"' + key + '"'));
        }

        @Test
        void areAllThere() throws IOException {
            Stream<String> used = DOTTED.matcher(sources()).results().map(result -> result.group(1));
            assertThat(used).isNotEmpty().allMatch(BUNDLE::containsKey);
        }

        @Test
        void areAllMetByAWrongText() {
            Stream<CellException> cells = wrongLines().map(wrong -> refused(wrong.text()));
            Stream<CellException> conditions = Stream.of("f", "f > 1 2", "any d", "f[x] > 1", "f[2 > 1", "f & 1")
                    .map(wrong -> catchThrowableOfType(CellException.class, () -> Condition.parse(wrong)));
            List<String> problems =
                    Stream.concat(cells, conditions).map(CellException::problem).toList();
            assertThat(BUNDLE.keySet())
                    .filteredOn(key -> !PARTS.contains(key))
                    .allSatisfy(key -> assertThat(problems)
                            .anyMatch(form(BUNDLE.getString(key)).asMatchPredicate()));
        }

        private static Pattern form(String text) {
            String plain = text.replace("''", "'");
            return Pattern.compile("\\Q" + plain.replaceAll("\\{\\d}", "\\\\E.*\\\\Q") + "\\E");
        }

        private static String sources() throws IOException {
            StringBuilder all = new StringBuilder();
            try (Stream<Path> files = Files.list(Path.of("src/main/java/org/gatescope/cell"))) {
                for (Path file : files.toList()) {
                    all.append(Files.readString(file));
                }
            }
            return all.toString();
        }
    }
}
