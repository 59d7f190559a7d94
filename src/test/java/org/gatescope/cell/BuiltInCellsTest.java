package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInCellsTest {
    static List<String> names() {
        return BuiltInCells.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void areShortAndHaveATitle(String name) {
        assertThat(BuiltInCells.text(name).orElseThrow().lines().count()).isLessThanOrEqualTo(10);
        assertThat(BuiltInCells.cell(name).title()).isNotEmpty();
        assertThat(BuiltInCells.cell(name).output()).isEqualTo(name.equals("jordan") ? "y" : "h");
    }

    @Test
    void areAllListed() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("resources/org/gatescope/cell/builtin"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".cell"))
                            .map(file -> file.replace(".cell", "")))
                    .containsExactlyInAnyOrderElementsOf(BuiltInCells.names());
        }
    }

    @Test
    void ofAnUnknownNameThereAreNone() {
        assertThat(BuiltInCells.text("../texts")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BuiltInCells.cell("elman"))
                .withMessageContaining("elman");
    }
}
