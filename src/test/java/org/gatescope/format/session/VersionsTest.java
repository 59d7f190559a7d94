package org.gatescope.format.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.Versions.EarlierVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
    private static final Instant START = Instant.parse("2026-02-28T23:59:58.123456789Z");

    @TempDir
    private Path folder;

    private Versions versions;
    private Path file;

    @BeforeEach
    void prepare() {
        versions = new Versions(folder.resolve("data/versions"));
        file = folder.resolve("mine.gatescope");
    }

    private void write(Path to, String text, int second) throws IOException {
        Files.writeString(to, text);
        Files.setLastModifiedTime(to, FileTime.from(START.plusSeconds(second)));
    }

    private void saveOver() {
        try {
            Files.writeString(file, "next");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void keep(Path of) throws FormatException {
        assertThat(versions.keep(of, () -> {})).isTrue();
    }

    @Test
    void whatCouldNotBeSavedOverIsNoEarlierVersion() throws Exception {
        for (int i = 0; i < 6; i++) {
            write(file, "state " + i, i);
            keep(file);
        }
        write(file, "now", 6);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> versions.keep(file, () -> {
                        throw FormatException.because("full");
                    }))
                    .hasMessage("full");
        }
        assertThat(texts(file)).containsExactly("state 5", "state 4", "state 3", "state 2", "state 1");
    }

    private List<String> texts(Path of) throws IOException {
        return versions.of(of).stream().map(VersionsTest::text).toList();
    }

    private static String text(EarlierVersion version) {
        try {
            return Files.readString(version.place());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void areNoneOfAFileThatWasNeverSavedOver() throws Exception {
        keep(file);

        assertThat(versions.of(file)).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void areTheLastFiveTheLatestFirst() throws Exception {
        for (int i = 0; i < 8; i++) {
            write(file, "state " + i, i);
            keep(file);
        }

        assertThat(texts(file)).containsExactly("state 7", "state 6", "state 5", "state 4", "state 3");
        assertThat(versions.of(file).getFirst().saved()).isEqualTo(START.plusSeconds(7));
    }

    @Test
    void whatHasNotChangedIsKeptOnce() throws Exception {
        write(file, "state", 0);
        keep(file);
        keep(file);

        assertThat(texts(file)).containsExactly("state");
    }

    @Test
    void eachFileHasItsOwnHoweverItIsNamed() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other")).resolve("mine.gatescope");
        Path link = Files.createSymbolicLink(folder.resolve("link.gatescope"), file);
        write(file, "one", 0);
        write(other, "two", 0);
        keep(link);
        keep(other);

        assertThat(texts(file)).containsExactly("one");
        assertThat(texts(folder.resolve("other/../mine.gatescope"))).containsExactly("one");
        assertThat(texts(other)).containsExactly("two");
        Files.delete(file);
        assertThat(texts(file)).as("of a file that is gone").containsExactly("one");
    }

    @Test
    void areNotReadByMoreThanTheFileIs() throws Exception {
        write(file, "secret", 0);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        keep(file);

        Path kept = versions.of(file).getFirst().place();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void whatElseLiesThereIsLeftAlone() throws Exception {
        write(file, "state", 0);
        keep(file);
        Path own = Objects.requireNonNull(versions.of(file).getFirst().place().getParent());
        Files.writeString(own.resolve("notes.txt"), "");
        Files.writeString(own.resolve("yesterday.gatescope"), "");
        Files.writeString(own.resolveSibling("file"), "");
        write(file, "next", 1);
        keep(file);

        assertThat(texts(file)).containsExactly("next", "state");
        assertThat(own.resolve("notes.txt")).exists();
        assertThat(own.resolve("yesterday.gatescope")).exists();
    }

    @Test
    void theOldestOfAllGoWhereTheyTakeTooMuch() throws Exception {
        for (int i = 0; i < 4; i++) {
            Path large = folder.resolve(i + ".gatescope");
            write(large, "x".repeat(100), i);
            new Versions(folder.resolve("data/versions"), 250).keep(large, () -> {});
        }

        assertThat(Stream.of(0, 1, 2, 3)
                        .map(i -> versions.of(folder.resolve(i + ".gatescope")).size()))
                .containsExactly(0, 0, 1, 1);
    }

    @Test
    void whereTheyCannotBeKeptTheFileIsSavedAllTheSame() throws Exception {
        Files.writeString(folder.resolve("data"), "in the way");
        write(file, "state", 0);

        assertThat(versions.keep(file, this::saveOver)).isFalse();
        assertThat(file).hasContent("next");
    }
}
