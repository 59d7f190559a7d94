package org.gatescope.format.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Series;
import org.gatescope.engine.Trace;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.format.FormatException;
import org.gatescope.lesson.Example;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs are run where what they need is there. Each compares its numbers with those of the session itself. */
class SessionCodeTest {
    private static final String ALL_OF_THEM = """
            import contextlib, io, runpy, sys, traceback
            for name in sys.argv[1:]:
                said = io.StringIO()
                try:
                    with contextlib.redirect_stdout(said):
                        runpy.run_path(name, run_name="__main__")
                except BaseException as e:
                    print(name, type(e).__name__, str(e)[:2000], *traceback.format_tb(e.__traceback__)[-2:])
            """;

    private static final String ALL_IN_NODE = """
            for (const name of process.argv.slice(1)) {
                try {
                    require("./" + name).main();
                } catch (error) {
                    console.log(name, String(error.stack).slice(0, 2000));
                }
            }
            """;

    private static final String ALL_QUANTITIES = """
            for (const name of process.argv.slice(1)) {
                const { run, PARAMETERS, DATA } = require("./" + name);
                const result = run(PARAMETERS, DATA);
                const tell = (kind, all) => Object.entries(all).forEach(([part, steps]) =>
                    steps.forEach((step, t) => Object.entries(step).forEach(([quantity, table]) =>
                        console.log([name, kind, part, t, quantity, table.values.join(" ")].join("\t")))));
                tell("value", result.values);
                tell("gradient", result.steps);
            }
            """;

    private static final Map<String, CodeSubject> BUILT_IN = CodeSubjects.builtIn();
    private static final Map<String, CodeSubject> STACKED = CodeSubjects.stacked();
    private static final Map<String, CodeSubject> RANDOM = CodeSubjects.random(14);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void numPyProgramsGiveTheNumbersOfTheSessions() throws Exception {
        Programs.assumePython("numpy");
        assertThat(Programs.run(folder, Programs.PYTHON, "-c", ALL_OF_THEM, written(CodeTarget.NUMPY)))
                .isEmpty();
    }

    @Test
    void pyTorchProgramsGiveTheNumbersOfTheSessions() throws Exception {
        Programs.assumePython("torch");
        List<Path> files = new ArrayList<>(written(CodeTarget.PYTORCH));
        for (Map.Entry<String, CodeSubject> subject : CodeSubjects.ofTorch().entrySet()) {
            String text = SessionCode.text(subject.getValue(), CodeTarget.PYTORCH, List.of());
            assertThat(text).as(subject.getKey()).contains("torch.nn.ModuleList", "torch.optim");
            files.add(Files.writeString(folder.resolve(subject.getKey().replace(' ', '_') + ".py"), text));
        }
        assertThat(Programs.run(folder, Programs.PYTHON, "-c", ALL_OF_THEM, files))
                .isEmpty();
    }

    @Test
    void jaxProgramsGiveTheNumbersOfTheSessions() throws Exception {
        standIn("jax", "__init__", "lax", "nn", "numpy");
        assertThat(Programs.run(folder, Programs.PYTHON, "-c", ALL_OF_THEM, written(CodeTarget.JAX)))
                .isEmpty();
    }

    @Test
    void kerasProgramsGiveTheNumbersOfTheSessions() throws Exception {
        standIn("keras", "__init__", "layers", "ops");
        assertThat(Programs.run(folder, Programs.PYTHON, "-c", ALL_OF_THEM, written(CodeTarget.KERAS)))
                .isEmpty();
    }

    /** On top of PyTorch, where the library itself is not installed. */
    private void standIn(String library, String... modules) throws Exception {
        Programs.assumePython("numpy");
        if (!Programs.hasPython(library)) {
            Programs.assumePython("torch");
            Programs.copyStandIn(folder, library, modules);
        }
    }

    /** So that none of them passes by comparing nothing. */
    @Test
    void aProgramStopsAtAWrongNumber() throws Exception {
        Programs.assumePython("numpy");
        CodeSubject subject = Objects.requireNonNull(BUILT_IN.get("lstm"));
        String text = SessionCode.text(subject, CodeTarget.NUMPY, List.of());
        for (String name : List.of("LOSS", "OUTPUT")) {
            String wrong = text.replace("\n" + name + " = ", "\n" + name + " = 1e-10 + ");
            Path file = Files.writeString(folder.resolve(name + ".py"), wrong);
            assertThat(Programs.run(folder, Programs.PYTHON, "-c", ALL_OF_THEM, List.of(file)))
                    .contains("AssertionError", name.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void javaScriptProgramsGiveTheNumbersOfTheSessions() throws Exception {
        Programs.assume("Node is not installed", "node", "--version");
        assertThat(Programs.run(folder, "node", "-e", ALL_IN_NODE, written(CodeTarget.JAVASCRIPT)))
                .isEmpty();
    }

    /** What a page with the program in it shows. */
    @Test
    void javaScriptGivesEveryQuantityOfEveryStep() throws Exception {
        Programs.assume("Node is not installed", "node", "--version");
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, CodeSubject> subject : RANDOM.entrySet()) {
            String text = SessionCode.text(subject.getValue(), CodeTarget.JAVASCRIPT, List.of());
            files.add(Files.writeString(folder.resolve(subject.getKey()), text));
        }
        String said = Programs.run(folder, "node", "-e", ALL_QUANTITIES, files);
        assertThat(said).contains("'"); // something after a step
        for (String line : said.lines().toList()) {
            String[] words = line.split("\t", -1);
            Trace trace = Objects.requireNonNull(RANDOM.get(words[0])).trace().part(words[2]);
            Series series = words[1].equals("value") ? trace.value(words[4]) : trace.gradient(words[4]);
            int t = Integer.parseInt(words[3]);
            double[] numbers = Stream.of(words[5].split(" "))
                    .filter(number -> !number.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double largest = DoubleStream.of(numbers)
                    .map(Math::abs)
                    .filter(Double::isFinite)
                    .max()
                    .orElse(0);
            for (int i = 0; i < numbers.length; i++) {
                double expected = series.at(t, i / series.width(), i % series.width());
                assertThat(numbers[i]).as(line).isCloseTo(expected, within(1e-12 * Math.max(1, largest)));
            }
        }
    }

    /** Texts of a session file end no comment: each of these would. */
    @Test
    void whatASessionSaysIsNotRun() throws Exception {
        Programs.assumePython("numpy");
        String evil = "\"\"\"\nraise SystemExit(1)\n\"\"\" */ \\u002a/ \\";
        Cell cell = Cell.parse("# " + evil.replace("\n", " ") + "\"\nstate h\nh' = tanh(x @ W) # \"\"\" \\\n");
        Session session = Session.zeros(evil, cell, 1, 2, 1, 1);
        for (CodeTarget target : CodeTarget.values()) {
            String text = SessionCode.of(Run.of(session), target).text();
            assertThat(text.lines()).noneMatch(line -> line.startsWith("raise"));
            if (target == CodeTarget.NUMPY || target == CodeTarget.PYTORCH) {
                Path file = Files.writeString(folder.resolve("evil-" + target.id() + ".py"), text);
                assertThat(Programs.run(folder, Programs.PYTHON, "-c", ALL_OF_THEM, List.of(file)))
                        .isEmpty();
            }
        }
    }

    @Test
    void aSessionThatIsTooLargeIsRefused() {
        Session session = Session.zeros("large", BuiltInCells.cell("lstm"), 1, 1, 200, 200);
        assertThatThrownBy(() -> SessionCode.of(Run.of(session), CodeTarget.NUMPY))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("numbers written out");
    }

    @Test
    void whatAProgramDoesNotDoIsSaid() throws FormatException {
        Session session = Session.zeros("plain", BuiltInCells.cell("rnn-tanh"), 1, 2, 1, 1)
                .withMistake(Mistake.values()[0], true);
        SessionCode code = SessionCode.of(Run.of(session), CodeTarget.NUMPY);
        assertThat(code.notes()).hasSize(2);
        assertThat(code.text().replaceAll("\\s+", " ")).contains(code.notes());
    }

    private List<Path> written(CodeTarget target) throws IOException, FormatException {
        Map<String, String> texts = new LinkedHashMap<>();
        boolean onStandIn = target == CodeTarget.JAX || target == CodeTarget.KERAS;
        for (Map<String, CodeSubject> subjects : List.of(onStandIn ? STACKED : BUILT_IN, RANDOM)) {
            for (Map.Entry<String, CodeSubject> subject : subjects.entrySet()) {
                texts.put(subject.getKey(), SessionCode.text(subject.getValue(), target, List.of("A note.")));
            }
        }
        for (Example example : List.of(Example.values()).subList(0, 4)) {
            texts.put(
                    example.id(),
                    SessionCode.of(Run.of(example.session()), target).text());
        }
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = folder.resolve(text.getKey().replace(' ', '_') + "." + target.ending());
            files.add(Files.writeString(file, text.getValue()));
        }
        return files;
    }
}
