package org.gatescope.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatescope.Wording.saying;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.ui.settings.OwnCells.OwnCell;
import org.gatescope.ui.settings.OwnCells.OwnCell.Broken;
import org.gatescope.ui.settings.OwnCells.OwnCell.Usable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnCellsTest {
    private static final String TEXT = "state h\nh' = tanh(x @ W)";

    @TempDir
    private Path folder;

    private OwnCells cells() {
        return new OwnCells(folder.resolve("cells"));
    }

    @Test
    void withoutAFolderThereAreNone() {
        assertThat(cells().all()).isEmpty();
    }

    @Test
    void whatIsSavedIsThereAgain() throws IOException {
        String saved = cells().save("Leaky units", TEXT);

        assertThat(saved).isEqualTo("# Leaky units\n" + TEXT);
        assertThat(cells().all()).singleElement().satisfies(own -> {
            assertThat(own.name()).isEqualTo("Leaky units");
            assertThat(((Usable) own).cell().title()).isEqualTo("Leaky units");
            assertThat(((Usable) own).cell().source()).isEqualTo(saved);
        });
    }

    @Test
    void theNameTakesThePlaceOfTheFirstComment() throws IOException {
        String saved = cells().save("Mine", BuiltInCells.text("lstm").orElseThrow());

        assertThat(saved.lines().filter(line -> line.startsWith("#"))).containsExactly("# Mine");
    }

    @Test
    void savingUnderTheSameNameReplaces() throws IOException {
        OwnCells cells = cells();
        cells.save("mine", TEXT);
        assertThat(cells.has("mine")).isTrue();
        assertThat(cells.has("other")).isFalse();

        cells.save("mine", TEXT.replace("tanh", "sin"));

        assertThat(cells.all())
                .singleElement()
                .satisfies(own -> assertThat(((Usable) own).cell().source()).contains("sin"));
    }

    static Stream<String> odd() {
        return Stream.of(
                "../../etc/passwd",
                "a/b\\c",
                "NUL",
                "com1",
                "...",
                "",
                "   ",
                "a\nb",
                "x".repeat(5000),
                "隠れ c̃",
                "🦊",
                "a:b|c?*\"<>");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("odd")
    void oddNamesStayWithinTheFolder(String name) throws IOException {
        OwnCells cells = cells();

        cells.save(name, TEXT);

        assertThat(cells.has(name)).isTrue();
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile))
                    .singleElement()
                    .satisfies(file -> assertThat(file.getParent()).isEqualTo(folder.resolve("cells")));
        }
        assertThat(cells.all()).singleElement().isInstanceOf(Usable.class);
        cells.delete(cells.all().getFirst());
        assertThat(cells.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON", "aux", "LPT9"})
    void noFileHasADevicesName(String name) {
        assertThat(OwnCellText.fileName(name)).isEqualTo(name + "_");
    }

    @Test
    void whatCannotBeReadIsListedWithItsProblem() throws IOException {
        put("typo", "state h\nh' = tahn(x)".getBytes(StandardCharsets.UTF_8));
        put("binary", new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        put("large", new byte[(1 << 20) + 1]);
        put("empty", new byte[0]);
        put("good", TEXT.getBytes(StandardCharsets.UTF_8));
        Files.createDirectory(folder.resolve("cells/folder.cell"));
        Files.writeString(folder.resolve("cells/notes.txt"), "no cell");

        List<OwnCell> all = cells().all();

        assertThat(all.stream().map(OwnCell::name)).containsExactly("binary", "empty", "good", "large", "typo");
        assertThat(problem(all, "typo"))
                .is(saying("ui.settings:cell.wrong", 2, 6))
                .contains("tanh");
        assertThat(problem(all, "binary")).is(saying("ui.settings:cell.no-text"));
        assertThat(problem(all, "large")).is(saying("ui.settings:cell.large"));
        assertThat(problem(all, "empty")).isNotEmpty();
    }

    @Test
    void aTextThatIsTooLargeIsNotSaved() {
        assertThatThrownBy(() -> cells().save("large", "#\n" + TEXT + "\n# " + "x".repeat(1 << 20)))
                .isInstanceOf(IOException.class)
                .message()
                .is(saying("ui.settings:cell.large"));
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamed() throws IOException {
        Files.writeString(folder.resolve("cells"), "a file stands where the folder should be");

        assertThatThrownBy(() -> cells().save("mine", TEXT))
                .isInstanceOf(IOException.class)
                .message()
                .is(saying("ui.settings:cell.unsaved"))
                .contains("cells");
        assertThat(cells().all()).isEmpty();
    }

    private void put(String name, byte[] bytes) throws IOException {
        Path cells = Files.createDirectories(folder.resolve("cells"));
        Files.write(cells.resolve(name + ".cell"), bytes);
    }

    private static String problem(List<OwnCell> all, String name) {
        return all.stream()
                .filter(own -> own.name().equals(name))
                .map(own -> ((Broken) own).problem())
                .findFirst()
                .orElseThrow();
    }
}
