package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/cells.md says what the program does. */
class CellsDocumentTest {
    private final String text;

    CellsDocumentTest() throws IOException {
        text = Files.readString(Path.of("docs/cells.md")).replace("\r\n", "\n");
    }

    private List<String> blocks(String kind) {
        return Pattern.compile("^```" + kind + "\n(.*?)\n```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    @Test
    void itsExamplesAreCells() {
        assertThat(blocks("cell")).hasSizeGreaterThan(4).allSatisfy(Cell::parse);
    }

    @Test
    void itsErrorsAreThoseOfTheProgram() {
        List<String> wrong = blocks("wrong");
        List<String> messages = blocks("message");
        assertThat(wrong).hasSize(3).hasSameSizeAs(messages);
        for (int i = 0; i < wrong.size(); i++) {
            String cell = wrong.get(i);
            assertThatExceptionOfType(CellException.class)
                    .isThrownBy(() -> Cell.parse(cell))
                    .withMessage(messages.get(i));
        }
    }

    @Test
    void itsAdjointLinesAreThoseOfItsCell() {
        Cell cell = Cell.parse(blocks("cell").get(1));
        assertThat(blocks("adjoint").getFirst().lines())
                .containsExactlyElementsOf(
                        cell.adjoints().stream().map(Adjoint::toString).toList());
    }

    @Test
    void itNamesEveryFunctionAndBuiltInCell() {
        assertThat(Arrays.stream(Function.values()))
                .allSatisfy(f -> assertThat(text).contains("| `" + f.word() + "(a)` |"));
        assertThat(Arrays.stream(Combination.values()).filter(c -> !c.isComparison()))
                .allSatisfy(c -> assertThat(text).contains("| `" + c.form() + "` |"));
        assertThat(BuiltInCells.names()).allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
    }

    @Test
    void itNamesTheLimits() {
        assertThat(text).contains("in a line | " + Parser.MOST_OPERATORS, "each other | " + Parser.DEEPEST);
    }
}
