package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Maker;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.tensor.NpzReader;
import org.gatescope.format.tensor.ZipArchive;

/** Weights that a library saved, with what it computes from them: made by the scripts beside them. */
final class WeightCases {
    static final Path FOLDER = Path.of("src/test/resources/weights");
    private static final List<String> ENDINGS =
            List.of(".pt", ".safetensors", ".npz", ".onnx", ".h5", ".weights.h5", ".keras", ".json");

    private WeightCases() {}

    /**
     * A file of weights.
     *
     * @param options that tell what it does not say
     */
    record WeightCase(Path folder, String name, Path weights, List<String> options) {
        @Override
        public String toString() {
            return String.valueOf(weights.getFileName());
        }

        Map<String, NpyArray> expected() {
            return arrays(folder.resolve(name + ".expected.npz"));
        }
    }

    /** All of a folder, each network in each kind of file that there is. */
    static Stream<WeightCase> in(Path folder) throws IOException {
        List<WeightCase> cases = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("cases.txt"))) {
            List<String> words = List.of(line.split(" "));
            for (String ending : ENDINGS) {
                Path weights = folder.resolve(words.getFirst() + ending);
                if (Files.exists(weights)) {
                    cases.add(new WeightCase(folder, words.getFirst(), weights, words.subList(1, words.size())));
                }
            }
        }
        return cases.stream();
    }

    /** All arrays of an archive. */
    static Map<String, NpyArray> arrays(Path npz) {
        try {
            Map<String, NpyArray> arrays = new LinkedHashMap<>();
            for (NamedTensor tensor : NpzReader.read(ZipArchive.of(npz))) {
                arrays.put(tensor.name(), new NpyArray(tensor.dimensions(), tensor.values()));
            }
            return arrays;
        } catch (FormatException e) {
            throw new AssertionError(npz.toString(), e);
        }
    }

    static void write(Path npy, NpyArray array) throws IOException {
        try (var out = Files.newOutputStream(npy)) {
            array.writeTo(out);
        }
    }

    /** Runs the command, which has to succeed. @return what it says of how a file was understood */
    static String trace(List<String> arguments) {
        StringWriter said = new StringWriter();
        StringWriter notes = new StringWriter();
        List<String> all = new ArrayList<>(List.of("trace"));
        all.addAll(arguments);
        int status = Gatescope.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(notes))
                .execute(all.toArray(String[]::new));
        assertThat(said.toString()).isEmpty();
        assertThat(status).as(notes.toString()).isZero();
        return notes.toString();
    }

    /** Traces a file of weights with the input and upstream gradient that the library was given, and compares all arrays. */
    static void check(WeightCase weights, Path scratch, double tolerance) throws IOException {
        Map<String, NpyArray> expected = weights.expected();
        List<String> arguments =
                new ArrayList<>(List.of("--weights", weights.weights().toString()));
        for (String given : List.of("input", "upstream")) {
            if (!expected.containsKey(given)) {
                continue;
            }
            Path file = scratch.resolve(given + ".npy");
            write(file, Objects.requireNonNull(expected.get(given)));
            arguments.addAll(List.of("--" + given, file.toString()));
        }
        Path out = scratch.resolve("trace.npz");
        arguments.addAll(List.of("--out", out.toString()));
        arguments.addAll(weights.options());
        trace(arguments);
        Map<String, NpyArray> computed = arrays(out);
        expected.remove("upstream");
        assertThat(computed).containsKeys(expected.keySet().toArray(String[]::new));
        assertThat(named(computed)).as("gradients of the file's tables").hasSameElementsAs(named(expected));
        expected.forEach((name, array) ->
                compare(weights + " " + name, array, Objects.requireNonNull(computed.get(name)), tolerance));
    }

    /** Names of gradients under their maker's. */
    private static List<String> named(Map<String, NpyArray> arrays) {
        return arrays.keySet().stream()
                .filter(name -> Stream.of(Maker.values()).anyMatch(maker -> name.startsWith(maker.key() + "/")))
                .toList();
    }

    private static void compare(String name, NpyArray expected, NpyArray computed, double tolerance) {
        assertThat(computed.dimensions()).as(name).isEqualTo(expected.dimensions());
        for (int i = 0; i < expected.values().length; i++) {
            double figure = expected.values()[i];
            double off = Math.abs(figure - computed.values()[i]);
            assertThat(off).as("%s[%d]", name, i).isLessThanOrEqualTo(tolerance * Math.max(1, Math.abs(figure)));
        }
    }
}
