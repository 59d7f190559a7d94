package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;
import static org.gatescope.Wording.text;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.engine.training.Clipping;
import org.gatescope.engine.training.LearningRate;
import org.gatescope.engine.training.Optimizer;
import org.gatescope.engine.training.Training;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Task;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.gatescope.session.Trainer;
import org.gatescope.session.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final StringWriter said = new StringWriter();

    private int train(Session session, String... options) throws FormatException {
        SessionFile.write(SavedSession.of(session), folder.resolve("a.gatescope"));
        List<String> all =
                new ArrayList<>(List.of("train", folder.resolve("a.gatescope").toString()));
        all.addAll(List.of("--out", folder.resolve("b.gatescope").toString()));
        all.addAll(List.of(options));
        return Gatescope.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(all.toArray(String[]::new));
    }

    private Session trained() throws FormatException {
        return SessionFile.read(folder.resolve("b.gatescope")).session();
    }

    private static Session lasting(Session session, int epochs) {
        return session.withTraining(session.training().withEpochs(epochs));
    }

    /** What the room Training does. */
    private static Session inTheWindow(Session session) {
        Workbench workbench = new Workbench(session, Runnable::run, Runnable::run);
        Trainer trainer = new Trainer(workbench, Runnable::run);
        trainer.start();
        trainer.follow();
        return workbench.session().get();
    }

    @Test
    void theSameAsInTheWindowToTheBit() throws FormatException {
        Session session = lasting(Task.DELAYED_RECALL.session(3), 12);
        assertThat(train(session)).isZero();
        assertThat(said.toString()).isEmpty();
        Session window = inTheWindow(session);
        assertThat(trained().numbers().parameters())
                .isEqualTo(window.numbers().parameters())
                .isNotEqualTo(session.numbers().parameters());
        assertThat(trained()).isEqualTo(window);
    }

    @Test
    void mistakesAreMadeThereToo() throws FormatException {
        Session session = lasting(Task.DELAYED_RECALL.session(3), 4)
                .withMistake(Mistake.GRADIENTS_NOT_ZEROED, true)
                .withMistake(Mistake.RECURRENT_GRADIENT_LOST, true);
        assertThat(train(session)).isZero();
        assertThat(trained()).isEqualTo(inTheWindow(session));
    }

    @Test
    void epochsAndRateCanBeOthers() throws FormatException {
        Session session = Task.DELAYED_RECALL.session(1);
        assertThat(train(session, "--epochs", "3", "--rate", "0.5")).isZero();
        Training own = session.training();
        assertThat(trained().training().epochs()).isEqualTo(3);
        assertThat(trained().training().learningRate().at(0, 3)).isEqualTo(0.5);
        assertThat(trained())
                .isEqualTo(inTheWindow(session.withTraining(
                        own.with(new LearningRate.Constant(0.5)).withEpochs(3))));
        assertThat(train(session, "--epochs", "0")).isZero();
        assertThat(trained().numbers().parameters()).isEqualTo(session.numbers().parameters());
    }

    @Test
    void whatDivergesIsSavedAsFarAsItCame() throws FormatException {
        Training wild =
                new Training(new Optimizer.Sgd(0, false), new LearningRate.Constant(1e100), new Clipping.None(), 0, 50);
        Session session = Task.ADDING.session(1).withTraining(wild);
        assertThat(train(session)).isEqualTo(1);
        assertThat(said.toString().strip()).is(saying("cli:train.diverged"));
        assertThat(trained()).isEqualTo(inTheWindow(session));
    }

    @Test
    void whatCannotBeTrained() throws FormatException {
        assertThat(train(Example.SMALL_SEQUENCE.session().withTitle("x"), "--epochs", "-1"))
                .isEqualTo(2);
        said.getBuffer().setLength(0);
        Session none = Reshape.withReadOut(Example.SMALL_SEQUENCE.session(), Optional.empty())
                .change()
                .session();
        assertThat(train(none)).isEqualTo(2);
        assertThat(said.toString().strip()).isEqualTo(text("session:no-loss"));
        assertThat(folder.resolve("b.gatescope")).doesNotExist();
    }

    /** The end of the program, as Ctrl+C asks for it, waits until the file is written. */
    @Test
    void interruptedItSavesWhatThereIs() throws Exception {
        Path in = folder.resolve("a.gatescope");
        Path out = folder.resolve("b.gatescope");
        SessionFile.write(SavedSession.of(lasting(Task.DELAYED_RECALL.session(1), 100_000_000)), in);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        if (System.getProperty("jdk.module.path") != null) {
            command.addAll(List.of("--module-path", System.getProperty("jdk.module.path")));
        }
        command.addAll(List.of("--add-modules", "javafx.controls,javafx.fxml,javafx.swing,jdk.incubator.vector"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Gatescope.class.getName()));
        command.addAll(List.of("train", in.toString(), "--out", out.toString()));
        Path errors = folder.resolve("errors.txt");
        Process program =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        try {
            while (program.isAlive() && worked(program).compareTo(Duration.ofSeconds(6)) < 0) {
                assertThat(program.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
            }
            program.destroy();
            assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }
        assertThat(Files.readString(errors).lines().filter(line -> !line.startsWith("WARNING")))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).is(saying("cli:train.interrupted")));
        assertThat(trained().numbers().parameters())
                .isNotEqualTo(SessionFile.read(in).session().numbers().parameters());
    }

    /** Time of the processor, so that it is under way however busy the machine is. */
    private static Duration worked(Process program) {
        return program.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Test
    void aTerminalSeesHowFarItIs() {
        StringWriter seen = new StringWriter();
        ProgressLine line = new ProgressLine(new PrintWriter(seen), true);
        line.show(5, 10, "half");
        line.show(6, 10, "too soon");
        line.clear();
        assertThat(seen.toString()).isEqualTo("\r\u001b[K##########.......... half\r\u001b[K");
    }
}
