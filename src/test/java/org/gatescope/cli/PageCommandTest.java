package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PageCommandTest {
    private final StringWriter said = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aSessionBecomesAPageWithNothingFromElsewhere() throws Exception {
        Path page = folder.resolve("page.html");
        assertThat(run(page, "--example", "small-sequence-gru", "--hide", "n,d.h"))
                .isZero();
        assertThat(said.toString()).isEmpty();
        assertThat(Files.readString(page))
                .startsWith("<!doctype html>")
                .contains("\"hidden\":[\"0.forward|n\",\"0.forward|d.h'\"]")
                .contains("default-src 'none'")
                .doesNotContain("src=", "@import", "noscript=");
        assertThat(Files.list(folder)).containsExactly(page);
    }

    @Test
    void whatIsTooLargeOrNotThereIsRefusedInOneSentence() throws Exception {
        Path page = Files.writeString(folder.resolve("page.html"), "before");
        assertThat(run(page, "--example", "small-sequence", "--units", "400")).isEqualTo(2);
        assertThat(run(page, "--example", "small-sequence", "--hide", "nothing"))
                .isEqualTo(2);
        assertThat(run(folder.resolve("nowhere/page.html"), "--example", "small-sequence"))
                .isEqualTo(2);
        assertThat(said.toString().lines())
                .satisfiesExactly(
                        large -> assertThat(large).contains("161,206 numbers"),
                        unknown -> assertThat(unknown).contains("“nothing”", "d.h"),
                        place -> assertThat(place).contains("nowhere"));
        assertThat(Files.readString(page)).isEqualTo("before");
    }

    private int run(Path out, String... options) {
        List<String> arguments = new ArrayList<>(List.of("page", "--out", out.toString()));
        arguments.addAll(List.of(options));
        CommandLine command = Gatescope.commandLine().setErr(new PrintWriter(said, true));
        return command.execute(arguments.toArray(String[]::new));
    }
}
