package org.gatescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A name stands once, in the house and its tests, so that nobody has to look at the imports to know which is meant. */
class NamesTest {
    @Test
    void noNameStandsTwice() throws IOException {
        Map<String, List<Path>> homes = new TreeMap<>();
        for (String tree : List.of("src/main/java", "src/test/java")) {
            try (Stream<Path> files = Files.walk(Path.of(tree))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.endsWith("package-info.java"))
                        .forEach(
                                file -> homes.computeIfAbsent(file.getFileName().toString(), name -> new ArrayList<>())
                                        .add(file));
            }
        }
        assertThat(homes).hasSizeGreaterThan(100);
        homes.values().removeIf(found -> found.size() == 1);
        assertThat(homes).isEmpty();
    }
}
