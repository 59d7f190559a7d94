package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The case in docs/verify.md is one, and gives the output that is shown there. */
class VerifyDocumentTest {
    @Test
    void theExampleIsTrue(@TempDir Path folder) throws IOException {
        String page = Files.readString(Path.of("docs/verify.md"));
        Matcher json = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(json.find()).isTrue();
        Path file = folder.resolve("small.json");
        Files.writeString(file, json.group(1));
        StringWriter out = new StringWriter();
        Gatescope.commandLine().setOut(new PrintWriter(out)).execute("verify", file.toString());
        for (String line : out.toString()
                .replace(folder + file.getFileSystem().getSeparator(), "")
                .lines()
                .toList()) {
            assertThat(page).contains("    " + line + "\n");
        }
    }
}
