package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.text;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.Wording;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cli.WeightCases.WeightCase;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.Shortcut;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.hdf.HdfReader;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.ElementType;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.tensor.NpzWriter;
import org.gatescope.format.tensor.PlainFile;
import org.gatescope.format.tensor.SafetensorsReader;
import org.gatescope.format.weights.WeightFile;
import org.gatescope.lesson.Example;
import org.gatescope.session.Reshape;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConvertCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final StringWriter said = new StringWriter();

    private int convert(Object... arguments) {
        List<String> all = new ArrayList<>(List.of("convert"));
        Stream.of(arguments).map(String::valueOf).forEach(all::add);
        return Gatescope.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(all.toArray(String[]::new));
    }

    /** Succeeds, and leaves nothing behind. */
    private Path converted(Path from, String to, String... options) {
        Path out = folder.resolve(to);
        List<Object> all = new ArrayList<>(List.of(from, out));
        all.addAll(List.of(options));
        int status = convert(all.toArray());
        assertThat(said.toString().lines())
                .noneMatch(line -> Wording.says(line, "cli:convert.left") || Wording.says(line, "cli:convert.dense"));
        assertThat(status).as(said.toString()).isZero();
        said.getBuffer().setLength(0);
        return out;
    }

    private String refusal(Object... arguments) {
        said.getBuffer().setLength(0);
        assertThat(convert(arguments)).isEqualTo(2);
        assertThat(said.toString().lines()).hasSize(1);
        return said.toString().strip();
    }

    private Path session(Session session) throws FormatException {
        Path file = folder.resolve("x.gatescope");
        SessionFile.write(SavedSession.of(session), file);
        return file;
    }

    private static Session drawn(Network network) {
        Session zeros = Session.zeros("drawn", network, 1, 2);
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        network.parameters()
                .forEach((name, size) ->
                        parameters.put(name, new Fill.Normal(1, parameters.size()).matrix(size[0], size[1])));
        return zeros.withNumbers(numbers -> numbers.withParameters(parameters));
    }

    private static Session drawn(String cell, int inputs, int hidden, Directions directions, int layers) {
        Layer layer = new Layer(BuiltInCells.cell(cell), hidden, directions);
        return drawn(
                new Network(inputs, Stream.generate(() -> layer).limit(layers).toList(), Optional.empty()));
    }

    private Map<String, NpyArray> weights(Path file, List<String> options) {
        Path out = folder.resolve("trace.npz");
        List<String> all = new ArrayList<>(List.of("--weights", file.toString(), "--out", out.toString()));
        all.addAll(options);
        WeightCases.trace(all);
        Map<String, NpyArray> arrays = WeightCases.arrays(out);
        arrays.keySet().removeIf(name -> !name.startsWith("weight/"));
        return arrays;
    }

    private static void assertSame(Map<String, NpyArray> actual, Map<String, NpyArray> expected) {
        assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((name, array) -> {
            NpyArray other = Objects.requireNonNull(actual.get(name));
            assertThat(other.dimensions()).as(name).isEqualTo(array.dimensions());
            assertThat(other.values()).as(name).containsExactly(array.values()); // compares bits
        });
    }

    static Stream<WeightCase> cases() throws IOException {
        return WeightCases.in(WeightCases.FOLDER);
    }

    /** What was read is read again, to the bit, through each kind of file. */
    @ParameterizedTest
    @MethodSource("cases")
    void importExportImport(WeightCase weights) {
        Map<String, NpyArray> first = weights(weights.weights(), weights.options());
        List<String> options =
                weights.options().contains("--nonlinearity") ? List.of("--nonlinearity", "relu") : List.of();
        String[] told = weights.options().toArray(String[]::new);
        Path safetensors = converted(weights.weights(), "a.safetensors", withoutLayout(told));
        assertSame(weights(safetensors, options), first);
        Path npz = converted(safetensors, "b.npz", options.toArray(String[]::new));
        assertSame(weights(npz, options), first);
        if (weights.toString().contains("projected")) {
            return; // PyTorch's alone
        }
        Path onnx = converted(npz, "c.onnx", options.toArray(String[]::new));
        assertSame(weights(onnx, List.of()), first);
        Path keras = converted(onnx, "d.weights.h5");
        assertSame(weights(keras, options), first);
    }

    private static String[] withoutLayout(String... options) {
        List<String> kept = new ArrayList<>(List.of(options));
        int at = kept.indexOf("--layout");
        if (at >= 0) {
            kept.subList(at, at + 2).clear();
        }
        return kept.toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "rnn-tanh, 3, 2, FORWARD, 1",
        "rnn-relu, 1, 1, BOTH, 2",
        "lstm, 2, 3, BOTH, 3",
        "gru, 4, 2, FORWARD, 2",
        "gru, 1, 5, BOTH, 1"
    })
    void sessionsOfAllForms(String cell, int inputs, int hidden, Directions directions, int layers) throws Exception {
        Session session = drawn(cell, inputs, hidden, directions, layers);
        Path file = session(session);
        List<String> options = cell.equals("rnn-relu") ? List.of("--nonlinearity", "relu") : List.of();
        Map<String, NpyArray> read = weights(converted(file, "a.safetensors"), options);
        assertSame(weights(converted(file, "a.onnx"), List.of()), read);
        assertSame(weights(converted(file, "a.weights.h5"), options), read);
        session.numbers()
                .parameters()
                .forEach((name, table) -> assertThat(Objects.requireNonNull(read.get("weight/" + name))
                                .values())
                        .as(name)
                        .containsExactly(flat(table)));
    }

    @Test
    void aProjectionIsProjSize() throws Exception {
        Session session = drawn("lstm-projection", 3, 5, Directions.BOTH, 2);
        Path file = session(session);
        Path out = converted(file, "a.npz");
        Map<String, NpyArray> read = weights(out, List.of());
        session.numbers()
                .parameters()
                .forEach((name, table) -> assertThat(Objects.requireNonNull(read.get("weight/" + name))
                                .values())
                        .as(name)
                        .containsExactly(flat(table)));
        assertThat(refusal(file, folder.resolve("a.onnx"))).is(holding("format:export.cell"));
        assertThat(refusal(file, folder.resolve("a.weights.h5"))).is(holding("format:export.cell"));
    }

    private static double[] flat(Matrix table) {
        double[] values = new double[table.rows() * table.columns()];
        table.copyTo(values, 0, table.columns());
        return values;
    }

    /** A bias of −0 would become 0 if 0 were added to it. */
    @Test
    void extremesKeepTheirBits() throws Exception {
        Session session = drawn("lstm", 1, 2, Directions.FORWARD, 1);
        double[] extremes = {-0.0, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, 0.0};
        Session extreme = session.withNumbers(numbers -> {
            Map<String, Matrix> parameters = new LinkedHashMap<>();
            int[] next = {0};
            numbers.parameters()
                    .forEach((name, table) ->
                            parameters.put(name, table.map(number -> extremes[next[0]++ % extremes.length])));
            return numbers.withParameters(parameters);
        });
        Map<String, NpyArray> tensors = WeightCases.arrays(converted(session(extreme), "a.npz"));
        double[] biases = Objects.requireNonNull(tensors.get("bias_ih_l0")).values();
        double[] others = Objects.requireNonNull(tensors.get("bias_hh_l0")).values();
        double[] expected = Stream.of("i", "f", "g", "o")
                .flatMapToDouble(gate -> java.util.Arrays.stream(flat(
                        Objects.requireNonNull(extreme.numbers().parameters().get("0.forward.b." + gate)))))
                .toArray();
        double[] sums = new double[biases.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = biases[i] + others[i];
        }
        assertThat(sums).containsExactly(expected);
        assertThat(refusal(session(extreme), folder.resolve("b.npz"), "--dtype", "float32"))
                .is(holding("format:export.range"));
        assertThat(folder.resolve("b.npz")).doesNotExist();
    }

    /** PyTorch: rows of gates i, f, g, o; W is the transposed table. */
    @Test
    void torchPlaces() throws Exception {
        Session session = drawn("lstm", 3, 2, Directions.FORWARD, 1);
        Map<String, NpyArray> tensors = WeightCases.arrays(converted(session(session), "a.npz"));
        assertThat(tensors.keySet()).containsExactly("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0");
        NpyArray input = Objects.requireNonNull(tensors.get("weight_ih_l0"));
        assertThat(input.dimensions()).isEqualTo(Dimensions.of(8, 3));
        assertThat(input.values()[3 * (2 * 3 + 1) + 2]) // gate o, unit 1, input 2
                .isEqualTo(Objects.requireNonNull(session.numbers().parameters().get("0.forward.Wx.o"))
                        .get(2, 1));
        assertThat(Objects.requireNonNull(tensors.get("bias_hh_l0")).values()).containsOnly(0);
    }

    /** Keras: columns of gates z, r, h; a GRU's second row of biases is of the product with the state. */
    @Test
    void kerasPlaces() throws Exception {
        Session session = drawn("gru", 3, 2, Directions.BOTH, 2);
        Map<String, NpyArray> variables = WeightCases.arrays(converted(session(session), "a.npz", "--names", "keras"));
        assertThat(variables.keySet())
                .startsWith(
                        "bidirectional/forward_gru/gru_cell/kernel",
                        "bidirectional/forward_gru/gru_cell/recurrent_kernel",
                        "bidirectional/forward_gru/gru_cell/bias",
                        "bidirectional/backward_gru/gru_cell/kernel")
                .endsWith("bidirectional_1/backward_gru_1/gru_cell/bias");
        Map<String, Matrix> parameters = session.numbers().parameters();
        NpyArray kernel = Objects.requireNonNull(variables.get("bidirectional/forward_gru/gru_cell/kernel"));
        assertThat(kernel.dimensions()).isEqualTo(Dimensions.of(3, 6));
        assertThat(kernel.values()[2 * 6 + 0])
                .isEqualTo(
                        Objects.requireNonNull(parameters.get("0.forward.Wx.z")).get(2, 0));
        assertThat(kernel.values()[2 * 6 + 3])
                .isEqualTo(
                        Objects.requireNonNull(parameters.get("0.forward.Wx.r")).get(2, 1));
        NpyArray bias = Objects.requireNonNull(variables.get("bidirectional_1/backward_gru_1/gru_cell/bias"));
        assertThat(bias.dimensions()).isEqualTo(Dimensions.of(2, 6));
        assertThat(bias.values()[4])
                .isEqualTo(
                        Objects.requireNonNull(parameters.get("1.backward.b.n")).get(0, 0));
        assertThat(bias.values()[6 + 5])
                .isEqualTo(Objects.requireNonNull(parameters.get("1.backward.bh.n"))
                        .get(0, 1));
        assertThat(bias.values()[6]).isZero();
    }

    /** Keras 3 counts the layers of a kind that stand in the model itself, not those within Bidirectional. */
    @Test
    void kerasPlacesInAFileOfItsOwn() throws Exception {
        Cell gru = BuiltInCells.cell("gru-reset-before");
        Network network = new Network(
                7,
                Optional.of(new Embedding(2)),
                List.of(
                        new Layer(gru, 3, Directions.BOTH),
                        new Layer(gru, 2, Directions.FORWARD),
                        new Layer(gru, 2, Directions.BOTH),
                        new Layer(gru, 5, Directions.FORWARD)),
                Optional.of(new ReadOut(4, true, ReadOut.Activation.IDENTITY)));
        Network bare = new Network(network.inputs(), network.embedding(), network.layers(), Optional.empty());
        Session session =
                Reshape.withReadOut(drawn(bare), network.readOut()).change().session();
        Path file = converted(session(session), "a.weights.h5", "--dtype", "float32");
        List<NamedTensor> tensors = HdfReader.read(PlainFile.whole(file)).tensors();
        assertThat(tensors)
                .extracting(NamedTensor::name, tensor -> tensor.dimensions().toString())
                .contains(
                        tuple("layers/embedding/vars/0", Dimensions.of(7, 2).toString()),
                        tuple(
                                "layers/bidirectional/forward_layer/cell/vars/0",
                                Dimensions.of(2, 9).toString()),
                        tuple(
                                "layers/bidirectional/backward_layer/cell/vars/1",
                                Dimensions.of(3, 9).toString()),
                        tuple("layers/gru/cell/vars/0", Dimensions.of(6, 6).toString()),
                        tuple(
                                "layers/bidirectional_1/backward_layer/cell/vars/2",
                                Dimensions.of(6).toString()),
                        tuple("layers/gru_1/cell/vars/2", Dimensions.of(15).toString()),
                        tuple("layers/dense/vars/0", Dimensions.of(5, 4).toString()),
                        tuple("layers/dense/vars/1", Dimensions.of(4).toString()));
        assertThat(tensors).hasSize(1 + 3 * 6 + 2).allMatch(tensor -> tensor.type() == ElementType.F32);
    }

    /** In the names of its own any network can be written; in both kinds of file. */
    @Test
    void ownNames() throws Exception {
        Session session = Example.THREE_SENTENCES.session();
        Path file = session(session);
        Map<String, NpyArray> arrays = WeightCases.arrays(converted(file, "a.npz", "--names", "gatescope"));
        assertThat(arrays.keySet())
                .containsExactlyElementsOf(session.network().parameters().keySet());
        assertThat(Objects.requireNonNull(arrays.get("dense.b")).dimensions().depth())
                .isEqualTo(1);
        List<NamedTensor> tensors =
                SafetensorsReader.read(converted(file, "a.safetensors", "--names", "gatescope", "--dtype", "float32"));
        for (NamedTensor tensor : tensors) {
            double[] rounded =
                    Objects.requireNonNull(arrays.get(tensor.name())).values().clone();
            for (int i = 0; i < rounded.length; i++) {
                rounded[i] = (float) rounded[i];
            }
            assertThat(tensor.values()).containsExactly(rounded);
        }
    }

    /** They are read again to the bit, equations and directions too, whichever they are. */
    @ParameterizedTest
    @CsvSource({
        "rnn-relu, BOTH, 2",
        "lstm, BOTH, 3",
        "lstm, TIED, 2",
        "lstm-no-input-activation, FORWARD, 1",
        "lstm-peephole, FORWARD, 2",
        "lstm-projection, BOTH, 2",
        "rnn-low-rank, FORWARD, 2",
        "gru, FORWARD, 1",
        "gru-reset-before, BOTH, 1"
    })
    void ownNamesAreReadAgain(String cell, Directions directions, int layers) throws Exception {
        Session session = drawn(cell, 3, 2, directions, layers);
        Path first = converted(session(session), "a.npz", "--names", "gatescope");
        Path second = converted(first, "b.safetensors", "--names", "gatescope");
        for (Path own : List.of(first, second, converted(second, "c.npz", "--names", "gatescope"))) {
            FoundNetwork found = WeightFile.read(own).chosen(Optional.empty()).network(Answers.USUAL);
            assertThat(found.network().layers()).isEqualTo(session.network().layers());
            found.parameters()
                    .forEach((name, table) -> assertThat(flat(table))
                            .as(name)
                            .containsExactly(flat(Objects.requireNonNull(
                                    session.numbers().parameters().get(name)))));
        }
        assertThat(refusal(first, folder.resolve("d.npz"), "--nonlinearity", "relu"))
                .is(holding("format:own.answers", 0));
    }

    @ParameterizedTest
    @EnumSource
    void ownNamesSayWhatIsCarriedPastALayer(Shortcut shortcut) throws Exception {
        Layer layer = new Layer(BuiltInCells.cell("gru"), 3, Directions.FORWARD).withShortcut(shortcut);
        Path session = session(drawn(new Network(3, List.of(layer), Optional.empty())));
        for (String name : List.of("a.npz", "a.safetensors")) {
            Path own = converted(session, name, "--names", "gatescope");
            assertThat(WeightFile.read(own)
                            .chosen(Optional.empty())
                            .network(Answers.USUAL)
                            .network()
                            .layers())
                    .containsExactly(layer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ownNamesSayHowDirectionsAreMerged(Merging merging) throws Exception {
        Layer layer = new Layer(BuiltInCells.cell("gru"), 2, Directions.BOTH, merging);
        Path session = session(drawn(new Network(3, List.of(layer), Optional.empty())));
        for (String name : List.of("a.npz", "a.safetensors")) {
            Path own = converted(session, name, "--names", "gatescope");
            assertThat(WeightFile.read(own)
                            .chosen(Optional.empty())
                            .network(Answers.USUAL)
                            .network()
                            .layers())
                    .containsExactly(layer);
        }
    }

    @Test
    void aLayerThatReadsInReverseAloneKeepsItsDirection() throws Exception {
        Layer layer = new Layer(BuiltInCells.cell("lstm"), 2, Directions.REVERSE);
        Path session = session(drawn(new Network(3, List.of(layer), Optional.empty())));
        Path own = converted(session, "a.npz", "--names", "gatescope");
        assertThat(WeightFile.read(own)
                        .chosen(Optional.empty())
                        .network(Answers.USUAL)
                        .network()
                        .layers())
                .containsExactly(layer);
    }

    /** Python reads the equations where NumPy and Hugging Face keep texts. */
    @Test
    void ownEquationsAreAsOthersKeepTexts() throws Exception {
        Cell cell = Cell.parse("# Ünïts 𝔥\nstate h\nh' = tanh(x @ W + h @ U)");
        Path session = session(drawn(new Network(1, List.of(new Layer(cell, 2, Directions.TIED)), Optional.empty())));
        Path npz = converted(session, "a.npz", "--names", "gatescope");
        Path safetensors = converted(session, "a.safetensors", "--names", "gatescope");
        for (Path own : List.of(npz, safetensors)) {
            assertThat(WeightFile.read(own)
                            .chosen(Optional.empty())
                            .network(Answers.USUAL)
                            .network()
                            .layers())
                    .containsExactly(new Layer(cell, 2, Directions.TIED));
        }
        assumeTrue(TraceWeightsTest.python("-c", "import numpy") == 0);
        String program = """
                import json, numpy, sys
                arrays = numpy.load(sys.argv[1])
                raw = open(sys.argv[2], "rb").read()
                texts = json.loads(raw[8:8 + int.from_bytes(raw[:8], "little")])["__metadata__"]
                for texts in (texts, {name: arrays[name].item() for name in ("0.cell", "0.directions")}):
                    assert texts["0.cell"] == sys.argv[3] and texts["0.directions"] == "tied", texts
                """;
        assertThat(TraceWeightsTest.python("-c", program, npz.toString(), safetensors.toString(), cell.source()))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state h; h' = tanh(x @ V + h @ U) | but its tables are",
                "state h; h' = tanh(x @ W + h @ U + b) | but its tables are",
                "state h; h' = tanh(x @@ W + h @ U) | are broken in line",
                "'' | are broken in line",
                "state h; h' = tanh(x @ U + h @ W) | expected"
            })
    void equationsThatDoNotGoWithTheTables(String source, String sentence) throws Exception {
        Path lying = folder.resolve("lying.npz");
        try (NpzWriter npz = new NpzWriter(Files.newOutputStream(lying))) {
            npz.add("0.forward.W", drawn(3, 2));
            npz.add("0.forward.U", drawn(2, 2));
            npz.add("0.cell", source.replace("; ", "\n"));
        }
        FormatException refused = catchThrowableOfType(
                FormatException.class,
                () -> WeightFile.read(lying).chosen(Optional.empty()).network(Answers.USUAL));
        assertThat(refused).hasMessageContaining(sentence);
    }

    @Test
    void ownNamesWithEmbeddingAndReadOut() throws Exception {
        Path own = converted(session(Example.THREE_SENTENCES.session()), "a.npz", "--names", "gatescope");
        assertSame(WeightCases.arrays(converted(own, "b.npz", "--names", "gatescope")), WeightCases.arrays(own));
    }

    /** As they were written before the equations stood beside them. */
    @Test
    void ownNamesAlone() throws Exception {
        Path own = folder.resolve("own.npz");
        try (NpzWriter npz = new NpzWriter(Files.newOutputStream(own))) {
            npz.add("0.forward.W", drawn(1, 1));
            npz.add("0.forward.U", drawn(1, 1));
        }
        assertThat(refusal(own, folder.resolve("b.npz"))).is(holding("format:own.cell", 0, "W, U"));
    }

    /** A tagger: embedding, LSTM and dense layer under names of its own. */
    @Test
    void whatStandsBesideTheNetworkGoesAlong() {
        Path tagger = WeightCases.FOLDER.resolve("tagger/tagger.pt");
        assertThat(refusal(tagger, folder.resolve("a.npz"))).is(holding("format:found.several", 2));
        said.getBuffer().setLength(0);
        assertThat(convert(tagger, folder.resolve("a.npz"), "--prefix", "module.context"))
                .isZero();
        assertThat(said.toString()).contains("module.summary.weight_hh_l0");
        said.getBuffer().setLength(0);
        Path out = folder.resolve("a.npz");
        Map<String, NpyArray> arrays = WeightCases.arrays(out);
        assertThat(arrays).containsKeys("embedding.weight", "rnn.weight_ih_l0", "dense.weight", "dense.bias");
        assertSame(WeightCases.arrays(converted(out, "b.npz")), arrays);
    }

    @Test
    void amongSeveralDenseLayersOneIsChosenByName() throws Exception {
        Path two = folder.resolve("two.npz");
        try (NpzWriter npz = new NpzWriter(Files.newOutputStream(two))) {
            npz.add("rnn.weight_ih_l0", drawn(8, 3));
            npz.add("rnn.weight_hh_l0", drawn(8, 2));
            npz.add("out.weight", drawn(5, 2));
            npz.add("out.bias", new NpyArray(Dimensions.of(5), new double[] {1, 2, 3, 4, 5}));
            npz.add("value.weight", drawn(1, 2));
        }
        Path out = folder.resolve("a.npz");
        assertThat(convert(two, out)).isZero();
        assertThat(said.toString()).is(holding("cli:convert.dense", "out.weight, value.weight"));
        assertThat(WeightCases.arrays(out)).doesNotContainKey("dense.weight");
        said.getBuffer().setLength(0);
        assertThat(convert(two, out, "--dense", "out")).isZero();
        assertThat(said.toString()).is(holding("cli:convert.left", "value.weight"));
        assertThat(Objects.requireNonNull(WeightCases.arrays(out).get("dense.bias"))
                        .values())
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(refusal(two, out, "--dense", "ou")).contains("out.weight, value.weight");
        said.getBuffer().setLength(0);
        assertThat(convert(two, out, "--dense", "value.weight")).isZero();
        assertThat(Objects.requireNonNull(WeightCases.arrays(out).get("dense.weight"))
                        .dimensions())
                .isEqualTo(Dimensions.of(1, 2));
        assertThat(refusal(session(Example.SMALL_SEQUENCE.session()), out, "--dense", "out"))
                .contains("--dense");
    }

    private static NpyArray drawn(int rows, int columns) {
        return new NpyArray(Dimensions.of(rows, columns), flat(new Fill.Normal(1, rows).matrix(rows, columns)));
    }

    @Test
    void whatOthersDoNotHaveIsRefusedByName() throws Exception {
        Path out = folder.resolve("a.npz");
        Path peephole = session(drawn("lstm-peephole", 1, 1, Directions.FORWARD, 1));
        assertThat(refusal(peephole, out)).is(holding("format:export.cell", "PyTorch", 0));
        assertThat(refusal(peephole, out, "--names", "keras")).is(holding("format:export.cell", "Keras", 0));
        said.getBuffer().setLength(0);
        converted(peephole, "b.npz", "--names", "gatescope");
        said.getBuffer().setLength(0);
        Path before = session(drawn("gru-reset-before", 1, 1, Directions.FORWARD, 1));
        assertThat(refusal(before, out)).is(holding("format:export.cell", "PyTorch", 0));
        said.getBuffer().setLength(0);
        converted(before, "c.npz", "--names", "keras");
        assertThat(refusal(session(drawn("lstm", 1, 1, Directions.TIED, 1)), out))
                .is(holding("format:export.tied", "PyTorch", 0));
        Layer lstm = new Layer(BuiltInCells.cell("lstm"), 2, Directions.FORWARD);
        Layer wider = new Layer(lstm.cell(), 3, Directions.BOTH);
        Path uneven = session(drawn(new Network(1, List.of(lstm, wider), Optional.empty())));
        assertThat(refusal(uneven, out)).is(holding("format:export.layers", "PyTorch", 1));
        said.getBuffer().setLength(0);
        converted(uneven, "d.npz", "--names", "keras");
        Cell untitled = Cell.parse("state h\nh' = tanh(x @ W + h @ U)");
        Path own =
                session(drawn(new Network(1, List.of(new Layer(untitled, 1, Directions.FORWARD)), Optional.empty())));
        assertThat(refusal(own, out)).contains("h' = tanh(x @ W + h @ U)");
        assertThat(out).doesNotExist();
    }

    /** An LSTM that somebody wrote anew under another title is one all the same. */
    @Test
    void aCellIsToldByItsEquations() throws Exception {
        String text = BuiltInCells.text("lstm").orElseThrow().replaceFirst("#.*", "# Mine");
        Layer layer = new Layer(Cell.parse(text), 2, Directions.FORWARD);
        assertThat(WeightCases.arrays(
                        converted(session(drawn(new Network(1, List.of(layer), Optional.empty()))), "a.npz")))
                .containsKey("weight_hh_l0");
    }

    @Test
    void whatIsNotUnderstood() throws Exception {
        Path file = session(Example.SMALL_SEQUENCE.session());
        assertThat(refusal(file, folder.resolve("a.txt"))).is(holding("cli:convert.ending"));
        assertThat(refusal(file, folder.resolve("a.npz"), "--names", "caffe"))
                .is(holding("cli:convert.choice", "--names", "caffe"));
        assertThat(refusal(file, folder.resolve("a.onnx"), "--names", "keras"))
                .is(holding("cli:trace.beside", "--names", ".onnx"));
        assertThat(refusal(file, folder.resolve("a.weights.h5"), "--names", "torch"))
                .is(holding("cli:trace.beside", "--names", ".weights.h5"));
        assertThat(refusal(file, folder.resolve("a.npz"), "--dtype", "int8"))
                .is(holding("cli:convert.choice", "--dtype", "int8"));
        assertThat(refusal(file, folder.resolve("no/a.npz"))).is(holding("cli:render.no-folder"));
        assertThat(refusal(folder.resolve("none.pt"), folder.resolve("a.npz"))).contains(text("format:file.missing"));
        assertThat(refusal(Files.writeString(file, "{}"), folder.resolve("a.npz")))
                .contains("x.gatescope");
    }
}
