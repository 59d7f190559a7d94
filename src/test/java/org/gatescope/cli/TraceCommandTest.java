package org.gatescope.cli;

import static org.assertj.core.api.Assertions.anyOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;
import static org.gatescope.Wording.text;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatescope.format.found.Answers;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.HostileBytes;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.weights.WeightFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class TraceCommandTest {
    private static final String LSTM = WeightCases.FOLDER.resolve("lstm.pt").toString();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    private String npy(String name, Integer... sizes) throws IOException {
        Dimensions dimensions = Dimensions.of(sizes);
        double[] values = IntStream.range(0, dimensions.count())
                .mapToDouble(i -> Math.sin(i + 1))
                .toArray();
        WeightCases.write(file(name), new NpyArray(dimensions, values));
        return file(name).toString();
    }

    private Map<String, NpyArray> trace(String... arguments) {
        Path out = file("trace.npz");
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--out", out.toString()));
        WeightCases.trace(all);
        return WeightCases.arrays(out);
    }

    /** One line on standard error, status 2, and no file. */
    private String refusal(String... arguments) throws IOException {
        Path out = file("refused.npz");
        List<String> all = new ArrayList<>(List.of("trace"));
        all.addAll(List.of(arguments));
        if (!all.contains("--out")) {
            all.addAll(List.of("--out", out.toString()));
        }
        StringWriter said = new StringWriter();
        int status = Gatescope.commandLine().setErr(new PrintWriter(said)).execute(all.toArray(String[]::new));
        assertThat(status).isEqualTo(2);
        assertThat(said.toString().lines()).hasSize(1);
        assertThat(out).doesNotExist();
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".tmp"));
        }
        return said.toString().strip();
    }

    private static NpyArray of(Map<String, NpyArray> arrays, String name) {
        return Optional.ofNullable(arrays.get(name)).orElseThrow(() -> new AssertionError(name));
    }

    /** By hand: h' = tanh(x Wx + h Wh + b), from what the result says went in. */
    @Test
    void aSimpleNetworkByHand() {
        Map<String, NpyArray> arrays = trace("--cell", "rnn-tanh", "--units", "2", "--inputs", "3", "--steps", "4");
        double[] x = of(arrays, "input").values();
        double[] wx = of(arrays, "weight/0.forward.Wx.h").values();
        double[] wh = of(arrays, "weight/0.forward.Wh.h").values();
        double[] b = of(arrays, "weight/0.forward.b.h").values();
        double[] h = new double[2];
        for (int t = 0; t < 4; t++) {
            double[] next = b.clone();
            for (int unit = 0; unit < 2; unit++) {
                for (int i = 0; i < 3; i++) {
                    next[unit] += x[t * 3 + i] * wx[i * 2 + unit];
                }
                next[unit] = Math.tanh(next[unit] + h[0] * wh[unit] + h[1] * wh[2 + unit]);
            }
            h = next;
            assertThat(Arrays.copyOfRange(of(arrays, "output").values(), t * 2, t * 2 + 2))
                    .containsExactly(h, offset(1e-14));
        }
        assertThat(of(arrays, "0.forward.h").values())
                .containsExactly(of(arrays, "output").values());
        assertThat(arrays.keySet()).contains("0.forward.h.pre").noneMatch(name -> name.startsWith("grad/"));
    }

    @Test
    void everyQuantityHasItsGradient() throws IOException {
        String upstream = npy("dy.npy", 1, 8, 8);
        Map<String, NpyArray> arrays =
                trace("--cell", "lstm", "--cell", "gru", "--bidirectional", "--upstream", upstream);
        assertThat(arrays.keySet().stream()
                        .filter(name -> name.startsWith("grad/"))
                        .map(name -> name.substring("grad/".length()))
                        .collect(Collectors.toSet()))
                .isEqualTo(arrays.keySet().stream()
                        .filter(name -> name.matches("\\d\\..*"))
                        .collect(Collectors.toSet()))
                .contains("0.forward.c", "0.backward.f.pre", "1.backward.n", "1.forward.h");
        assertThat(of(arrays, "param/1.forward.bh.n").dimensions()).isEqualTo(Dimensions.of(4));
        assertThat(of(arrays, "param/1.forward.Wx.n").dimensions()).isEqualTo(Dimensions.of(8, 4));
        assertThat(of(arrays, "inputGrads").dimensions()).isEqualTo(Dimensions.of(1, 8, 3));
    }

    @Test
    void directionsAreMergedOrOneIsReadAlone() throws IOException {
        Map<String, NpyArray> merged = trace("--cell", "gru", "--bidirectional", "--merging", "product");
        double[] forward = of(merged, "0.forward.h").values();
        double[] backward = of(merged, "0.backward.h").values();
        double[] output = of(merged, "output").values();
        for (int i = 0; i < output.length; i++) {
            assertThat(output[i]).isEqualTo(forward[i] * backward[i]);
        }
        assertThat(trace("--cell", "gru", "--reverse").keySet())
                .contains("0.backward.h")
                .doesNotContain("0.forward.h");
    }

    @Test
    void theLayoutIsThatOfAllArraysOverTime() throws IOException {
        Map<String, NpyArray> batchFirst = trace("--weights", LSTM, "--input", npy("ntd.npy", 2, 1, 3));
        Map<String, NpyArray> timeFirst =
                trace("--weights", LSTM, "--input", npy("tnd.npy", 1, 2, 3), "--layout", "tnd");
        Map<String, NpyArray> single = trace("--weights", LSTM, "--input", npy("td.npy", 1, 3));
        assertThat(of(batchFirst, "0.forward.c").dimensions()).isEqualTo(Dimensions.of(2, 1, 4));
        assertThat(of(timeFirst, "0.forward.c").dimensions()).isEqualTo(Dimensions.of(1, 2, 4));
        assertThat(of(single, "0.forward.c").dimensions()).isEqualTo(Dimensions.of(1, 4));
        double[] both = of(batchFirst, "output").values();
        assertThat(of(timeFirst, "output").values()).containsExactly(both);
        assertThat(of(single, "output").values()).containsExactly(Arrays.copyOf(both, 4));
    }

    @Test
    void theSeedDrawsTheSameAgain() {
        Map<String, NpyArray> first = trace("--cell", "gru", "--seed", "5");
        assertThat(of(trace("--cell", "gru", "--seed", "5"), "output").values())
                .containsExactly(of(first, "output").values());
        assertThat(of(trace("--cell", "gru", "--seed", "6"), "output").values())
                .isNotEqualTo(of(first, "output").values());
    }

    @Test
    void aCellOfOnesOwn() throws IOException {
        Path cell = Files.writeString(file("leaky.cell"), "state h\nh' = 0.9 * h + tanh(x @ W)");
        assertThat(trace("--cell", cell.toString())).containsKeys("0.forward.h", "weight/0.forward.W");
        Files.writeString(cell, "state h\nh' = ");
        assertThat(refusal("--cell", cell.toString())).is(holding("cli:render.no-cell", cell));
        assertThat(refusal("--cell", "nonsense")).is(holding("cli:render.cell", "nonsense"));
    }

    @Test
    void anOldFileIsReplacedOnlyByAWholeOne() throws IOException {
        Path out = Files.writeString(file("trace.npz"), "before");
        assertThat(refusal("--cell", "gru", "--input", npy("x.npy", 3), "--out", out.toString()))
                .is(holding("cli:trace.input", "3"));
        assertThat(out).hasContent("before");
        assertThat(trace("--cell", "gru")).isNotEmpty();
    }

    @Test
    void brokenWeightsAreRunWithAWarning() throws IOException {
        byte[] table = HostileBytes.npy("<f2", "(1, 1)", (byte) 0, (byte) 0x7e);
        byte[] sound = HostileBytes.npy("<f2", "(1, 1)", (byte) 0, (byte) 0x3c);
        Path weights = Files.write(
                file("nan.npz"), HostileBytes.zip(Map.of("weight_hh_l0.npy", table, "weight_ih_l0.npy", sound)));
        StringWriter said = new StringWriter();
        Path out = file("nan-trace.npz");
        int status = Gatescope.commandLine()
                .setErr(new PrintWriter(said))
                .execute("trace", "--weights", weights.toString(), "--out", out.toString());
        assertThat(status).isZero();
        assertThat(said.toString().lines()).contains(text("cli:trace.nan", "0.forward.Wh.h"));
        assertThat(of(WeightCases.arrays(out), "output").values()).contains(Double.NaN);
    }

    /** As the import page shows it. */
    @Test
    void howAFileWasUnderstoodIsSaidOnStandardError() throws Exception {
        String said = WeightCases.trace(
                List.of("--weights", LSTM, "--out", file("noted.npz").toString()));
        assertThat(said.lines())
                .containsExactlyElementsOf(WeightFile.read(Path.of(LSTM))
                        .chosen(Optional.empty())
                        .network(Answers.USUAL)
                        .notes())
                .isNotEmpty();
    }

    @Test
    void sizesThatDoNotFit() throws IOException {
        assertThat(refusal("--weights", LSTM, "--input", npy("x.npy", 2, 5, 4))).is(holding("cli:trace.width", 4, 3));
        assertThat(refusal("--weights", LSTM, "--input", npy("x.npy", 2, 5, 3, 1)))
                .is(holding("cli:trace.input"));
        assertThat(refusal("--weights", LSTM, "--input", npy("x.npy", 2, 0, 3))).is(holding("cli:trace.input"));
        assertThat(refusal("--weights", LSTM, "--input", npy("x.npy", 2, 5, 3), "--upstream", npy("y.npy", 5, 2, 4)))
                .is(holding("cli:trace.shape", "5 × 2 × 4", "2 × 5 × 4"));
    }

    @Test
    void filesThatAreNoneAreNamed() throws IOException {
        Path none = file("none.pt");
        assertThat(refusal("--weights", none.toString()))
                .is(saying("cli:trace.file", none, text("format:file.missing")));
        assertThat(refusal("--weights", LSTM, "--input", LSTM)).is(holding("format:npy.none"));
        assertThat(refusal("--weights", folder.toString())).is(holding("format:file.folder"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | cli:trace.source",
                "--weights a.pt --cell gru | cli:trace.source",
                "--cell gru --prefix rnn | cli:trace.beside",
                "--weights a.pt --units 3 | cli:trace.beside",
                "--cell gru --input a.npy --steps 3 | cli:trace.beside",
                "--cell gru --units 0 | cli:render.count",
                "--cell gru --steps -1 | cli:render.count",
                "--cell gru --layout NDT | cli:trace.layout",
                "--cell gru --forget-bias 1 | cli:trace.beside",
                "--cell lstm --recurrent-activation hard_sigmoid | cli:trace.beside",
                "--cell gru --merging sum | cli:trace.merging",
                "--cell gru --bidirectional --reverse | cli:trace.beside",
                "--cell gru --bidirectional --merging max | cli:convert.choice",
                "--cell gru --out a.txt | cli:trace.ending",
                "--cell gru --out /no/such/folder/a.npz | cli:render.no-folder"
            })
    void whatIsNotUnderstood(String options, String key) throws IOException {
        String[] words = options == null ? new String[0] : options.split(" ");
        assertThat(refusal(words)).is(holding(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--units 1000000",
                "--units 100000 --steps 1000000",
                "--steps 1000000 --sequences 1000000",
                "--steps 46341 --sequences 46341",
                "--inputs 1000000 --steps 1000000"
            })
    void whatDoesNotFitIntoMemory(String sizes) throws IOException {
        String[] words = ("--cell lstm " + sizes).split(" ");
        assertThat(refusal(words)).is(anyOf(holding("engine:memory"), holding("engine:memory.array")));
    }

    @Test
    void helpHasExamples() {
        StringWriter said = new StringWriter();
        assertThat(Gatescope.commandLine().setOut(new PrintWriter(said)).execute("trace", "--help"))
                .isZero();
        assertThat(said.toString()).contains("  gatescope trace --weights model.pt --input x.npy");
    }
}
