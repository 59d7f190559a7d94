package org.gatescope.format.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatescope.engine.Matrix;
import org.gatescope.format.FormatException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** JSON that nobody vouches for, and what is taken out of it. */
class JsonTest {
    private static final ObjectMapper PLAIN = JsonMapper.builder().build();

    private static JsonNode node(String json) {
        return PLAIN.readTree(json.replace('\'', '"'));
    }

    @Nested
    class OnDisk {
        @TempDir
        private Path folder;

        private Path file(String text) throws IOException {
            return Files.writeString(folder.resolve("case.json"), text.replace('\'', '"'));
        }

        @Test
        void numbersKeepTheirBits() throws IOException, FormatException {
            JsonNode read = Json.read(file("[0.1, -0.0, 4.9e-324, 1.7976931348623157e308, 0.30000000000000004]"));
            double[] expected = {0.1, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 0.1 + 0.2};
            for (int i = 0; i < expected.length; i++) {
                assertThat(Double.doubleToRawLongBits(read.get(i).doubleValue()))
                        .isEqualTo(Double.doubleToRawLongBits(expected[i]));
            }
        }

        @Test
        void whatIsNoFiniteNumberIsOneToo() throws IOException, FormatException {
            JsonNode read = Json.read(file("[NaN, Infinity, -Infinity]"));
            assertThat(read.get(0).doubleValue()).isNaN();
            assertThat(read.get(1).doubleValue()).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(read.get(2).doubleValue()).isEqualTo(Double.NEGATIVE_INFINITY);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{",
                    "[1,]",
                    "{'a': 1, 'a': 2}",
                    "{'a': {'b': 1, 'b': 1}}",
                    "{} {}",
                    "[1] x",
                    "nul",
                    "{'a' 1}",
                    "{a: 1}",
                    "'open",
                    "[01]",
                    "[1.]",
                    "[+1e]",
                    "// no",
                    "\u0000"
                })
        void anythingElseIsRefused(String text) throws IOException {
            Path file = file(text);
            assertThatThrownBy(() -> Json.read(file)).isInstanceOf(FormatException.class);
        }

        @Test
        void soAreDepthsThatNobodyWrites() throws IOException {
            Path file = file("[".repeat(100_000));
            assertThatThrownBy(() -> Json.read(file)).isInstanceOf(FormatException.class);
        }

        @Test
        void soIsWhatIsNoText() throws IOException {
            Path file = Files.write(folder.resolve("bytes"), new byte[] {'"', (byte) 0xff, (byte) 0xfe, '"'});
            assertThatThrownBy(() -> Json.read(file)).isInstanceOf(FormatException.class);
        }

        @Test
        void whatIsWrongIsSaidWithItsLine() throws IOException {
            Path file = file("{\n\n'a': 1,\n'a': 2}");
            assertThatThrownBy(() -> Json.read(file))
                    .isInstanceOfSatisfying(
                            FormatException.class,
                            e -> assertThat(e.getMessage()).contains("4"));
        }

        @Test
        void aFolderOrNothingIsNoFile() {
            assertThatThrownBy(() -> Json.read(folder)).isInstanceOf(FormatException.class);
            assertThatThrownBy(() -> Json.read(folder.resolve("none"))).isInstanceOf(FormatException.class);
        }

        @Test
        void textOfOtherTonguesStays() throws IOException, FormatException {
            Path file = Files.writeString(folder.resolve("t"), "\"重み ü 😀\"", StandardCharsets.UTF_8);
            assertThat(Json.read(file).textValue()).isEqualTo("重み ü 😀");
        }
    }

    @Nested
    class Members {
        @ParameterizedTest
        @CsvSource({"0, 0", "7, 7", "2147483647, 2147483647"})
        void aSizeIsAWholeNumberFromZeroOn(String text, int size) throws IOException, FormatException {
            assertThat(Keys.size(node("{'n': " + text + "}"), "n")).isEqualTo(size);
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "1.0", "1e2", "2147483648", "'3'", "null", "true", "[]", "{}"})
        void nothingElseIsASize(String text) throws IOException {
            JsonNode parent = node("{'n': " + text + "}");
            assertThatThrownBy(() -> Keys.size(parent, "n"))
                    .isInstanceOfSatisfying(
                            FormatException.class,
                            e -> assertThat(e.getMessage()).contains("n"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"'3'", "null", "true", "[1]", "{}"})
        void aNumberIsNoTextAndNoList(String text) throws IOException {
            JsonNode parent = node("{'n': " + text + "}");
            assertThatThrownBy(() -> Keys.number(parent, "n")).isInstanceOf(FormatException.class);
        }

        @Test
        void whatHasToBeThereIsThere() throws IOException, FormatException {
            assertThat(Keys.number(node("{'n': -2.5}"), "n")).isEqualTo(-2.5);
            assertThat(Keys.require(node("{'n': false}"), "n").booleanValue()).isFalse();
            JsonNode list = node("[1]");
            assertThatThrownBy(() -> Keys.require(list, "n")).isInstanceOf(FormatException.class);
            JsonNode other = node("{'N': 1}");
            assertThatThrownBy(() -> Keys.require(other, "n")).isInstanceOf(FormatException.class);
        }
    }

    @Nested
    class Lists {
        @Test
        void aMatrixIsItsRowsAndAVectorOneRow() throws IOException, FormatException {
            Matrix table = Tensors.matrix(node("[[1, 2, 3], [4, 5, 6]]"), "W", 2, 3, false);
            assertThat(table).isEqualTo(Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}}));
            assertThat(Tensors.matrix(node("[1, 2]"), "b", 1, 2, true)).isEqualTo(Matrix.row(1, 2));
        }

        @ParameterizedTest
        @CsvSource({"0, 3", "2, 0", "0, 0"})
        void sizesMayBeZero(int rows, int columns) throws IOException, FormatException {
            StringBuilder json = new StringBuilder("[");
            for (int row = 0; row < rows; row++) {
                json.append(row == 0 ? "[]" : ",[]");
            }
            Matrix table = Tensors.matrix(node(json + "]"), "W", rows, columns, false);
            assertThat(table.rows()).isEqualTo(rows);
            assertThat(table.columns()).isEqualTo(columns);
        }

        @Test
        void overTimeIsReadBySequenceAndLaidOutByStep() throws IOException, FormatException {
            double[][][] figures = Tensors.overTime(node("[[[1], [2], [3]], [[4], [5], [6]]]"), "x", 2, 3, 1);
            assertThat(figures[1][2][0]).isEqualTo(6);
            assertThat(Tensors.timeMajor(figures, 3, 1))
                    .isEqualTo(Matrix.of(new double[][] {{1}, {4}, {2}, {5}, {3}, {6}}));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[[1, 2]]",
                    "[[1, 2], [3, 4], [5, 6]]",
                    "[[1], [2]]",
                    "[[1, 2], [3]]",
                    "[[1, 2], [3, '4']]",
                    "[[1, 2], [3, null]]",
                    "[[1, 2], [3, [4]]]",
                    "[[1, 2], 3]",
                    "[1, 2]",
                    "{}",
                    "'x'",
                    "null",
                    "7"
                })
        void whatIsOfAnotherShapeIsRefusedByName(String json) throws IOException {
            JsonNode node = node(json);
            assertThatThrownBy(() -> Tensors.matrix(node, "the table", 2, 2, false))
                    .isInstanceOfSatisfying(
                            FormatException.class,
                            e -> assertThat(e.getMessage()).contains("the table"));
        }

        @Test
        void aListIsCounted() throws IOException, FormatException {
            assertThat(Tensors.length(node("[]"), "x")).isZero();
            assertThat(Tensors.length(node("[[], 1, {}]"), "x")).isEqualTo(3);
            JsonNode object = node("{'0': 1}");
            assertThatThrownBy(() -> Tensors.length(object, "x")).isInstanceOf(FormatException.class);
        }
    }
}
