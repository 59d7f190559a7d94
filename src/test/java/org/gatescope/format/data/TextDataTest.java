package org.gatescope.format.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gatescope.format.FormatException;
import org.gatescope.format.data.TextForm.Separator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as spreadsheets, loggers and NumPy write them. */
class TextDataTest {
    @TempDir
    private Path folder;

    private int files;

    private Path file(String text, Charset encoding) throws IOException {
        return Files.write(folder.resolve("file" + files++ + ".csv"), text.getBytes(encoding));
    }

    private DataFiles files(String... texts) throws IOException, FormatException {
        List<Path> paths = new ArrayList<>();
        for (String text : texts) {
            paths.add(file(text, StandardCharsets.UTF_8));
        }
        return DataFiles.of(paths);
    }

    private static ColumnTable table(DataFiles files) throws FormatException {
        return files.read(files.found().orElseThrow().form());
    }

    private static double[] numbers(ColumnTable table, int column) {
        return ((Column.Numbers) table.columns().get(column)).values();
    }

    private static List<String> names(ColumnTable table) {
        return table.columns().stream().map(Column::name).toList();
    }

    @Nested
    class Form {
        @ParameterizedTest
        @CsvSource(
                delimiter = '!',
                quoteCharacter = '`',
                value = {
                    "a,b\\n1.5,2\\n3,4                ! COMMA     ! . ! true",
                    "1.5,2\\n3,4                      ! COMMA     ! . ! false",
                    "a;b\\n1,5;2\\n3;4                ! SEMICOLON ! , ! true",
                    "1,5;2,25\\n3;4                   ! SEMICOLON ! , ! false",
                    "a\\tb\\n1,5\\t2\\n3\\t4          ! TAB       ! , ! true",
                    "1.5|2\\n3|4                      ! BAR       ! . ! false",
                    "  1.5   2\\n -3e-2 4             ! SPACES    ! . ! false",
                    "# a b\\n1.5 2\\n3 4              ! SPACES    ! . ! false",
                    "1.5\\n2\\n3                      ! NONE      ! . ! false",
                    "x\\n0,25\\n0,5\\n-1,75           ! NONE      ! , ! true",
                    "1 000,5;2\\n-2 000;4             ! SEMICOLON ! , ! false",
                    "1.000,5;2\\n2.000,25;4           ! SEMICOLON ! , ! false",
                    "\"a, b\",c\\n\"1,5\",\"2,5\"\\n\"3,5\",\"4,5\" ! COMMA ! , ! true",
                    "a,b\\r\\n1,2\\r\\n3,4\\r\\n      ! COMMA     ! . ! true",
                    "a,b\\r1,2\\r3,4                  ! COMMA     ! . ! true",
                    "a,b\\n\\n1,2\\n\\n3,4\\n\\n\\n   ! COMMA     ! . ! true",
                    "word,class\\nthe,D\\ndog,N       ! COMMA     ! . ! true",
                    "1                                ! NONE      ! . ! false"
                })
        void isRecognised(String text, Separator separator, char mark, boolean header) throws Exception {
            FoundForm found = files(
                            text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t"))
                    .found()
                    .orElseThrow();
            assertThat(found.form()).isEqualTo(new TextForm(separator, mark, header));
            assertThat(List.of(found.separator(), found.decimalMark(), found.header()))
                    .allSatisfy(why -> assertThat(why).endsWith("."));
        }

        @Test
        void canBeChanged() throws Exception {
            DataFiles files = files("1;2\n3;4\n");
            TextForm form = files.found().orElseThrow().form();
            assertThat(numbers(files.read(form), 1)).containsExactly(2, 4);
            assertThat(names(files.read(form.withHeader(true)))).containsExactly("1", "2");
            ColumnTable whole = files.read(form.withSeparator(Separator.NONE));
            assertThat(whole.columns()).hasSize(1);
            assertThat(((Column.Words) whole.columns().getFirst()).words()).containsExactly("1;2", "3;4");
        }
    }

    @Nested
    class Cells {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1.5|1.5", "-.5|-0.5", "+2.|2", "1e-3|0.001", "−4|-4", "1,234,567.5|1234567.5", "1’000.5|1000.5",
                    "inf|Infinity", "-Infinity|-Infinity", "NaN|NaN", "NA|NaN", "?|NaN", "-|NaN", "1e400|Infinity"
                })
        void areNumbersOrSayThatThereIsNone(String cell, double value) {
            assertThat(CellNumber.fits(cell, '.')).isTrue();
            assertThat(Double.valueOf(CellNumber.read(cell, '.'))).isEqualTo(Double.valueOf(value));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1,5", "1.2.3", "abc", "1/3", "12,34", "e5", "0x10", "1 2", "1,234", "--1"})
        void areWordsOtherwise(String cell) {
            assertThat(CellNumber.fits(cell, '.')).isFalse();
        }

        @Test
        void aLongOneIsNoNumber() {
            assertThat(CellNumber.fits("1".repeat(401), '.')).isFalse();
        }

        @Test
        void withACommaAPointSetsThousandsApart() {
            assertThat(CellNumber.read("1.234.567,5", ',')).isEqualTo(1234567.5);
            assertThat(CellNumber.read("0,125", ',')).isEqualTo(0.125);
        }

        @Test
        void areQuotedWhereTheyHoldSeparatorsOrLineEnds() throws Exception {
            ColumnTable table = table(files("name,v\n\"a, \"\"b\"\"\",1\n\"two\nlines\",2\n"));
            assertThat(((Column.Words) table.columns().getFirst()).words()).containsExactly("a, \"b\"", "two\nlines");
        }

        @Test
        void mayBeMissing() throws Exception {
            ColumnTable table = table(files("a,b,c\n1,,x\n2,5,\n3,nan,x\n"));
            assertThat(numbers(table, 1)).containsExactly(Double.NaN, 5, Double.NaN);
            assertThat(((Column.Words) table.columns().get(2)).codes()).containsExactly(0, -1, 0);
        }

        @Test
        void aColumnOfNumbersWithOneWordIsOneOfWords() throws Exception {
            ColumnTable table = table(files("a,b\n007,1\n2,2\nx,3\n"));
            assertThat(((Column.Words) table.columns().getFirst()).words()).containsExactly("007", "2", "x");
        }

        @Test
        void tooManyWordsAreNotKept() throws Exception {
            StringBuilder text = new StringBuilder("when,v\n");
            for (int i = 0; i < TextTables.MOST_WORDS + 5; i++) {
                text.append("w").append(i).append(",").append(i).append("\n");
            }
            ColumnTable table = table(files(text.toString()));
            Column.Unkept unkept = (Column.Unkept) table.columns().getFirst();
            assertThat(unkept.first()).startsWith("w0", "w1", "w2");
            assertThat(numbers(table, 1)).hasSize(TextTables.MOST_WORDS + 5);
        }
    }

    @Nested
    class Encodings {
        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
        void aByteOrderMarkSays(String encoding) throws Exception {
            DataFiles files = DataFiles.of(List.of(file("\uFEFFgröße;b\n1,5;2\n", Charset.forName(encoding))));
            assertThat(names(table(files))).containsExactly("größe", "b");
        }

        @Test
        void withoutOneItIsWindowsWhereItIsNotUtf8() throws Exception {
            DataFiles files = DataFiles.of(List.of(file("größe;b\n1,5;2\n", Charset.forName("windows-1252"))));
            assertThat(names(table(files))).containsExactly("größe", "b");
        }
    }

    @Nested
    class Refusals {
        @ParameterizedTest
        @ValueSource(strings = {"", "\n\n", "a,b\n", "# nothing\n", "\uFEFF"})
        void nothing(String text) throws Exception {
            DataFiles files = files(text);
            assertThatThrownBy(() -> table(files))
                    .isInstanceOf(FormatException.class)
                    .hasMessage("the file holds no rows");
        }

        @Test
        void raggedRowsByTheirLine() throws Exception {
            DataFiles files = files("a,b\n1,2\n\n3,4\n5\n6,7\n8,9\n1,1\n2,2\n3,3\n4,4\n5,5\n6,6\n");
            assertThatThrownBy(() -> table(files))
                    .isInstanceOf(FormatException.class)
                    .hasMessage("line 5 has 1 cell where the first has 2");
        }

        @Test
        void bytesOfNoText() throws Exception {
            Path image = Files.write(folder.resolve("image.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13});
            assertThatThrownBy(() -> DataFiles.of(List.of(image)))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("not a text");
        }

        @Test
        void aFolderAndAFileThatIsNotThere() {
            assertThatThrownBy(() -> DataFiles.of(List.of(folder))).isInstanceOf(FormatException.class);
            assertThatThrownBy(() -> DataFiles.of(List.of(folder.resolve("none.csv"))))
                    .isInstanceOf(FormatException.class);
        }

        @Test
        void moreCellsThanAreTaken() throws Exception {
            Path large = folder.resolve("large.csv");
            String row = "1,".repeat(4000) + "1\n";
            try (Writer out = Files.newBufferedWriter(large)) {
                for (int i = 0; i < 4001; i++) {
                    out.write(row);
                }
            }
            DataFiles files = DataFiles.of(List.of(large));
            assertThatThrownBy(() -> table(files))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("more than 16,000,000 cells");
        }

        @Test
        void aRowOfMoreColumnsThanAreTakenAndOneWithoutAnEnd() throws Exception {
            DataFiles wide = files("1,".repeat(5000) + "1\n1,2\n");
            assertThatThrownBy(() -> table(wide))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("line 1");
            DataFiles open = files("a,b\n\"" + "x".repeat(300_000));
            assertThatThrownBy(() -> table(open)).isInstanceOf(FormatException.class);
        }

        @Test
        void otherColumnsInAnotherFile() throws Exception {
            DataFiles files = files("a,b\n1,2\n", "a,c\n3,4\n");
            assertThatThrownBy(() -> table(files))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("“c”")
                    .hasMessageContaining("“b”");
            DataFiles narrower = files("a,b\n1,2\n3,4\n", "a,b\n3,4\n5\n");
            assertThatThrownBy(() -> table(narrower)).hasMessageMatching("line 3 of “file3.csv” has 1 cell .* 2");
        }
    }

    @Test
    void severalFilesFollowOneAnother() throws Exception {
        ColumnTable table = table(files("a,b\n1,2\n3,4\n", "a,b\n5,6\n", "a,b\n7,8\n9,10\n"));
        assertThat(numbers(table, 0)).containsExactly(1, 3, 5, 7, 9);
        assertThat(table.starts()).containsExactly(0, 2, 3);
        assertThat(table.rows()).isEqualTo(5);
    }
}
