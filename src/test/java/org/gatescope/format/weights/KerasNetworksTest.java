package org.gatescope.format.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatescope.Wording.saying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Dropout;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Merging;
import org.gatescope.engine.Network;
import org.gatescope.engine.ReadOut.Activation;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.found.Maker;
import org.gatescope.format.found.Unstated;
import org.gatescope.format.found.Unstated.Subject;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.NpyArray;
import org.gatescope.format.tensor.NpzWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keras’s layouts by name and size, and what its files say; what they compute to is held against its equations elsewhere. */
@Execution(ExecutionMode.CONCURRENT)
class KerasNetworksTest {
    private static final Path SAVED = Path.of("src/test/resources/weights/keras");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** What a layer that goes backwards puts out is turned around, so that one on it reads in that order, too. */
    @ParameterizedTest
    @CsvSource({"backwards, REVERSE", "backwards-below, REVERSE REVERSE", "backwards-twice, REVERSE FORWARD"})
    void layersThatGoBackwardsAreReadInReverse(String file, String directions) throws FormatException {
        FoundNetwork found = WeightFile.read(SAVED.resolve(file + ".h5"))
                .chosen(Optional.empty())
                .network(Answers.USUAL);
        assertThat(found.network().layers())
                .extracting(layer -> layer.directions().name())
                .containsExactly(directions.split(" "));
        assertThat(found.network().parameters().keySet())
                .isEqualTo(found.stored().keySet())
                .contains("0.backward.Wx.i");
        assertThat(found.notes()).anySatisfy(note -> assertThat(note).is(saying("format:keras.note.backwards")));
    }

    /** @param tables as {@code name:rows x columns}, with numbers that count from 0, and spaces in between */
    private WeightFile file(String tables) throws IOException, FormatException {
        Path file = folder.resolve("a.npz");
        try (NpzWriter out = new NpzWriter(Files.newOutputStream(file))) {
            for (String table : tables.split(" +")) {
                int colon = table.lastIndexOf(':');
                Dimensions dimensions =
                        Dimensions.of(Arrays.stream(table.substring(colon + 1).split("x"))
                                .map(Integer::valueOf)
                                .toArray(Integer[]::new));
                double[] values =
                        IntStream.range(0, dimensions.count()).asDoubleStream().toArray();
                out.add(table.substring(0, colon), new NpyArray(dimensions, values));
            }
        }
        return WeightFile.read(file);
    }

    private FoundNetwork found(String tables) throws IOException, FormatException {
        return file(tables).chosen(Optional.empty()).network(Answers.USUAL);
    }

    private static Candidate saved(String name) throws FormatException {
        return WeightFile.read(SAVED.resolve(name)).chosen(Optional.empty());
    }

    private static String notes(String name) throws FormatException {
        return String.join("\n", saved(name).network(Answers.USUAL).notes());
    }

    @Test
    void blocksOfColumnsBecomeGates() throws IOException, FormatException {
        FoundNetwork lstm = found("kernel:2x4 recurrent_kernel:1x4 bias:4");
        assertThat(lstm.parameters())
                .containsEntry("0.forward.Wx.i", Matrix.of(new double[][] {{0}, {4}}))
                .containsEntry("0.forward.Wx.f", Matrix.of(new double[][] {{1}, {5}}))
                .containsEntry("0.forward.Wx.g", Matrix.of(new double[][] {{2}, {6}}))
                .containsEntry("0.forward.Wh.o", Matrix.row(3))
                .containsEntry("0.forward.b.o", Matrix.row(3));
        assertThat(lstm.notes()).contains("Blocks of columns i f g o (Keras’s i f c o).");
        FoundNetwork gru = found("kernel:2x3 recurrent_kernel:1x3 bias:2x3");
        assertThat(gru.parameters())
                .containsEntry("0.forward.Wx.z", Matrix.of(new double[][] {{0}, {3}}))
                .containsEntry("0.forward.b.r", Matrix.row(5))
                .containsEntry("0.forward.b.n", Matrix.row(2))
                .containsEntry("0.forward.bh.n", Matrix.row(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kernel:3x2 recurrent_kernel:2x2 | rnn-tanh",
                "kernel:3x6 recurrent_kernel:2x6 bias:6 | gru-reset-before",
                "kernel:3x6 recurrent_kernel:2x6 bias:2x6 | gru",
                "kernel:3x6 recurrent_kernel:2x6 bias:12 | gru",
                "kernel:3x8 recurrent_kernel:2x8 bias:16 | lstm",
                "lstm/kernel:3x8 lstm/recurrent_kernel:2x8 lstm_1/kernel:2x4 lstm_1/recurrent_kernel:1x4 | lstm lstm",
                "b/forward_x/kernel:3x2 b/forward_x/recurrent_kernel:2x2 b/backward_x/kernel:3x2"
                        + " b/backward_x/recurrent_kernel:2x2 b_1/forward_y/kernel:4x2 b_1/forward_y/recurrent_kernel:2x2"
                        + " b_1/backward_y/kernel:4x2 b_1/backward_y/recurrent_kernel:2x2 | rnn-tanh rnn-tanh",
                "g_1_W:2x6 g_1_U:2x6 g_1_b:6 | gru-reset-before",
                "lstm/lstm_cell/kernel:3x8 lstm/lstm_cell/recurrent_kernel:2x8 lstm/lstm_cell/bias:8"
                        + " gru/gru_cell/kernel:2x6 gru/gru_cell/recurrent_kernel:2x6 gru/gru_cell/bias:2x6 | lstm gru",
                "lstm_1/kernel:2x8 lstm_1/recurrent_kernel:2x8 lstm/kernel:3x8 lstm/recurrent_kernel:2x8 | lstm lstm",
                "layers/lstm/cell/vars/0:3x8 layers/lstm/cell/vars/1:2x8 layers/lstm/cell/vars/2:8"
                        + " layers/dense/vars/0:2x5 layers/dense/vars/1:5 | lstm"
            })
    void namesAndSizesTellTheKind(String tables, String cells) throws IOException, FormatException {
        FoundNetwork found = found(tables);
        assertThat(found.network().layers().stream()
                        .map(layer -> BuiltInCells.nameOf(layer.cell()).orElse("another"))
                        .toList())
                .isEqualTo(List.of(cells.split(" ")));
        assertThat(found.parameters().keySet())
                .hasSameElementsAs(found.network().parameters().keySet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lstm/kernel:3x8 lstm/recurrent_kernel:2x8 lstm_1/kernel:3x8 lstm_1/recurrent_kernel:2x8 | found.several | 2",
                "lstm/recurrent_kernel:2x8 | keras.missing | lstm/",
                "kernel:3x8 recurrent_kernel:2x10 | torch.size | kernel",
                "kernel:3x10 recurrent_kernel:2x10 | keras.gates | recurrent_kernel",
                "kernel:3x8 recurrent_kernel:2x8 bias:9 | torch.size | bias",
                "kernel:3x6 recurrent_kernel:2x6 bias:3x4 | torch.size | bias",
                "kernel:3x0 recurrent_kernel:0x0 | torch.empty | recurrent_kernel",
                "kernel:0x8 recurrent_kernel:2x8 | torch.empty | kernel",
                "kernel:8 recurrent_kernel:2x8 | torch.depth | kernel",
                "kernel:3x3x1x8 recurrent_kernel:3x3x2x8 bias:8 | keras.convolution | kernel",
                "l_1_W_i:3x2 l_1_U_i:2x2 l_1_b_i:2 | keras.missing | l_1_",
                "b/forward_x/kernel:3x2 b/forward_x/recurrent_kernel:2x2 b/backward_x/kernel:3x3"
                        + " b/backward_x/recurrent_kernel:3x3 | torch.directions | b/backward_x/",
                "b/backward_x/kernel:3x2 b/backward_x/recurrent_kernel:2x2 | keras.halves | b/",
                "c/kernel:3x8 c/recurrent_kernel:2x8 c/peephole:2 | keras.more | c/peephole",
                "a/cell/vars/0:3x8 a/cell/vars/1:2x8 a/cell/vars/2:8 a/cell/vars/3:2 | keras.more | a/cell/vars/3"
            })
    void whatCannotBeTakenIsNamed(String tables, String key, String name) {
        FormatException refusal = catchThrowableOfType(FormatException.class, () -> found(tables));
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.getMessage())
                .is(saying("format:" + key, key.equals("found.several") ? Integer.valueOf(name) : name));
    }

    @ParameterizedTest
    @CsvSource({
        "lstm-2.2-weights.h5, hard_sigmoid, keras.recurrent.old",
        "first-gru.h5, hard_sigmoid, keras.recurrent.old",
        "gru-before.h5, hard_sigmoid, keras.recurrent.old",
        "gru-after.h5, sigmoid, keras.recurrent.tensorflow",
        "stack-weights.h5, sigmoid, keras.recurrent",
        "third-own.weights.h5, sigmoid, keras.recurrent",
        "named-lstm.npz, sigmoid, keras.recurrent"
    })
    void whatTheFileDoesNotSayIsAsked(String name, String usual, String reason) throws FormatException {
        List<Unstated> unstated = saved(name).unstated();
        assertThat(unstated)
                .extracting(Unstated::subject)
                .containsExactly(Subject.ACTIVATION, Subject.RECURRENT_ACTIVATION);
        assertThat(unstated.getLast().usual()).isEqualTo(usual);
        assertThat(unstated.getLast().reason()).is(saying("format:" + reason));
    }

    @ParameterizedTest
    @CsvSource({"lstm.h5", "cudnn-lstm.h5", "cudnn-gru.h5", "third-lstm.keras", "first-lstm.h5", "both.h5"})
    void whatItSaysIsNotAsked(String name) throws FormatException {
        assertThat(saved(name).unstated()).isEmpty();
        assertThat(saved(name).maker()).isEqualTo(Maker.KERAS);
    }

    @Test
    void anAnswerCounts() throws FormatException {
        Answers answers = Answers.USUAL
                .withActivation("relu")
                .withRecurrentActivation("hard_sigmoid_6")
                .withForgetBias(1);
        FoundNetwork network = saved("named-lstm.npz").network(answers);
        assertThat(network.network().layers().getFirst().cell().source())
                .contains("f  = hard_sigmoid_6(", "g  = relu(");
        FoundNetwork usual = saved("named-lstm.npz").network(Answers.USUAL);
        assertThat(network.parameters().get("0.forward.b.f"))
                .isEqualTo(Objects.requireNonNull(usual.parameters().get("0.forward.b.f"))
                        .map(bias -> bias + 1));
    }

    /** Without biases nothing tells the two GRUs of Keras apart but its version. */
    @ParameterizedTest
    @CsvSource({
        "'', kernel:3x6 recurrent_kernel:2x6, true, keras.reset",
        "gru-bare-weights.h5, '', true, keras.reset",
        "'', layers/gru/cell/vars/0:3x6 layers/gru/cell/vars/1:2x6, true, keras.reset"
    })
    void whereTheResetGateActsIsAsked(String name, String tables, String usual, String reason) throws Exception {
        Candidate gru = name.isEmpty() ? file(tables).chosen(Optional.empty()) : saved(name);
        Unstated asked = gru.unstated().getLast();
        assertThat(asked.subject()).isEqualTo(Subject.RESET_AFTER);
        assertThat(asked.usual()).isEqualTo(usual);
        assertThat(asked.reason()).is(saying("format:" + reason));
        assertThat(cell(gru, Answers.USUAL)).isEqualTo("gru");
        assertThat(cell(gru, Answers.USUAL.withResetAfter(true))).isEqualTo("gru");
        assertThat(cell(gru, Answers.USUAL.withResetAfter(false))).isEqualTo("gru-reset-before");
    }

    /** What biases or a description say is not asked, and another answer does not count. */
    @Test
    void whereItIsKnownNobodyIsAsked() throws Exception {
        Candidate biased = file("kernel:3x6 recurrent_kernel:2x6 bias:6").chosen(Optional.empty());
        assertThat(biased.unstated()).extracting(Unstated::subject).doesNotContain(Subject.RESET_AFTER);
        assertThat(cell(biased, Answers.USUAL.withResetAfter(true))).isEqualTo("gru-reset-before");
        assertThat(saved("gru-bare-before.h5").unstated()).isEmpty();
    }

    private static String cell(Candidate candidate, Answers answers) throws FormatException {
        return BuiltInCells.nameOf(
                        candidate.network(answers).network().layers().getFirst().cell())
                .orElse("another");
    }

    @ParameterizedTest
    @CsvSource({"sum, SUM", "mul, PRODUCT", "ave, AVERAGE"})
    void directionsAreMergedAsTheFileSays(String mode, Merging merging) throws FormatException {
        Network network = saved("both-" + mode + ".h5").network(Answers.USUAL).network();
        assertThat(network.layers().getFirst().merging()).isEqualTo(merging);
        assertThat(network.width()).isEqualTo(network.layers().getFirst().hidden());
    }

    /** A model that is opened is evaluated. */
    @Test
    void whatLayersDropIsAsTheFileSaysAndSwitchedOff() throws FormatException {
        FoundNetwork found = saved("dropout.h5").network(Answers.USUAL);
        assertThat(found.network().layers())
                .extracting(Layer::dropout)
                .containsExactly(new Dropout(0.25, true), Dropout.NONE);
        ImportedModel model = new ImportedModel(found, Optional.empty(), Optional.empty(), Activation.IDENTITY);
        assertThat(model.session("").numbers().dropout().isOn()).isFalse();
        assertThat(model.session("").numbers().dropout().factors()).containsOnlyKeys(0);
    }

    @Test
    void notesTellWhatWasDone() throws FormatException {
        assertThat(notes("first-gru.h5")).contains("z r n (Keras’s z r h)", "reset_after=False");
        assertThat(notes("cudnn-lstm.h5")).contains("cuDNN");
        assertThat(notes("both.h5")).contains("bidirectional_1", "masked");
        assertThat(notes("lstm.h5")).contains("masked");
        assertThat(notes("first-both.h5")).contains("side by side");
        assertThat(notes("gru-bare-after.h5")).contains("they are zero");
    }

    @Test
    void layersOfAModelAreChosenAmong() throws FormatException, IOException {
        WeightFile several = file(
                "encoder/kernel:3x8 encoder/recurrent_kernel:2x8 decoder/kernel:3x8" + " decoder/recurrent_kernel:2x8");
        assertThat(several.chosen(Optional.of("decoder")).prefix()).isEqualTo("decoder/");
    }
}
