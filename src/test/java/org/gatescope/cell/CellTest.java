package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
    private static final Shape VECTOR = new Shape(Extent.ONE, Extent.H);
    private static final Shape INPUTS = new Shape(Extent.ONE, Extent.D);

    private static Shape matrix(Extent rows, Extent columns) {
        return new Shape(rows, columns);
    }

    @Nested
    class Shapes {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        h' = x @ W                        | W (D, H)
                        h' = h @ W + b                    | W (H, H), b (H)
                        h' = (x * s) @ W                  | s (D), W (D, H)
                        h' = h @ A @ B                    | A (H, H), B (H, H)
                        h' = (x @ A * x) @ B              | A (D, D), B (D, H)
                        h' = x @ (A @ B) + x @ A @ C      | A (D, H), B (H, H), C (H, H)
                        h' = h @ (W * M)                  | W (H, H), M (H, H)
                        h' = s * h + h @ (W * s)          | s (H), W (H, H)
                        h' = h @ (W * s) + s * h          | W (H, H), s (H)
                        h' = h @ (2 * W - A ^ 2)          | W (H, H), A (H, H)
                        h' = h + b @ W                    | b (H), W (H, H)
                        h' = x @ tanh(W)                  | W (D, H)
                        h' = x @ (W + x)                  | -
                        h' = b                            | b (H)
                        h' = 0.5                          |
                        """)
        void ofParametersFollowFromTheirUse(String line, @org.jspecify.annotations.Nullable String shapes) {
            if ("-".equals(shapes)) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Cell.parse("state h\n" + line)))
                        .isInstanceOf(CellException.class);
                return;
            }
            StringBuilder found = new StringBuilder();
            Cell.parse("state h\n" + line)
                    .parameters()
                    .forEach((name, shape) -> found.append(found.isEmpty() ? "" : ", ")
                            .append(name)
                            .append(' ')
                            .append(shape));
            assertThat(found).hasToString(shapes == null ? "" : shapes);
        }

        @Test
        void ofALineMayBeAsWideAsTheInput() {
            Cell cell = Cell.parse("state h\na = tanh(x * s + 1)\nh' = a @ W");
            assertThat(cell.widths()).containsEntry("a", Extent.D).containsEntry("a.pre", Extent.D);
            assertThat(cell.parameters())
                    .containsExactly(Map.entry("s", INPUTS), Map.entry("W", matrix(Extent.D, Extent.H)));
        }

        @Test
        void ofALineMayBeKnownOnlyFromItsUse() {
            Cell cell = Cell.parse("state h\nk = sigmoid(0.5 + 1)\nv = tanh(b + 1)\nh' = (x * k * v) @ W");
            assertThat(cell.widths()).containsEntry("k", Extent.D).containsEntry("k.pre", Extent.D);
            assertThat(cell.widths()).containsEntry("v", Extent.D).containsEntry("v.pre", Extent.D);
            assertThat(cell.parameters()).containsEntry("b", INPUTS);
        }

        @Test
        void ofConstantAndVectorLinesAreThoseOfTheStateWhereNothingElseIsSaid() {
            Cell cell = Cell.parse("state h\nk = 2\nv = b * s\nh' = k * v");
            assertThat(cell.widths()).containsEntry("k", Extent.H).containsEntry("v", Extent.H);
            assertThat(cell.parameters()).containsEntry("b", VECTOR).containsEntry("s", VECTOR);
        }

        @Test
        void areWrittenAsInTheLanguageOfTheField() {
            assertThat(List.of(VECTOR, matrix(Extent.D, Extent.H), Shape.SCALAR))
                    .hasToString("[(H), (D, H), (1)]");
        }
    }

    @Nested
    class PreActivation {
        private static List<String> statements(String text) {
            return Cell.parse(text).statements().stream()
                    .map(Assignment::toString)
                    .toList();
        }

        @Test
        void isAStatementOfItsOwn() {
            assertThat(statements("state h\nh' = tanh(x @ W + b)"))
                    .containsExactly("h.pre = x @ W + b", "h' = tanh(h.pre)");
        }

        @Test
        void isNoneWhereTheArgumentHasANameOrTheLineIsNoFunction() {
            assertThat(statements("state h\na = x @ W\nb = tanh(a)\nk = exp(2)\nh' = k * tanh(a + b)"))
                    .containsExactly("a = x @ W", "b = tanh(a)", "k = exp(2)", "h' = k * tanh(a + b)");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "state h\nh.pre = x @ W\nh' = tanh(h.pre + b)",
                    "state h\nh' = tanh(x @ W + b)\nh.pre = h' * 2",
                    "state h\nh' = tanh(x @ W + h.pre)",
                    "state h\nh' = tanh(x @ W + b)\na = h.pre * 2",
                    "state h, h.pre\nh' = tanh(x @ W + b)\nh.pre' = h'",
                })
        void givesWayWhereTheCellUsesItsName(String text) {
            Cell cell = Cell.parse(text);
            assertThat(cell.statements()).isEqualTo(cell.lines());
        }
    }

    @Nested
    class Text {
        private static final String PLAIN = "state h, c\na = x @ W\nc' = a + c\nh' = tanh(c')";

        @ParameterizedTest
        @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n", "\n \t\n", " # why = what, @\n", "\t\n", "\u00A0\u3000\n"})
        void mayEndItsLinesAndLeaveRoomAsItLikes(String end) {
            assertThat(Cell.parse("\uFEFF" + end + PLAIN.replace("\n", end) + end)
                            .lines())
                    .isEqualTo(Cell.parse(PLAIN).lines());
        }

        @Test
        void mayNameItsStatesAnywhereAndInSeveralLines() {
            Cell cell = Cell.parse("state h\na = x @ W\nc' = a + c\nh' = tanh(c')\nstate c");
            assertThat(cell.states()).containsExactly("h", "c");
            assertThat(cell.output()).isEqualTo("h");
            assertThat(cell.lines()).isEqualTo(Cell.parse(PLAIN).lines());
        }

        @Test
        void hasItsFirstCommentForATitle() {
            assertThat(Cell.parse("\n  ## Mine, 2025 \n# not this\n" + PLAIN).title())
                    .isEqualTo("Mine, 2025");
            assertThat(Cell.parse(PLAIN + " # nor this").title()).isEmpty();
        }

        @Test
        void isKeptAsItWas() {
            assertThat(Cell.parse(PLAIN + "\r\n").source()).isEqualTo(PLAIN + "\r\n");
        }
    }

    @Nested
    class Names {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "é",
                    "e\u0301",
                    "c̃",
                    "隠れ",
                    "𝑓",
                    "α",
                    "Ж",
                    "_a",
                    "a_",
                    "a.b.c",
                    "b.1",
                    "state1",
                    "state_x",
                    "state.x",
                    "d",
                    "dx",
                    "D.x",
                    "e1",
                    "E",
                    "h2",
                    "tanh2",
                    "x_",
                    "x.y",
                    "pre",
                    "upstream",
                    "sum",
                    "ß",
                    "ħ"
                })
        void mayBeAnyLettersWithDigitsUnderscoresAndDots(String name) {
            Cell asParameter = Cell.parse("state h\nh' = h * " + name);
            Cell asLine = Cell.parse("state h\n" + name + " = h @ W\nh' = " + name);
            Cell asState = Cell.parse("state " + name + "\n" + name + "' = tanh(x @ W + " + name + ")");
            String normal = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFC);
            assertThat(asParameter.parameters()).containsOnlyKeys(normal);
            assertThat(asLine.lines().getFirst().name()).isEqualTo(normal);
            assertThat(asState.output()).isEqualTo(normal);
        }

        @ParameterizedTest
        @ValueSource(strings = {"h'", "h′", "h’"})
        void mayHaveAnyPrime(String primed) {
            assertThat(Cell.parse("state h\n" + primed + " = h")
                            .lines()
                            .getFirst()
                            .name())
                    .isEqualTo("h'");
        }

        @Test
        void areTheSameHoweverTheirAccentsAreTyped() {
            Cell cell = Cell.parse("state h\né = h @ W\nh' = e\u0301");
            assertThat(cell.parameters()).containsOnlyKeys("W");
        }

        @Test
        void ofLinesThatNothingUsesAreQuantitiesToo() {
            Cell cell = Cell.parse("state h, c\nunused = x @ W\nc' = c\nh' = 1");
            assertThat(cell.widths()).containsKeys("x", "h", "h'", "c", "c'", "unused");
        }
    }

    @Nested
    class AdjointLines {
        private static List<String> adjoints(String text) {
            return Cell.parse(text).adjoints().stream().map(Adjoint::toString).toList();
        }

        @Test
        void ofASimpleNetwork() {
            assertThat(adjoints("state h\nh' = tanh(x @ Wx + h @ Wh + b)"))
                    .containsExactly(
                            "d.h' = upstream[t] + d.h[t+1]",
                            "d.h.pre += d.h' * (1 - h' ^ 2)",
                            "d.x += d.h.pre @ transpose(Wx)",
                            "d.Wx += transpose(x) @ d.h.pre",
                            "d.h += d.h.pre @ transpose(Wh)",
                            "d.Wh += transpose(h) @ d.h.pre",
                            "d.b += sum(d.h.pre)");
        }

        @Test
        void ofALongShortTermMemoryReadAsInABook() {
            assertThat(adjoints(BuiltInCells.text("lstm").orElseThrow()))
                    .contains(
                            "d.o += d.h' * tanh(c')",
                            "d.c' += d.h' * o * (1 - tanh(c') ^ 2)",
                            "d.f += d.c' * c",
                            "d.c += d.c' * f",
                            "d.f.pre += d.f * f * (1 - f)");
        }

        @Test
        void takeTheArrivalsOfEveryStateFirst() {
            assertThat(adjoints("state h, c\nc' = c\nh' = c'").subList(0, 2))
                    .containsExactly("d.h' = upstream[t] + d.h[t+1]", "d.c' = d.c[t+1]");
        }

        @Test
        void haveNoneForPlainNumbersAndFlatFunctions() {
            assertThat(adjoints("state h\nk = 2\na = sign(h) * h ^ 0\nh' = k"))
                    .containsExactly("d.h' = upstream[t] + d.h[t+1]", "d.k += d.h'");
        }

        @Test
        void keepSignsInFront() {
            assertThat(adjoints("state h\nh' = c / h - a * h - -h"))
                    .contains("d.c += sum(d.h' / h)", "d.a += sum(-d.h' * h)");
        }
    }
}
