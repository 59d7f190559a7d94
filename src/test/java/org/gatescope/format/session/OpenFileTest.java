package org.gatescope.format.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenFileTest {
    @TempDir
    private Path folder;

    private Path file;
    private Path lock;

    @BeforeEach
    void prepare() {
        file = folder.resolve("mine.gatescope");
        lock = folder.resolve(".mine.gatescope.lock");
    }

    @Test
    void isForOneWindowAlone() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.gatescope"), file);
        try (OpenFile open = OpenFile.take(file).orElseThrow()) {
            assertThat(OpenFile.take(file)).isEmpty();
            assertThat(OpenFile.take(link)).as("by another name").isEmpty();
            assertThat(open.isHeld()).isTrue();
            assertThat(open.isAt(link)).isTrue();
            assertThat(open.isAt(folder)).isFalse();
            assertThat(OpenFile.anyway(file).isHeld()).isFalse();
        }
        try (OpenFile again = OpenFile.take(link).orElseThrow()) {
            assertThat(again.path()).isEqualTo(link);
        }
        assertThat(lock).doesNotExist();
    }

    @Test
    void closingTwiceOrWhatIsNotHeldChangesNothing() {
        OpenFile first = OpenFile.take(file).orElseThrow();
        OpenFile.anyway(file).close();
        assertThat(lock).exists();
        first.close();
        OpenFile second = OpenFile.take(file).orElseThrow();
        first.close();

        assertThat(OpenFile.take(file)).isEmpty();
        assertThat(lock).exists();
        second.close();
    }

    @Test
    void anotherProgramSeesItAndIsSeen() throws Exception {
        try (OpenFile open = OpenFile.take(file).orElseThrow();
                HoldingProgram other = HoldingProgram.of(file)) {
            assertThat(other.holds()).isFalse();
            assertThat(OpenFile.take(file)).isEmpty(); // which must not end the lock
            try (HoldingProgram third = HoldingProgram.of(file)) {
                assertThat(third.holds()).isFalse();
            }
            open.close();
        }
        try (HoldingProgram other = HoldingProgram.of(file)) {
            assertThat(other.holds()).isTrue();
            assertThat(OpenFile.take(file)).isEmpty();
        }
        try (OpenFile open = OpenFile.take(file).orElseThrow()) {
            assertThat(open.isHeld()).isTrue();
        }
    }

    @Test
    void whatACrashedProgramLeftIsInNobodysWay() throws Exception {
        HoldingProgram other = HoldingProgram.of(file);
        assertThat(other.holds()).isTrue();
        other.kill();

        assertThat(lock).exists();
        try (OpenFile open = OpenFile.take(file).orElseThrow()) {
            assertThat(open.isHeld()).isTrue();
        }
        assertThat(lock).doesNotExist();
    }

    @Test
    void whereNothingCanBeLockedItIsOpenAllTheSame() throws IOException {
        Path gone = folder.resolve("no/such/folder/file");
        Files.createDirectory(lock);
        for (Path place : new Path[] {gone, file}) {
            try (OpenFile open = OpenFile.take(place).orElseThrow()) {
                assertThat(open.isHeld()).isTrue();
                assertThat(OpenFile.take(place)).isEmpty();
            }
            OpenFile.take(place).orElseThrow().close();
        }
    }
}
