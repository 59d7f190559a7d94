package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Task;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A read-out without a bias is saved, checked and trained as any other. */
class WithoutBiasTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"ADDING", "SINE", "HELLO"})
    void isSavedAndTrained(Task task) throws FormatException {
        Session session = task.session(1);
        Session without = withoutBias(session);
        assertThat(without.numbers().parameters()).doesNotContainKey("dense.b");
        Path file = folder.resolve("a.gatescope");
        SessionFile.write(SavedSession.of(without), file);
        assertThat(SessionFile.read(file).session()).isEqualTo(without);
        String trained = folder.resolve("b.gatescope").toString();
        assertThat(run("train", file.toString(), "--epochs", "2", "--out", trained))
                .isZero();
        assertThat(run("convert", trained, folder.resolve("c.npz").toString())).isZero();
    }

    @Test
    void itsGradientsAgree() throws FormatException {
        Path file = folder.resolve("a.gatescope");
        SessionFile.write(SavedSession.of(withoutBias(Example.AGREEMENT.session())), file);
        assertThat(run("check", file.toString())).isZero();
    }

    private static Session withoutBias(Session session) {
        return Reshape.withReadOut(session, session.network().readOut().map(dense -> dense.biased(false)))
                .change()
                .session();
    }

    private static int run(String... arguments) {
        PrintWriter out = new PrintWriter(new StringWriter());
        return Gatescope.commandLine().setOut(out).setErr(out).execute(arguments);
    }
}
