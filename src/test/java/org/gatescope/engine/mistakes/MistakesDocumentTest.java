package org.gatescope.engine.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/mistakes.md shows each mistake as the program does. */
class MistakesDocumentTest {
    private static final Cell CELL = Cell.parse("state h\nh' = tanh(x @ Wx + h @ Wh + b)");

    private final String text;

    MistakesDocumentTest() throws IOException {
        text = Files.readString(Path.of("docs/mistakes.md")).replace("\r\n", "\n");
    }

    @ParameterizedTest
    @EnumSource
    void itShowsTheChangesOf(Mistake mistake) {
        assertThat(section(mistake.title()))
                .contains("· `" + mistake.id() + "`. " + mistake.explanation() + "\n")
                .contains("```diff\n" + diff(mistake) + "\n```\n");
    }

    private static String diff(Mistake mistake) {
        List<String> lines = Mistakes.changes(CELL, Set.of(mistake)).stream()
                .flatMap(change -> Stream.concat(
                        change.before().map(before -> "- " + before).stream(), Stream.of("+ " + change.after())))
                .toList();
        return String.join("\n", lines);
    }

    @Test
    void itShowsTheCellOfItsOwn() {
        assertThat(section("A cell of its own: the forget gate is added")).contains("\n+ c' = f + i * j\n");
        assertThat(BuiltInCells.cell("lstm-forget-added").source()).contains("\nc' = f + i * j\n");
    }

    private String section(String title) {
        int start = text.indexOf("\n## " + title + "\n");
        assertThat(start).as("section %s", title).isPositive();
        int end = text.indexOf("\n## ", start + 1);
        return text.substring(start, end);
    }
}
