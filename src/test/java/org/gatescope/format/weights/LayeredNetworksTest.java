package org.gatescope.format.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatescope.Wording.saying;
import static org.gatescope.Wording.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.found.Maker;
import org.gatescope.format.found.Unstated;
import org.gatescope.format.found.Unstated.Subject;
import org.gatescope.format.tensor.HostileBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What paths say and what they leave open; what the cells compute to is held against their libraries' equations elsewhere. */
@Execution(ExecutionMode.CONCURRENT)
class LayeredNetworksTest {
    /** A TensorFlow LSTM of 3 inputs and 2 units, and one of 2 inputs. */
    private static final String LOWER = "%1$slstm_cell/kernel:5x8 %1$slstm_cell/bias:8 ";

    private static final String UPPER = "%1$slstm_cell/kernel:4x8 %1$slstm_cell/bias:8 ";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private WeightFile file(String tables) throws IOException, FormatException {
        return WeightFile.read(WeightTables.write(folder.resolve("a.npz"), tables.split(" +")));
    }

    private Candidate only(String tables) throws IOException, FormatException {
        return file(tables).chosen(Optional.empty());
    }

    private FoundNetwork found(String tables) throws IOException, FormatException {
        return only(tables).network(Answers.USUAL);
    }

    private List<String> prefixes(String tables) throws IOException, FormatException {
        return file(tables).candidates().stream().map(Candidate::prefix).toList();
    }

    private String refusal(String tables) {
        return String.valueOf(
                catchThrowableOfType(FormatException.class, () -> found(tables)).getMessage());
    }

    @Test
    void tensorFlowsGatesAreInTheOrderIJFO() throws IOException, FormatException {
        Map<String, Matrix> parameters =
                found("lstm_cell/kernel:2x4 lstm_cell/bias:4").parameters();
        assertThat(parameters)
                .containsEntry("0.forward.Wx.i", Matrix.row(0))
                .containsEntry("0.forward.Wx.g", Matrix.row(1))
                .containsEntry("0.forward.Wx.f", Matrix.row(2))
                .containsEntry("0.forward.Wh.o", Matrix.row(7))
                .as("2, and 1 when it is run")
                .containsEntry("0.forward.b.f", Matrix.row(3));
    }

    @Test
    void theForgetBiasIsAskedFor() throws IOException, FormatException {
        Candidate lstm = only(LOWER.formatted("rnn/"));
        assertThat(lstm.maker()).isEqualTo(Maker.TENSORFLOW);
        assertThat(lstm.unstated())
                .singleElement()
                .returns(Subject.FORGET_BIAS, Unstated::subject)
                .returns("1", Unstated::usual);
        Answers none = Answers.USUAL.withForgetBias(0);
        assertThat(lstm.network(none).parameters()).containsEntry("0.forward.b.f", Matrix.row(4, 5));
        assertThat(only("cudnn_compatible_lstm_cell/kernel:5x8 cudnn_compatible_lstm_cell/bias:8")
                        .unstated())
                .singleElement()
                .returns("0", Unstated::usual);
    }

    @Test
    void whatWasFoundIsSaid() throws IOException, FormatException {
        assertThat(found(LOWER.formatted("rnn/")).notes())
                .containsExactly(
                        text("format:tensorflow.lstm", "rnn/lstm_cell/kernel", 3), text("format:found.forget", 1));
        assertThat(found(LOWER.formatted("cell_0/") + UPPER.formatted("cell_1/"))
                        .notes())
                .first()
                .isEqualTo(text("format:layered.stack", 2, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "basic_lstm_cell/",
                "a/b/lstm_cell_1/",
                "lstm/",
                "encoder_lstm/",
                "LSTMCell/",
                "BasicLSTMCell/",
                "lstm_cell_layer_0/",
                "lstm_fused_cell/"
            })
    void namesOfLstms(String name) throws IOException, FormatException {
        assertThat(prefixes(name + "kernel:5x8 " + name + "bias:8")).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dense/", "lstm_projection/", "lstm/dense/", "lstms/", ""})
    void aKernelOfAnotherNameIsNoLstm(String name) throws IOException, FormatException {
        assertThat(prefixes(name + "kernel:5x8 " + name + "bias:8")).isEmpty();
    }

    @Test
    void kerasNamesAreNotTensorFlows() throws IOException, FormatException {
        assertThat(file("lstm/kernel:3x8 lstm/recurrent_kernel:2x8 lstm/bias:8").candidates())
                .noneMatch(candidate -> candidate.maker() == Maker.TENSORFLOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rnn/lstm_cell/kernel:4x8 rnn/lstm_cell/bias:8 rnn/lstm_cell/projection/kernel:2x1 |"
                        + " tensorflow.projection | rnn/lstm_cell/",
                "lm/LSTMCell/W_0:4x8 lm/LSTMCell/B:8 lm/LSTMCell/W_P_0:2x1 | tensorflow.elmo | lm/LSTMCell/",
                "a_lstm_cell/kernel:5x8 a_lstm_cell/input/gamma:2 a_lstm_cell/forget/gamma:2 | tensorflow.norm |"
                        + " a_lstm_cell/",
                "lstm_cell/kernel:5x8 | torch.missing | lstm_cell/bias",
                "lstm_cell/kernel:5x8 lstm_cell/bias:7 | torch.size | lstm_cell/bias",
                "lstm_cell/kernel:5x6 lstm_cell/bias:6 | tensorflow.gates | lstm_cell/kernel",
                "lstm_cell/kernel:2x8 lstm_cell/bias:8 | tensorflow.gates | lstm_cell/kernel",
                "lstm_cell/kernel:5x8x1 lstm_cell/bias:8 | torch.depth | lstm_cell/kernel",
                "lstm_cell/kernel:0x0 lstm_cell/bias:0 | torch.empty | lstm_cell/kernel",
                "lstm_cell/kernel:5x8 lstm_cell/bias:8 lstm_cell/w_f_diag:2 | torch.missing | lstm_cell/w_i_diag",
                "gates/kernel:5x4 gates/bias:4 candidate/kernel:5x2 | torch.missing | candidate/bias",
                "gates/kernel:5x4 gates/bias:4 candidate/kernel:4x2 candidate/bias:2 | torch.size | candidate/kernel",
                "ii/kernel:3x2 hi/kernel:2x2 hi/bias:2 | torch.missing | if/kernel",
                "ir/kernel:3x2 hr/kernel:2x2 | torch.missing | ir/bias",
                "cell/ih/kernel:3x3x1x8 cell/hh/kernel:3x3x2x8 | jax.convolution | cell/",
                "c/input_to_hidden/w:3x3x1x8 c/hidden_to_hidden/w:3x3x2x8 | jax.convolution | c/",
                "dense_i/kernel:3x10 dense_h/kernel:2x10 | jax.gates | dense_h/kernel",
                "w_i:3x5 w_h:2x5 b:5 | jax.gates | w_i",
                "weight_ih:10x3 weight_hh:10x2 bias:10 | torch.gates | weight_hh",
                "weight_ih:6x3 weight_hh:6x2 bias:6 | torch.missing | bias_n"
            })
    void whatCannotBeTakenIsNamed(String tables, String key, String name) {
        assertThat(refusal(tables)).is(saying("format:" + key, name));
    }

    @Test
    void numberedCellsThatFitAreAStack() throws IOException, FormatException {
        FoundNetwork stack = found(UPPER.formatted("rnn/cell_1/") + LOWER.formatted("rnn/cell_0/"));
        assertThat(stack.network().layers()).hasSize(2);
        assertThat(stack.network().inputs())
                .as("the order is that of the numbers")
                .isEqualTo(3);
        String ten = "";
        for (int i = 0; i < 12; i++) {
            ten += UPPER.formatted("cell_" + i + "/");
        }
        assertThat(found(ten).network().layers()).as("10 comes after 9").hasSize(12);
    }

    @Test
    void whatDoesNotFitOrIsNotWholeStaysApart() throws IOException, FormatException {
        assertThat(prefixes(LOWER.formatted("rnn/cell_0/") + LOWER.formatted("rnn/cell_1/")))
                .containsExactly("rnn/cell_0/lstm_cell/", "rnn/cell_1/lstm_cell/");
        assertThat(prefixes(LOWER.formatted("rnn/cell_0/") + UPPER.formatted("rnn/cell_2/")))
                .as("one in between is not known")
                .hasSize(2);
        assertThat(prefixes(LOWER.formatted("layers/0/") + UPPER.formatted("layers/1/") + "layers/1/norm/scale:2"))
                .as("a norm in between")
                .hasSize(2);
        assertThat(prefixes(LOWER.formatted("a/") + LOWER.formatted("b/"))).hasSize(2);
    }

    @Test
    void differentCellsMayBeStacked() throws IOException, FormatException {
        String gru = "%1$sgru_cell/gates/kernel:4x4 %1$sgru_cell/gates/bias:4 "
                + "%1$sgru_cell/candidate/kernel:4x2 %1$sgru_cell/candidate/bias:2";
        assertThat(found(LOWER.formatted("cell_0/") + gru.formatted("cell_1/"))
                        .network()
                        .layers())
                .extracting(layer -> BuiltInCells.nameOf(layer.cell()).orElse("another"))
                .containsExactly("lstm", "gru-reset-before");
    }

    @Test
    void twoDirectionsAreALayer() throws IOException, FormatException {
        String both = LOWER.formatted("rnn/fw/") + LOWER.formatted("rnn/bw/");
        assertThat(found(both).network().layers()).singleElement().returns(Layer.Directions.BOTH, Layer::directions);
        assertThat(refusal(LOWER.formatted("rnn/fw/") + "rnn/bw/lstm_cell/kernel:6x12 rnn/bw/lstm_cell/bias:12"))
                .is(saying("format:layered.directions", "rnn/bw/lstm_cell/"));
    }

    @Test
    void twoStacksThatMeetAtTheTopOnlyAreNotLayersOfBothDirections() throws IOException, FormatException {
        String stacks = "";
        for (String way : List.of("fw", "bw")) {
            String base = "rnn/" + way + "/multi_rnn_cell/";
            stacks += LOWER.formatted(base + "cell_0/") + UPPER.formatted(base + "cell_1/");
        }
        assertThat(prefixes(stacks)).containsExactly("rnn/bw/", "rnn/fw/");
        assertThat(file(stacks).chosen(Optional.of("rnn/fw")).network(Answers.USUAL))
                .satisfies(found -> assertThat(found.network().layers()).hasSize(2))
                .satisfies(found -> assertThat(found.notes()).contains(text("format:layered.forward", "rnn/fw/")));
        Candidate backward = file(stacks).chosen(Optional.of("rnn/bw"));
        assertThat(catchThrowableOfType(FormatException.class, () -> backward.network(Answers.USUAL))
                        .getMessage())
                .is(saying("format:layered.backward", "rnn/bw/multi_rnn_cell/cell_0/lstm_cell/"));
    }

    /** A dense layer in a module called lstm has a Haiku LSTM's names and may have its sizes. */
    @Test
    void whatCouldBeTwoThingsIsChosenAmong() throws IOException, FormatException {
        String both = "lstm/lstm/linear/w:5x8 lstm/lstm/linear/b:8 lstm/linear/w:4x8 lstm/linear/b:8";
        assertThat(refusal(both)).is(saying("format:found.several", 2, "“lstm/”, “lstm/lstm/”"));
    }

    @Test
    void equinoxCellsAreNotPyTorchsWithoutBiases() throws IOException, FormatException {
        WeightFile gru = file("cell.weight_ih:6x3 cell.weight_hh:6x2 cell.bias:6 cell.bias_n:2");
        assertThat(gru.candidates()).singleElement().returns(Maker.EQUINOX, Candidate::maker);
        assertThat(gru.chosen(Optional.empty()).network(Answers.USUAL).parameters())
                .containsEntry("0.forward.b.n", Matrix.row(4, 5))
                .containsEntry("0.forward.bh.n", Matrix.row(0, 1));
        assertThat(file("weight_ih:6x3 weight_hh:6x2").candidates())
                .singleElement()
                .returns(Maker.TORCH, Candidate::maker);
    }

    @Test
    void activationsCanBeTold() throws IOException, FormatException {
        Answers answers = Answers.USUAL.withActivation("relu").withRecurrentActivation("hard_sigmoid");
        assertThat(only("gru/w_i:3x6 gru/w_h:2x6 gru/b:6")
                        .network(answers)
                        .network()
                        .layers()
                        .getFirst()
                        .cell()
                        .source())
                .contains("a  = relu(", "z  = hard_sigmoid(");
    }

    @Test
    void wholeNumbersAreNoWeights() throws IOException, FormatException {
        byte[] whole = HostileBytes.zip(Map.of(
                "lstm/kernel.npy", HostileBytes.npy("|u1", "(2, 4)", new byte[8]),
                "lstm/bias.npy", HostileBytes.npy("|u1", "(4,)", new byte[4])));
        Candidate lstm =
                WeightFile.read(Files.write(folder.resolve("b.npz"), whole)).chosen(Optional.empty());
        assertThat(catchThrowableOfType(FormatException.class, () -> lstm.network(Answers.USUAL))
                        .getMessage())
                .is(saying("format:torch.whole", "lstm/kernel", "U8"));
    }

    /** Neither a long name nor one of many parts takes long or overflows the stack. */
    @Test
    void namesOfAnyLength() throws IOException, FormatException {
        String digits = "lstm" + "1_lstm_cell_".repeat(2_000) + "x/kernel:5x8 ";
        String parts = "a/1/".repeat(5_000) + "kernel:5x8 ";
        String dots = ":".repeat(9_000) + "z:5 ";
        assertThat(prefixes(digits + parts + dots)).isEmpty();
    }
}
