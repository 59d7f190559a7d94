package org.gatescope.format.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.NetworkTrace;
import org.gatescope.engine.NetworkTrace.ReadOutTrace;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of a page has what stands before and behind the layers as well, step by step. */
class PageProgramTest {
    private static final String ALL_NUMBERS = """
            for (const name of process.argv.slice(1)) {
                const { run, PARAMETERS, DATA, FUNCTIONS } = require("./" + name);
                const result = run(PARAMETERS, DATA);
                const tell = (kind, all) => Object.entries(all).forEach(([part, steps]) =>
                    steps.forEach((step, t) => Object.entries(step).forEach(([quantity, table]) =>
                        console.log([name, kind, part, t, quantity, table.values.join(" ")].join("\t")))));
                tell("value", result.values);
                tell("gradient", result.steps);
                for (const [word, called] of Object.entries(FUNCTIONS)) {
                    if (typeof called !== "function") {
                        console.log([name, "no function", word, 0, "", ""].join("\t"));
                    }
                }
            }
            """;

    private final Map<String, CodeSubject> subjects = new LinkedHashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void allNumbersOfAllPartsAreThoseOfTheEngine() throws Exception {
        Programs.assume("Node is not installed", "node", "--version");
        subjects.putAll(CodeSubjects.builtIn());
        subjects.putAll(CodeSubjects.random(16));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, CodeSubject> subject : subjects.entrySet()) {
            String text =
                    LinkedText.of(JavaScriptCode.forPage(subject.getValue())).text();
            Path file = folder.resolve(subject.getKey().replace(' ', '_'));
            files.add(Files.writeString(file, "module.exports = (() => {\n" + text + "})();\n"));
        }
        String said = Programs.run(folder, "node", "-e", ALL_NUMBERS, files);
        assertThat(said).contains("\tdense\t", "\tembedding\t", "\tdrop.x\t", "\tdense.total\t");
        said.lines().forEach(this::check);
    }

    private void check(String line) {
        String[] words = line.split("\t", -1);
        CodeSubject subject = Objects.requireNonNull(subjects.get(words[0].replace('_', ' ')), line);
        double[] numbers = Stream.of(words[5].split(" "))
                .filter(number -> !number.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
        int t = Integer.parseInt(words[3]);
        double[] expected = expected(subject, words[1].equals("gradient"), words[2], words[4], t);
        if (expected == null) {
            return;
        }
        double largest = DoubleStream.of(expected)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        if (numbers.length != expected.length) {
            fail("%s: %s numbers, not %s", line, numbers.length, expected.length);
        }
        for (int i = 0; i < numbers.length; i++) {
            boolean isSame = Double.compare(numbers[i], expected[i]) == 0
                    || Math.abs(numbers[i] - expected[i]) <= 1e-12 * Math.max(1, largest);
            if (!isSame) {
                fail("%s: %s and not %s", line, numbers[i], expected[i]);
            }
        }
    }

    /** Null for what the engine has nowhere. */
    private static double @org.jspecify.annotations.Nullable [] expected(
            CodeSubject subject, boolean isGradient, String part, String name, int t) {
        NetworkTrace trace = subject.trace();
        if (part.equals(ReadOut.KEY)) {
            ReadOutTrace readOut = trace.readOut().orElseThrow();
            boolean isEach = subject.network().readOut().orElseThrow().everyStep();
            Series series = switch (name) {
                case "z" -> isGradient ? readOut.gradient() : readOut.logits();
                case "y" -> readOut.outputs();
                case "loss" -> readOut.losses();
                case "h" -> isGradient ? readOut.stateGradient() : isEach ? trace.output() : null;
                default -> null;
            };
            return series == null ? null : rows(series, isEach ? t : 0);
        }
        if (part.equals("dense.total")) {
            return name.equals("L")
                    ? new double[] {trace.readOut().orElseThrow().loss()}
                    : null;
        }
        if (part.equals(Embedding.KEY)) {
            boolean hasTable = subject.network().embedding().isPresent();
            return isGradient
                    ? name.equals("x") && hasTable ? null : rows(trace.inputGradient(), t)
                    : name.equals("token") || !hasTable ? null : embedded(subject, t);
        }
        boolean isElsewhere = name.equals("drop.x") || name.contains("[");
        return isElsewhere
                ? null
                : rows(
                        isGradient
                                ? trace.part(part).gradient(name)
                                : trace.part(part).value(name),
                        t);
    }

    private static double[] embedded(CodeSubject subject, int t) {
        int columns = subject.network().layerInputs();
        double[] rows = new double[subject.batch() * columns];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Embedding.value(subject.inputs(), t * subject.batch() + i / columns, i % columns);
        }
        return rows;
    }

    private static double[] rows(Series series, int t) {
        double[] rows = new double[series.batch() * series.width()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = series.at(t, i / series.width(), i % series.width());
        }
        return rows;
    }
}
