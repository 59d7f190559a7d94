package org.gatescope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gatescope.Bundles;
import org.junit.jupiter.api.Test;

/**
 * All texts in one file, where a change of wording is read. {@code -Dtexts.write=true} writes it anew.
 */
class GoldenTextsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/texts.golden");

    @Test
    void allTextsAreAsReviewed() throws IOException {
        List<String> texts =
                Bundles.all().stream().flatMap(GoldenTextsTest::lines).toList();
        if (Boolean.getBoolean("texts.write")) {
            Files.write(GOLDEN, texts);
        }
        assertThat(texts).isEqualTo(Files.readAllLines(GOLDEN));
    }

    private static Stream<String> lines(String bundle) {
        try {
            return Stream.concat(
                    Stream.of("[" + bundle + "]"),
                    Bundles.texts(bundle).entrySet().stream()
                            .map(entry ->
                                    entry.getKey() + " = " + entry.getValue().replace("\n", "\\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
