package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatescope.Wording.saying;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gatescope.Wording;
import org.gatescope.text.Texts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about texts that are no cells. A ‸ stands before the character at which the error is expected. */
class CellErrorsTest {
    /** Parts of other messages, and the frame around them all. */
    private static final Set<String> PARTS = Set.of(
            "problem",
            "found.end",
            "found.token",
            "function.nearest",
            "function.all",
            "function.product",
            "function.composed",
            "function.hard-sigmoid");

    private static final String END = Wording.text("cell:found.end");
    private static final String UPDATE = "h' = tanh(x @ W)\n";

    /** A wrong text with the place marked, the key of the message, and what of the wrong text it must name. */
    private record Wrong(String marked, String key, List<String> named) {
        static Wrong of(String marked, String key, String... named) {
            return new Wrong(marked, key, List.of(named));
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
        return Stream.concat(wrongDeclarations(), wrongEquations());
    }

    private static Stream<Wrong> wrongDeclarations() {
        return Stream.of(
                Wrong.of("param W, ‸2", "expected.parameter", "“2”"),
                Wrong.of("param W ‸b", "expected.comma.parameter", "“b”"),
                Wrong.of("param W(‸)", "expected.size", "“)”"),
                Wrong.of("size P = 2, ‸3", "expected.size.name", "“3”"),
                Wrong.of("size P ‸2", "expected.size.equals", "“2”"),
                Wrong.of("size P = ‸*", "expected.size.number", "“*”"),
                Wrong.of("size P = ‸-", "expected.size.number", "“-”"),
                Wrong.of("size P = ‸-3\nstate h\nh' = x @ W", "size.range", "P"),
                Wrong.of("size P =‸", "expected.size.number", END),
                Wrong.of("size P‸", "expected.size.equals", END),
                Wrong.of("param W(‸", "expected.size", END),
                Wrong.of("param W(H‸", "expected.close", END),
                Wrong.of("size P = 2 ‸3", "expected.comma.size", "“3”"),
                Wrong.of("state h\nh' = (x @ W + h) ‸+ x", "shape.fit.square", "(N, D)"),
                Wrong.of("state h\nh' = ‸max(h, x)", "shape.values.square", "(N, D)"),
                Wrong.of("state h\nh' = ‸x", "shape.state.square", "(N, D)"),
                Wrong.of("state h(H, ‸H)\nh' = x @ W", "shape.of.state"),
                Wrong.of("state h(‸D)\nh' = x @ W", "shape.of.state.inputs"),
                Wrong.of("state h\nparam W(D, H, ‸H)\nh' = x @ W", "shape.of.parameter"),
                Wrong.of("state h(‸3)\nh' = x @ W", "shape.number", "3"),
                Wrong.of("state h(‸N)\nh' = x @ W", "shape.batch"),
                Wrong.of("state h(‸P)\nh' = x @ W", "size.unknown", "P"),
                Wrong.of("size P = 2\nsize ‸P = 2\nstate h\nh' = x @ W", "size.twice", "P", "1"),
                Wrong.of("size P = ‸0\nstate h\nh' = x @ W", "size.range", "P"),
                Wrong.of("size P = ‸Q\nstate h\nh' = x @ W", "size.named", "P"),
                Wrong.of("size ‸H = 2\nstate h\nh' = x @ W", "size.hidden"),
                Wrong.of("size ‸D = 2\nstate h\nh' = x @ W", "size.inputs"),
                Wrong.of("size ‸N = 2\nstate h\nh' = x @ W", "size.batch"),
                Wrong.of("size P = 2\nstate h\nh' = x @ ‸P", "size.used", "P"),
                Wrong.of("size a = 2\nstate h\n‸a = h\nh' = x @ W", "size.line", "a"),
                Wrong.of("param a(H)\nstate h\n‸a = h\nh' = x @ W", "param.line", "a"),
                Wrong.of("param b =‸", "expected.start", END),
                Wrong.of("param b = ‸1 / 0", "start.number"),
                Wrong.of("param b = ‸signs(8)", "start.share"),
                Wrong.of("param W = ‸signs(1)\nstate h\nh' = x @ W", "start.matrix", "W"),
                Wrong.of("state h ‸= 1", "start.state"),
                Wrong.of("param ‸a'\nstate h\nh' = x @ W", "param.primed", "a'"),
                Wrong.of("fixed ‸a\nstate h\nh' = x @ W", "param.unused", "a"));
    }

    private static Stream<Wrong> wrongEquations() {
        return Stream.of(
                // what a line may be
                Wrong.of("state h\n‸= tanh(x)", "expected.line", "“=”"),
                Wrong.of("state h\n‸(h) = x", "expected.line", "“(”"),
                Wrong.of("state h\n‸3 = x", "expected.line", "“3”"),
                Wrong.of("state h\nh'‸", "expected.equals", "“h'”", END),
                Wrong.of("state h\nh' ‸+= x @ W", "expected.equals", "“+”"),
                Wrong.of("‸", "state.none"),
                Wrong.of("‸# only a comment\n\n", "state.none"),
                Wrong.of("\n‸h' = tanh(x @ W)", "state.none"),
                // expressions
                Wrong.of("state h\nh' =‸", "expected.value", END),
                Wrong.of("state h\nh' = ‸# nothing", "expected.value", END),
                Wrong.of("state h\nh' = h +‸", "expected.value", END),
                Wrong.of("state h\nh' = h * ‸* h", "expected.value", "“*”"),
                Wrong.of("state h\nh' = h ‸** 2", "sign.power", "“^”"),
                Wrong.of("state h\nh' = ‸/ h", "expected.value", "“/”"),
                Wrong.of("state h\nh' = tanh(‸)", "expected.value", "“)”"),
                Wrong.of("state h\nh' = ‸= h", "expected.value", "“=”"),
                Wrong.of("state h\nh' = h ‸= h", "expected.operator", "“=”"),
                Wrong.of("state h\nh' = h ‸h", "neighbours", "“h”"),
                Wrong.of("state h\nh' = h ‸2", "expected.operator", "“2”"),
                Wrong.of("state h\nh' = 2 ‸(h)", "expected.operator", "“(”"),
                Wrong.of("state h\nh' = h‸)", "expected.operator", "“)”"),
                Wrong.of("state h\nh' = h‸, c", "expected.operator", "“,”"),
                Wrong.of("state h\nh' = (h + 1‸", "expected.close", "6", END),
                Wrong.of("state h\nh' = tanh(h ‸# )", "expected.close", "10"),
                Wrong.of("state h\nh' = tanh(h‸, 2)", "expected.close", "“,”"),
                Wrong.of("state h\nh' = h ‸^ h", "exponent"),
                Wrong.of("state h\nh' = h ‸^ (1 / 0)", "exponent"),
                Wrong.of("state h\nh' = h ‸^ p", "exponent"),
                Wrong.of("state h\nh' = h ^‸", "expected.value"),
                Wrong.of("state h\nh' = 2‸h", "number.tail"),
                Wrong.of("state h\nh' = 1.2‸.3", "number.tail", "1.2"),
                Wrong.of("state h\nh' = 1‸e", "number.tail"),
                Wrong.of("state h\nh' = ‸1e999", "number.large"),
                Wrong.of("state h\nh' = ‸99999e99999999999", "number.large"),
                // characters
                Wrong.of("state h\nh' = h ‸% 2", "sign.unknown", "“%”"),
                Wrong.of("state h\nh' = ‸\u0000", "sign.unknown", "U+0000"),
                Wrong.of("state h\nh' = h‸\u200B", "sign.unknown", "U+200B"),
                Wrong.of("state h\nh' = ‸\u0303", "sign.unknown", "U+0303"),
                Wrong.of("state h\nh' = ‸\uD800", "sign.unknown", "U+D800"),
                Wrong.of("state h\nh' = ‸\uD83D\uDE00", "sign.unknown", "\uD83D\uDE00"),
                Wrong.of("state h\nh' = ‸\"h\"", "sign.unknown", "“\"”"),
                Wrong.of("state h‸: c", "sign.unknown", "“:”"),
                Wrong.of("state h\nh'‸' = h", "sign.unknown", "“'”"),
                Wrong.of("state h\nh' = 𝑓 + 隠れ ‸! h", "expected.operator", "“!”"),
                Wrong.of("state h\nh' = h ‸! 2 # %", "expected.operator", "“!”"),
                // functions
                Wrong.of("state h\nh' = ‸sigmod(h)", "function.unknown", "“sigmod”", "“sigmoid”"),
                Wrong.of("state h\nh' = ‸Tanh(h)", "function.unknown", "“tanh”"),
                Wrong.of("state h\nh' = 1 + ‸wobble(h)", "function.unknown", "“wobble”"),
                Wrong.of("state h\nh' = ‸nn.Hardsigmoid(h)", "function.unknown", "hard_sigmoid_6 for", "PyTorch"),
                Wrong.of("state h\nh' = ‸relu6(h)", "function.unknown", "write clip(a, 0, 6)"),
                Wrong.of("state h\nh' = ‸hard_swish(h)", "function.unknown", "write a * hard_sigmoid_6(a)"),
                Wrong.of("state h\nh' = ‸h(2)", "function.unknown", "“h”"),
                Wrong.of("state h\nh' = h + ‸tanh", "function.bare", "“tanh”", "tanh(h)"),
                Wrong.of("state h\nh' = ‸tanh * h", "function.bare", "“tanh”"),
                Wrong.of("state h\n‸tanh = h", "function.defined", "“tanh”"),
                Wrong.of("state ‸exp\nh' = h", "function.defined", "“exp”"),
                // functions of several values
                Wrong.of("state h\nh' = ‸max(h)", "function.values", "max(a, b)", "has 1 value"),
                Wrong.of("state h\nh' = ‸clip(h, 0)", "function.values", "clip(a, lo, hi)", "has 2 values"),
                Wrong.of("state h\nh' = ‸where(h > 0, h)", "function.values", "where(a > b, c, d)", "has 2 values"),
                Wrong.of("state h\nh' = where(h‸, 0, 1)", "expected.comparison", "“,”"),
                Wrong.of("state h\nh' = h ‸> 0", "comparison.bare", "where(a > b, c, d)"),
                Wrong.of("state h\nh' = h * ‸max", "function.bare", "“max”"),
                Wrong.of("state h\n‸min = x @ W", "function.defined", "“min”"),
                Wrong.of("state h\nh' = ‸maxx(h, h)", "function.unknown", "“max”"),
                Wrong.of("state h\nh' = ‸max(x, h)", "shape.values", "“max”", "(N, D)", "(N, H)"),
                Wrong.of("state h\nh' = where(x ‸> h, h, h)", "shape.fit", "(N, D) > (N, H)"),
                Wrong.of("state h\nh' = ‸where(h > 0, x, h)", "shape.values", "“where”", "(N, H)", "(N, D)"),
                Wrong.of("state h\nh' = h @ ‸max(W, x)", "shape.values", "(H, H)", "(N, D)"),
                // notation of books
                Wrong.of("state h\nh' = tanh(W_x ‸x + b)", "neighbours", "“W_x”", "x @ W_x", "W_x * x"),
                Wrong.of("state h\nh' = W ‸x + b", "neighbours", "x @ W"),
                Wrong.of("state h\nh' = x ‸W + b", "neighbours.rows", "x @ W"),
                Wrong.of("state h\nh' = Wᵀ ‸x + b", "neighbours.transposed", "x @ W"),
                Wrong.of("state h\nh' = h_‸{t-1} @ W", "sign.moment"),
                Wrong.of("state h\nh' = h‸[t-1] @ W", "sign.moment"),
                Wrong.of("state h\nh‸[t] = x @ W", "sign.moment"),
                Wrong.of("state h\nh' = h ‸⊗ h", "sign.circled", "⊗"),
                Wrong.of("state h\nh' = x @ W‸;", "sign.semicolon"),
                Wrong.of("state h\nh' = ‸√(x @ W)", "sign.spelled", "sqrt"),
                Wrong.of("state h\nh' = tanh(W ‸· h + b)", "sign.dot", "h @ W", "h * W"),
                Wrong.of("state h\nh' = x @ V + h ‸× b", "sign.dot", "h @ b", "h * b"),
                Wrong.of("state h\nh' = tanh(Wᵀ ‸⋅ h)", "sign.dot", "h @ transpose(W)"),
                Wrong.of("state h\nh' = ‸tanh⁻¹(h)", "function.inverse", "1 / tanh(a)"),
                Wrong.of("state h\nh' = ‸σ^-1(h)", "function.inverse", "1 / sigmoid(a)"),
                Wrong.of("state h\nh' = ‸tanh² + h", "function.bare", "tanh(h)"),
                Wrong.of("state h\nh' = h‸⁻ + 1", "sign.unknown", "“⁻”"),
                Wrong.of("state h\nh' = tanh(W · ‸[h, x] + b)", "joined.alone", "[h, x] @ W"),
                Wrong.of("state h\nh' = tanh(W ‸[h, x] + b)", "joined.alone", "[h, x] @ W"),
                Wrong.of("state h\nh' = ‸[h, x] * W", "joined.alone"),
                Wrong.of("state h\nh' = ‸[h, h] @ W", "joined.names", "W"),
                Wrong.of("state h\nh' = ‸[h, 1] @ W", "joined.names", "W"),
                Wrong.of("state h\nh' = [h, x @ W‸", "expected.bracket", "6"),
                Wrong.of("state h\na = [h, x] @ W\nh' = ‸[x, h] @ W", "joined.order", "“W”", "[h, x]"),
                Wrong.of("state h\na = [h, x] @ W\nh' = a @ ‸W", "joined.whole", "“W”"),
                Wrong.of("state h\nh' = ‸LeakyReLU(h, 0.1)", "function.unknown", "“leaky_relu”"),
                Wrong.of("state h\nh' = ‸logistic(h)", "function.unknown", "“sigmoid”"),
                Wrong.of("state h\nh' = ‸clamp(h, 0, 1)", "function.unknown", "“clip”"),
                Wrong.of("state h\nh' = ‸U(h)", "function.unknown", "h @ U"),
                // transposes
                Wrong.of("state h\nh' = ‸transpose(h)", "shape.transpose", "(N, H)"),
                Wrong.of("state h\nh' = ‸h.T @ W", "shape.transpose", "(N, H)"),
                Wrong.of("state h\nb = tanh(v)\nh' = h @ ‸transpose(b)", "shape.transpose", "(N, H)"),
                Wrong.of("state h\nh' = h + x @ V + x ‸@ V.T", "shape.fit", "(N, D) @ (H, D)"),
                Wrong.of("state h\n‸a.T = x @ W\n" + UPDATE, "transpose.defined", "“a.T”", "“a”"),
                Wrong.of("state h\nh' = h * v + h @ ‸v.T", "shape.both", "“v”", "2"),
                // states
                Wrong.of("state‸", "expected.state", END),
                Wrong.of("state ‸# h", "expected.state"),
                Wrong.of("state ‸3\n", "expected.state", "“3”"),
                Wrong.of("state h,‸\n" + UPDATE, "expected.state"),
                Wrong.of("state ‸, h\n" + UPDATE, "expected.state", "“,”"),
                Wrong.of("state h ‸c\n" + UPDATE, "expected.comma", "“c”"),
                Wrong.of("state h, ‸c'\n" + UPDATE, "state.primed", "“c'”"),
                Wrong.of("state h, ‸h\n" + UPDATE, "twice", "“h”", "1"),
                Wrong.of("state h\nstate ‸h\n" + UPDATE, "twice", "“h”", "1"),
                Wrong.of("state ‸x\n", "input.defined", "“x”"),
                Wrong.of("state ‸state\n" + UPDATE, "state.defined", "“state”"),
                Wrong.of("state h, ‸d.h\n" + UPDATE, "gradient.named", "“d.h”"),
                Wrong.of("state h\n‸state = h\n" + UPDATE, "state.defined", "“state”"),
                Wrong.of("state h\nh' = h + ‸state", "state.defined", "“state”"),
                Wrong.of("state ‸h", "state.never", "“h”", "h' = "),
                Wrong.of("state h, ‸c\n" + UPDATE, "state.never", "“c”", "c' = "),
                Wrong.of("state h, c\nh' = ‸c'", "state.never", "“c”", "c' = "),
                Wrong.of("state h\n‸h = tanh(x @ W)", "state.before"),
                Wrong.of("state h\n" + UPDATE + "‸c' = h", "prime.target", "“c'”", "“c”"),
                Wrong.of("state h\nh' = h + ‸c'", "prime.use", "“c'”"),
                Wrong.of("state h\nh' = h @ ‸W'", "prime.use", "“W'”"),
                Wrong.of("state h\nh' = ‸x'", "prime.use", "“x'”"),
                Wrong.of("state h\n‸x' = h\n" + UPDATE, "input.defined", "“x'”"),
                // names
                Wrong.of("state h\n‸x = h\n" + UPDATE, "input.defined", "“x”"),
                Wrong.of("state h\n‸d.a = h\n" + UPDATE, "gradient.named", "“d.a”"),
                Wrong.of("state h\nh' = h + ‸d.h", "gradient.named", "“d.h”"),
                Wrong.of("state h\n" + UPDATE + "‸h' = h", "twice", "“h'”", "2"),
                Wrong.of("state h\na = x @ A\n\n‸a = h\n" + UPDATE, "twice", "“a”", "2"),
                Wrong.of("state h\né = x @ A\n‸e\u0301 = h\n" + UPDATE, "twice", "“é”", "2"),
                Wrong.of("state h\nh' = ‸a * h\na = x @ A", "early", "“a”", "3"),
                Wrong.of("state h, c\nc' = ‸h' * c\n" + UPDATE, "early", "“h'”", "3"),
                Wrong.of("state h\nh' = h + ‸h'", "cycle", "h' → h'"),
                Wrong.of("state h\na = ‸b * h\nb = a + 1\n" + UPDATE, "cycle", "a → b → a"),
                Wrong.of("state h\na = ‸b\nb = c\nc = d\nd = a\n" + UPDATE, "cycle", "a → b → c → d → a"),
                // shapes
                Wrong.of("state h\nh' = x ‸+ h", "shape.fit", "(N, D) + (N, H)"),
                Wrong.of("state h\nh' = ‸tanh(x @ W * x)", "shape.state", "(N, H)", "(N, D)"),
                Wrong.of("state h\nh' = x @ W\na = h ‸@ W", "shape.fit", "(N, H) @ (D, H)"),
                Wrong.of("state h\nh' = h ‸@ h", "shape.right", "(N, H)"),
                Wrong.of("state h\nh' = W ‸@ h", "shape.column", "(N, H)", "h @ W"),
                Wrong.of("state h\nh' = tanh(W ‸@ (h * h) + b)", "shape.column", "(h * h) @ W"),
                Wrong.of("state h\nh' = h ‸@ 2", "shape.right"),
                Wrong.of("state h\nh' = 2 ‸@ W", "shape.left"),
                Wrong.of("state h\na = b + 1\nh' = h ‸@ a", "shape.right"),
                Wrong.of("state h\nh' = h @ W\nb = tanh(x)\na = b * x\nc = b ‸+ h", "shape.fit", "(N, D) + (N, H)"),
                Wrong.of("state h\nh' = ‸x", "shape.state", "“h'”", "(N, H)", "(N, D)"),
                Wrong.of("state h\nh' = ‸sigmoid(x)", "shape.state", "(N, D)"),
                Wrong.of("state h\nh' = h @ ‸W + W", "shape.both", "“W”", "2"),
                Wrong.of("state h\na = W * h\nh' = h @ ‸W", "shape.both", "“W”", "2"),
                Wrong.of("state h\na = h @ ‸W\nh' = h * W", "shape.both", "“W”", "3"),
                Wrong.of("state h\nh' = h @ (W ‸+ h)", "shape.fit", "(H, H) + (N, H)"),
                Wrong.of("state h\nh' = h @ tanh(‸h')", "cycle", "h' → h'"),
                Wrong.of("state h\nh' = b\na = x @ (A * B)\nc = h ‸@ (A * B)", "shape.fit", "(N, H) @ (D, H)"),
                // limits
                Wrong.of("state h\nh' = " + "(".repeat(100) + "‸(h" + ")".repeat(101), "deep", "100"),
                Wrong.of("state h\nh' = " + "-".repeat(100) + "‸-h", "deep", "100"),
                Wrong.of("state h\nh' = " + "tanh(".repeat(100) + "tanh‸(h", "deep", "100"),
                Wrong.of("state h\nh' = h" + " + h".repeat(200) + " ‸+ h", "line.long", "200"),
                Wrong.of("state h\n" + "a = h\n".repeat(500) + "‸b = h", "lines.many", "500"),
                Wrong.of("‸" + " ".repeat(4_000_001), "text.long", "4000000"));
    }

    @ParameterizedTest
    @MethodSource("wrongLines")
    void areRefusedWithThePlaceAndWhatWasExpected(Wrong wrong) {
        CellException error = refused(wrong.text());
        assertThat(error.problem()).is(saying("cell:" + wrong.key()));
        assertThat(wrong.named()).allSatisfy(name -> assertThat(error.problem()).contains(name));
        assertThat(error.line()).as("line").isEqualTo(wrong.line());
        assertThat(error.column()).as("column").isEqualTo(wrong.column());
        assertThat(error)
                .hasMessageStartingWith(
                        Wording.text("cell:problem", wrong.line(), wrong.column(), error.problem()) + "\n");
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
                    .message()
                    .endsWith("\n  h' = h @ sigmod(x)\n           ^");
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
            assertThat(error.getMessage()).hasSizeLessThan(600).contains("nnn…”");
        }

        private static List<String> excerpt(String text) {
            List<String> lines =
                    String.valueOf(refused(text).getMessage()).lines().toList();
            return lines.subList(1, lines.size());
        }
    }

    @Test
    void everyMessageIsMetByAWrongText() {
        Stream<CellException> cells = wrongLines().map(wrong -> refused(wrong.text()));
        Stream<CellException> conditions = Stream.of("f", "f > 1 2", "any d", "f[x] > 1", "f[2 > 1", "f & 1")
                .map(wrong -> catchThrowableOfType(CellException.class, () -> Condition.parse(wrong)));
        List<String> problems =
                Stream.concat(cells, conditions).map(CellException::problem).toList();
        assertThat(Texts.of(Cell.class).bundle().keySet())
                .filteredOn(key -> !PARTS.contains(key) && !key.startsWith("hint."))
                .allSatisfy(key -> assertThat(problems).anyMatch(problem -> Wording.says(problem, "cell:" + key)));
    }
}
