package org.gatescope.format.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gatescope.format.FormatException;
import org.gatescope.lesson.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    private static final SavedSession STATE = SavedSession.of(Example.SMALL_SEQUENCE.session());

    @TempDir
    private Path folder;

    private Path entries() {
        return folder.resolve("recovery");
    }

    /** As if the program that kept it had ended. */
    private void end() throws IOException {
        try (var files = Files.list(entries())) {
            for (Path entry : files.filter(file -> file.toString().endsWith(Recovery.ENTRY))
                    .toList()) {
                List<String> lines = new java.util.ArrayList<>(Files.readAllLines(entry));
                lines.set(0, "999999999 then");
                Files.write(entry, lines);
            }
        }
    }

    @Test
    void isOfferedOnceItsProgramHasEnded() throws Exception {
        new Recovery(entries()).draft().keep(STATE, Optional.empty());
        assertThat(new Recovery(entries()).left()).isEmpty();
        end();

        List<Draft> left = new Recovery(entries()).left();
        assertThat(left).hasSize(1);
        assertThat(left.getFirst().read()).isEqualTo(STATE);
        assertThat(left.getFirst().file()).isEmpty();
        assertThat(new Recovery(entries()).left()).as("by one program alone").isEmpty();
    }

    @Test
    void liesBesideItsFileAndGoesWithIt() throws Exception {
        Path file = folder.resolve("mine.gatescope");
        Draft draft = new Recovery(entries()).draft();
        draft.keep(STATE, Optional.empty());
        draft.keep(STATE, Optional.of(file));

        Path beside = folder.resolve(".mine.gatescope.autosave");
        assertThat(beside).exists();
        assertThat(entries().toFile().list()).hasSize(1);
        end();
        assertThat(new Recovery(entries()).left().getFirst().file()).contains(file.toAbsolutePath());

        draft.drop();
        assertThat(beside).doesNotExist();
        assertThat(entries()).isEmptyDirectory();
    }

    @Test
    void whatAnotherProgramKeptBesideTheFileStays() throws Exception {
        Path file = folder.resolve("mine.gatescope");
        Path beside = Files.writeString(folder.resolve(".mine.gatescope.autosave"), "of another");
        Draft draft = new Recovery(entries()).draft();
        draft.keep(STATE, Optional.of(file));
        draft.keep(STATE, Optional.of(file));

        assertThat(beside).hasContent("of another");
        assertThat(draft.read()).isEqualTo(STATE);
        draft.drop();
        assertThat(beside).exists();
        assertThat(entries()).isEmptyDirectory();
    }

    @Test
    void whereItCannotBeWrittenBesideTheFileItLiesInTheFolderOfDrafts() throws Exception {
        Draft draft = new Recovery(entries()).draft();
        for (Path file : List.of(
                folder.resolve("n".repeat(245) + ".gatescope"), // with what is added too long for a name
                folder.resolve("gone/mine.gatescope"))) {
            draft.keep(STATE, Optional.of(file));
            assertThat(draft.read()).isEqualTo(STATE);
            assertThat(draft.file()).contains(file.toAbsolutePath());
        }
        draft.drop();
        assertThat(entries()).isEmptyDirectory();
    }

    @Test
    void whereItCannotBeKeptAnywhereThatIsSaid() throws Exception {
        Files.writeString(entries(), "in the way");
        assertThatThrownBy(() -> new Recovery(entries()).draft().keep(STATE, Optional.empty()))
                .isInstanceOf(FormatException.class)
                .hasMessage("Changes cannot be kept in " + entries() + " until they are saved.");
    }

    @Test
    void isOfferedOnceThoughManyStartAtOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            new Recovery(entries()).draft().keep(STATE, Optional.empty());
            end();
            List<Draft> offered = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(i -> new Recovery(entries()).left())
                    .flatMap(List::stream)
                    .toList();
            assertThat(offered).hasSize(1);
            offered.getFirst().drop();
        }
    }

    @Test
    void entriesThatAreNoneAreLeftAlone() throws IOException, FormatException {
        Files.createDirectories(entries());
        for (String text :
                List.of("", "x", "1\n2\n3\n4\n", "999999999 then\n\u0000\n", "99999999999999999999\n/\n", "\n\n\n")) {
            Files.writeString(entries().resolve(Integer.toHexString(text.hashCode()) + Recovery.ENTRY), text);
        }
        Files.write(entries().resolve("bytes" + Recovery.ENTRY), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThat(new Recovery(entries()).left()).isEmpty();
        assertThat(new Recovery(folder.resolve("none")).left()).isEmpty();
    }
}
