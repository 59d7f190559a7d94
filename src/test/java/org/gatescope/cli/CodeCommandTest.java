package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.lesson.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CodeCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter err = new StringWriter();
    private final CommandLine gatescope = Gatescope.commandLine().setErr(new PrintWriter(err, true));

    @Test
    void anExampleBecomesAProgramAndSaysWhatItLeavesOut() throws IOException {
        Path file = folder.resolve("small.py");
        assertThat(gatescope.execute("code", "--example", "small-sequence", "--to", "numpy", "--out", file.toString()))
                .isZero();
        assertThat(Files.readString(file)).contains("import numpy", "class RnnTanh", "All numbers are those");
        assertThat(err.toString()).contains("no update is made").hasLineCount(1);
    }

    @Test
    void aSessionIsCalledAsItsFileIs() throws Exception {
        Path session = folder.resolve("mine.gatescope");
        SessionFile.write(
                new SavedSession(Example.THREE_SENTENCES.session(), 0, List.of(), List.of(), Map.of()), session);
        Path file = folder.resolve("mine.py");
        assertThat(gatescope.execute("code", session.toString(), "--to", "NumPy", "--out", file.toString()))
                .isZero();
        assertThat(Files.readString(file)).startsWith("\"\"\"mine\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsRefusedInASentence() {
        String out = folder.resolve("x.py").toString();
        assertThat(gatescope.execute("code", "--to", "numpy", "--out", out)).isEqualTo(2);
        assertThat(gatescope.execute("code", "--example", "nix", "--to", "numpy", "--out", out))
                .isEqualTo(2);
        assertThat(gatescope.execute("code", "--example", "sentence", "--to", "cobol", "--out", out))
                .isEqualTo(2);
        String hiding = folder.resolve("numpy.py").toString();
        assertThat(gatescope.execute("code", "--example", "sentence", "--to", "numpy", "--out", hiding))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--example", "“nix”", "“cobol”", "numpy.py in place of the library")
                .hasLineCount(4);
        assertThat(folder).isEmptyDirectory();
    }
}
