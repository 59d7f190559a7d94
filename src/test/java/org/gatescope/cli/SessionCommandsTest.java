package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.FullName;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.lesson.Example;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
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

    private String described(Session session) throws FormatException {
        Path file = folder.resolve("x.gatescope");
        SessionFile.write(SavedSession.of(session), file);
        assertThat(gatescope.execute("describe", file.toString())).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 40);
        String said = out.toString();
        out.getBuffer().setLength(0);
        return said;
    }

    /** Of each example, narrow enough for braille, without anything drawn. */
    @Test
    void aSessionInWords() throws FormatException {
        for (Example example : Example.values()) {
            assertThat(described(example.session())).doesNotContainPattern("[\\u2500-\\u257f|\t]");
        }
        Session session = Example.THREE_SENTENCES.session();
        assertThat(described(session).replaceAll("\\s+", " "))
                .startsWith("x 3 layers") // named as its file is
                .contains("c' = f * c + i * g", "Layer 2", "softmax", "gradient of a weight")
                .contains("words: " + session.vocabulary().get(0));
    }

    /** Places by hand: the one large weight, and NaN before all. */
    @Test
    void theLargestNumbersAreNamed() throws FormatException {
        Session zeros = Session.zeros("zeros", BuiltInCells.cell("rnn-tanh"), 1, 2, 3, 2);
        TableId weights = new TableId.Parameter(FullName.of("0.forward.Wx.h"));
        assertThat(described(zeros.edit(weights, table -> table.with(2, 1, -7.5)))
                        .replaceAll("\\s+", " "))
                .contains("weight -7.5: 0.forward.Wx.h, row 2, column 1");
        assertThat(described(zeros.edit(weights, table -> table.with(0, 1, Double.NaN)))
                        .replaceAll("\\s+", " "))
                .contains("weight nan: 0.forward.Wx.h, row 0, column 1", "unit 1, step 0, sequence 0");
    }

    @Test
    void aLongWordIsCut() {
        assertThat(NarrowLines.of("  " + "x".repeat(70) + " y"))
                .containsExactly("  " + "x".repeat(38), "    " + "x".repeat(32) + " y");
        assertThat(NarrowLines.of("")).containsExactly("");
    }

    @Test
    void shellsCompleteCommandsAndOptions() {
        for (String shell : new String[] {"bash", "zsh"}) {
            assertThat(gatescope.execute("completion", shell)).isZero();
            assertThat(out.toString()).contains("gatescope", "convert", "--upstream", "complete -F");
        }
        assertThat(gatescope.execute("completion", "fish")).isEqualTo(2);
        assertThat(err.toString()).contains("“fish”").hasLineCount(1);
    }

    @Test
    void everyCommandHasHelp() {
        gatescope.getSubcommands().forEach((name, command) -> {
            assertThat(gatescope.execute(name, "--help")).as(name).isZero();
            assertThat(out.toString()).contains("Usage: gatescope " + name);
            out.getBuffer().setLength(0);
        });
    }
}
