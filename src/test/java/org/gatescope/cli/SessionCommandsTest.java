package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code check} and {@code cells}. */
class SessionCommandsTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine gatescope =
            Gatescope.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    private int check(Session session) throws FormatException {
        Path file = folder.resolve("x.gatescope");
        SessionFile.write(SavedSession.of(session), file);
        return gatescope.execute("check", file.toString());
    }

    @Test
    void gradientsThatAgreeAreLines() throws FormatException {
        Session session = Example.SMALL_SEQUENCE.session();

        assertThat(check(session)).isZero();
        assertThat(out.toString().lines())
                .allMatch(line -> line.startsWith("ok"))
                .anyMatch(line -> line.contains("0.forward.Wx.h"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void gradientsThatDifferAreNamed() throws FormatException {
        assertThat(check(Example.SMALL_SEQUENCE.session().withMistake(Mistake.RECURRENT_GRADIENT_LOST, true)))
                .isEqualTo(1);
        assertThat(out.toString()).contains("DIFFERS 0.forward.Wh.h");
    }

    @Test
    void aFileThatIsNoneIsOneSentence() throws Exception {
        Path file = Files.writeString(folder.resolve("no.gatescope"), "[]");
        assertThat(gatescope.execute("check", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("“no.gatescope”").hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void cellsAreListedAndPrinted() {
        assertThat(gatescope.execute("cells")).isZero();
        assertThat(out.toString().lines())
                .hasSameSizeAs(BuiltInCells.names())
                .anyMatch(line -> line.startsWith("lstm "));
        out.getBuffer().setLength(0);
        assertThat(gatescope.execute("cells", "gru")).isZero();
        assertThat(out.toString()).isEqualTo(BuiltInCells.text("gru").orElseThrow());
        assertThat(gatescope.execute("cells", "gruu")).isEqualTo(2);
        assertThat(err.toString()).contains("“gruu”").hasLineCount(1);
    }
}
