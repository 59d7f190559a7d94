package org.gatescope.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatescope.Wording.saying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gatescope.ui.settings.SettingsFile.Loaded;
import org.gatescope.ui.theme.Theme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    private static final Settings SOME = Settings.defaults()
            .withTheme(Theme.DARK)
            .withWindow(new WindowPlace(-20, 30, 1440, 900, false))
            .withDividers("main", List.of(0.2, 0.7512345678901234))
            .withChoice("folder", "/home/ü/“models”");

    private Path folder;
    private Path file;
    private SettingsFile settings;

    @BeforeEach
    void setUp(@TempDir Path temporary) {
        folder = temporary.resolve("not yet/there");
        file = folder.resolve("settings.json");
        settings = new SettingsFile(file);
    }

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        settings.save(SOME);
        assertThat(settings.load().settings()).isEqualTo(SOME);
        settings.save(SOME.withTheme(Theme.LIGHT));
        assertThat(settings.load().settings().theme()).isEqualTo(Theme.LIGHT);
        assertThat(namesIn(folder)).containsExactly("settings.json");
    }

    @Test
    void theFirstStartHasTheDefaultsAndNothingToSay() {
        Loaded loaded = settings.load();
        assertThat(loaded.settings()).isEqualTo(Settings.defaults());
        assertThat(loaded.notice()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "null",
                "[]",
                "{}",
                "{\"schemaVersion\":1,\"theme\":\"PINK\",\"window\":null,\"dividers\":{},\"choices\":{}}",
                "{\"schemaVersion\":1,\"theme\":null,\"window\":null,\"dividers\":{},\"choices\":{}}",
                "{\"schemaVersion\":1,\"theme\":\"DARK\",\"window\":null,\"dividers\":{},\"choices\":{},\"more\":1}",
                "{\"schemaVersion\":1,\"theme\":\"DARK\",\"theme\":\"DARK\",\"window\":null,\"dividers\":{},\"choices\":{}}",
                "{\"schemaVersion\":1,\"theme\":\"DARK\",\"window\":null,\"dividers\":{},\"choices\":{}} tail",
                "{\"schemaVersion\":1,\"theme\":\"DARK\",\"window\":null,\"dividers\":{\"a\":[1.5]},\"choices\":{}}",
                "{\"schemaVersion\":1,\"theme\":\"DARK\",\"window\":null,\"dividers\":{\"a\":[null]},\"choices\":{}}",
                "{\"schemaVersion\":1,\"theme\":\"DARK\",\"window\":null,\"dividers\":{},\"choices\":{\"a\":null}}",
                "{\"schemaVersion\":0,\"theme\":\"DARK\",\"window\":null,\"dividers\":{},\"choices\":{}}"
            })
    void whatCannotBeReadIsKeptAsideAndSaidInOneSentence(String text) throws IOException {
        write(text);
        Loaded loaded = settings.load();
        assertThat(loaded.settings()).isEqualTo(Settings.defaults());
        assertThat(loaded.notice())
                .hasValueSatisfying(notice ->
                        assertThat(notice).is(saying("ui.settings:broken", folder.resolve("settings.json.broken"))));
        assertThat(folder.resolve("settings.json.broken")).hasContent(text);
        assertThat(file).doesNotExist();
    }

    @Test
    void aSecondBrokenFileDoesNotReplaceTheFirst() throws IOException {
        write("first");
        settings.load();
        write("second");
        settings.load();
        assertThat(namesIn(folder)).containsExactly("settings.json.2.broken", "settings.json.broken");
        assertThat(folder.resolve("settings.json.broken")).hasContent("first");
    }

    @Test
    void aNewerFileIsToldFromABrokenOne() throws IOException {
        write("{\"schemaVersion\":2,\"colours\":[]}");
        assertThat(settings.load().notice())
                .hasValueSatisfying(notice -> assertThat(notice).is(saying("ui.settings:newer")));
        assertThat(folder.resolve("settings.json.broken")).exists();
    }

    @Test
    void aHugeOrDeepFileIsBrokenAndNothingWorse() throws IOException {
        for (String text : List.of(" ".repeat(2_000_000), "[".repeat(900_000))) {
            write(text);
            assertThat(settings.load().notice()).isPresent();
        }
    }

    @Test
    void savingOverWhatCannotBeReadKeepsItAside() throws IOException {
        write("precious");
        settings.save(SOME);
        assertThat(folder.resolve("settings.json.broken")).hasContent("precious");
        assertThat(settings.load().settings()).isEqualTo(SOME);
    }

    @Test
    void aFolderInTheFilesPlaceIsNoReasonToFail() throws IOException {
        Files.createDirectories(file.resolve("inside"));
        assertThat(settings.load().settings()).isEqualTo(Settings.defaults());
        assertThat(folder.resolve("settings.json.broken/inside")).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysALink(@TempDir Path dotfiles) throws IOException {
        Path real = Files.writeString(dotfiles.resolve("mine.json"), "");
        new SettingsFile(real).load();
        new SettingsFile(real).save(SOME);
        Files.createDirectories(folder);
        Files.createSymbolicLink(file, real);
        settings.save(SOME.withTheme(Theme.LIGHT));
        assertThat(file).isSymbolicLink();
        assertThat(new SettingsFile(real).load().settings().theme()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void aFailedSaveLeavesTheOldFile() throws IOException {
        settings.save(SOME);
        Settings tooMuch = SOME.withChoice("a", "x".repeat(10_000));
        assertThatThrownBy(() -> settings.save(tooMuch.withChoice("b", "x".repeat(10_001))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(settings.load().settings()).isEqualTo(SOME);
        assertThat(namesIn(folder)).containsExactly("settings.json");
    }

    private void write(String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file, text);
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
