package org.gatescope.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    private static final byte[] OLD = {1, 2, 3};
    private static final byte[] NEW = {4, 5};

    @TempDir
    private Path folder;

    @Test
    void aFileIsWrittenAndNothingElseLeft() throws IOException {
        Path file = folder.resolve("a");

        WholeFile.write(NEW, file);

        assertThat(file).hasBinaryContent(NEW);
        assertThat(names()).containsExactly("a");
    }

    @Test
    void whatALinkLeadsToIsWrittenAndTheLinkStays() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path file = Files.write(other.resolve("file"), OLD);
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("other/file"));
        Path first = Files.createSymbolicLink(folder.resolve("first"), second);

        WholeFile.write(NEW, first);

        assertThat(file).hasBinaryContent(NEW);
        assertThat(first).isSymbolicLink();
        assertThat(second).isSymbolicLink();
    }

    @Test
    void aLinkThatLeadsNowhereYetIsFollowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("to-come"));

        WholeFile.write(NEW, link);

        assertThat(folder.resolve("to-come")).hasBinaryContent(NEW);
        assertThat(link).isSymbolicLink();
    }

    @Test
    void linksInACircleAreRefused() throws IOException {
        Path one = Files.createSymbolicLink(folder.resolve("one"), Path.of("two"));
        Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));

        assertThatThrownBy(() -> WholeFile.write(NEW, one)).isInstanceOf(IOException.class);
    }

    @Test
    void theModeStays() throws IOException {
        Path file = Files.write(folder.resolve("file"), OLD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        WholeFile.write(NEW, file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void aFileThatIsReadOnlyStaysThoughItsFolderMayBeWritten() throws IOException {
        Path file = Files.write(folder.resolve("file"), OLD);
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        assertThatThrownBy(() -> WholeFile.write(NEW, file)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> WholeFile.write(NEW, link)).isInstanceOf(AccessDeniedException.class);

        assertThat(file).hasBinaryContent(OLD);
        assertThat(names()).containsExactly("file", "link");
    }

    @Test
    void whatAKilledProgramLeftIsSweptADayLater() throws IOException {
        for (String name : new String[] {".gatescope-old.tmp", ".gatescope-new.tmp", "gatescope-mine.tmp"}) {
            Path file = Files.write(folder.resolve(name), OLD);
            if (!name.contains("new")) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
            }
        }

        WholeFile.sweep(folder);
        WholeFile.sweep(folder.resolve("none"));

        assertThat(names()).containsExactly(".gatescope-new.tmp", "gatescope-mine.tmp");
    }

    @Test
    void ownerAndGroupStay() throws IOException {
        Path file = Files.write(folder.resolve("file"), OLD);
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        UserPrincipalLookupService users = file.getFileSystem().getUserPrincipalLookupService();
        assumeThatCode(() -> {
                    view.setOwner(users.lookupPrincipalByName("nobody"));
                    view.setGroup(users.lookupPrincipalByGroupName("daemon"));
                })
                .doesNotThrowAnyException(); // the administrator alone can see to this test

        WholeFile.write(NEW, file);

        assertThat(file).hasBinaryContent(NEW);
        assertThat(Files.getOwner(file).getName()).isEqualTo("nobody");
        assertThat(view.readAttributes().group().getName()).isEqualTo("daemon");
    }

    @Test
    void whereItCannotBeWrittenWhatWasThereStays() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.write(taken.resolve("within"), OLD);

        assertThatThrownBy(() -> WholeFile.write(NEW, taken)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> WholeFile.write(NEW, folder.resolve("gone/file")))
                .isInstanceOf(NoSuchFileException.class);

        assertThat(taken.resolve("within")).hasBinaryContent(OLD);
        assertThat(names()).containsExactly("taken");
    }

    private Stream<String> names() throws IOException {
        return Files.list(folder).map(path -> path.getFileName().toString()).sorted();
    }
}
