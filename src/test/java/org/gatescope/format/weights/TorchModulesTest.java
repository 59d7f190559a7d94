package org.gatescope.format.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatescope.Wording.saying;
import static org.gatescope.Wording.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.found.Unstated;
import org.gatescope.format.found.Unstated.Subject;
import org.gatescope.format.tensor.HostileBytes;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.torch.TorchModules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layouts by name and size; what they compute to is held against PyTorch elsewhere. */
@Execution(ExecutionMode.CONCURRENT)
class TorchModulesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Tables as {@code name:rows x columns}, with numbers that count from 0. */
    private List<NamedTensor> tensors(String... tables) throws IOException, FormatException {
        return WeightFile.read(WeightTables.write(folder.resolve("a.npz"), tables))
                .tensors();
    }

    /** @param tables the same, with spaces in between */
    private Candidate chosen(String tables, Optional<String> prefix) throws IOException, FormatException {
        tensors(tables.split(" +"));
        return WeightFile.read(folder.resolve("a.npz")).chosen(prefix);
    }

    private String prefix(String tables) throws IOException, FormatException {
        return chosen(tables, Optional.empty()).prefix();
    }

    private FoundNetwork found(String tables) throws IOException, FormatException {
        return chosen(tables, Optional.empty()).network(Answers.USUAL);
    }

    private List<String> cells(String tables) throws IOException, FormatException {
        return found(tables).network().layers().stream()
                .map(layer -> BuiltInCells.nameOf(layer.cell()).orElse("another"))
                .toList();
    }

    private String refusal(String tables) {
        return String.valueOf(
                catchThrowableOfType(FormatException.class, () -> found(tables)).getMessage());
    }

    private static String lstm(String prefix) {
        return prefix + "weight_ih_l0:8x3 " + prefix + "weight_hh_l0:8x2 ";
    }

    @Test
    void blocksOfRowsBecomeGates() throws IOException, FormatException {
        FoundNetwork gru = found("weight_ih_l0:3x2 weight_hh_l0:3x1 bias_ih_l0:3 bias_hh_l0:3");
        Map<String, Matrix> parameters = gru.parameters();
        assertThat(parameters.get("0.forward.Wx.r")).isEqualTo(Matrix.of(new double[][] {{0}, {1}}));
        assertThat(parameters.get("0.forward.Wx.n")).isEqualTo(Matrix.of(new double[][] {{4}, {5}}));
        assertThat(parameters.get("0.forward.Wh.z")).isEqualTo(Matrix.row(1));
        assertThat(parameters.get("0.forward.b.z")).as("both").isEqualTo(Matrix.row(2));
        assertThat(parameters.get("0.forward.b.n")).as("one of them").isEqualTo(Matrix.row(2));
        assertThat(parameters.get("0.forward.bh.n")).as("inside").isEqualTo(Matrix.row(2));
        assertThat(parameters.keySet())
                .hasSameElementsAs(gru.network().parameters().keySet());
    }

    @ParameterizedTest
    @CsvSource({"1, h", "4, i f g o"})
    void bothBiasesOfAGateAreSummed(int rows, String gates) throws IOException, FormatException {
        FoundNetwork found =
                found("weight_ih_l0:%1$dx2 weight_hh_l0:%1$dx1 bias_ih_l0:%1$d bias_hh_l0:%1$d".formatted(rows));
        Map<String, Matrix> parameters = found.parameters();
        List<String> names = List.of(gates.split(" "));
        for (int gate = 0; gate < names.size(); gate++) {
            String name = names.get(gate);
            assertThat(parameters.get("0.forward.Wx." + name)).isEqualTo(Matrix.of(new double[][] {
                {2 * gate}, {2 * gate + 1}
            }));
            assertThat(parameters.get("0.forward.Wh." + name)).isEqualTo(Matrix.row(gate));
            assertThat(parameters.get("0.forward.b." + name)).isEqualTo(Matrix.row(2 * gate));
        }
        assertThat(parameters.keySet())
                .hasSameElementsAs(found.network().parameters().keySet());
    }

    @Test
    void withoutBiasesThereAreZeros() throws IOException, FormatException {
        Map<String, Matrix> parameters =
                found("weight_ih_l0:3x2 weight_hh_l0:3x1").parameters();
        assertThat(parameters.get("0.forward.bh.n")).isEqualTo(Matrix.row(0));
        assertThat(parameters.get("0.forward.b.r")).isEqualTo(Matrix.row(0));
    }

    @ParameterizedTest
    @CsvSource({"2, rnn-tanh", "6, gru", "8, lstm"})
    void rowsTellTheKind(int rows, String cell) throws IOException, FormatException {
        String tables = "weight_ih_l0:%dx3 weight_hh_l0:%<dx2".formatted(rows);
        assertThat(cells(tables)).containsExactly(cell);
        assertThat(found(tables).network().layers()).allMatch(layer -> layer.hidden() == 2);
    }

    @Test
    void howItWasRecognisedIsSaid() throws IOException, FormatException {
        assertThat(found(lstm("")).notes().getFirst())
                .contains(" LSTM", "i, f, g, o", "no biases")
                .doesNotContain("added");
        assertThat(found("weight_ih_l0:3x2 weight_hh_l0:3x1 bias_ih_l0:3 bias_hh_l0:3")
                        .notes()
                        .getFirst())
                .contains(" GRU", "r, z, n", "added, but for that of n");
    }

    @Test
    void whatTheFileDoesNotSayIsAnswered() throws IOException, FormatException {
        Candidate rnn = chosen("weight_ih_l0:2x3 weight_hh_l0:2x2", Optional.empty());
        assertThat(rnn.unstated()).singleElement().returns(Subject.ACTIVATION, Unstated::subject);
        assertThat(source(rnn, answers("relu", "sigmoid", 0)))
                .isEqualTo(BuiltInCells.cell("rnn-relu").source());
        assertThat(source(rnn, answers("softsign", "sigmoid", 0))).contains("h' = softsign(x @ Wx.h");
        Candidate lstm = chosen(lstm("") + "bias_ih_l0:8 bias_hh_l0:8", Optional.empty());
        assertThat(lstm.unstated()).singleElement().returns(Subject.BIASES_APART, Unstated::subject);
        assertThat(source(lstm, answers("linear", "hard_sigmoid", 1)))
                .contains("f  = hard_sigmoid(", "g  = identity(", "h' = o * identity(c')");
        assertThat(lstm.network(answers("tanh", "sigmoid", 1)).parameters())
                .containsEntry("0.forward.b.f", Matrix.row(5, 7))
                .containsEntry("0.forward.b.i", Matrix.row(0, 2));
        assertThat(source(lstm, answers("sigmoid", "tanh", 0)))
                .as("each in its place")
                .contains("f  = tanh(", "g  = sigmoid(", "h' = o * sigmoid(c')");
        assertThat(catchThrowableOfType(FormatException.class, () -> lstm.network(answers("swish", "sigmoid", 0)))
                        .getMessage())
                .is(saying("format:found.function", "swish"));
    }

    private static Answers answers(String activation, String recurrent, double forgetBias) {
        return Answers.USUAL
                .withActivation(activation)
                .withRecurrentActivation(recurrent)
                .withForgetBias(forgetBias);
    }

    private static String source(Candidate candidate, Answers answers) throws FormatException {
        return candidate.network(answers).network().layers().getFirst().cell().source();
    }

    @Test
    void upperLayersReadBothDirections() throws IOException, FormatException {
        String lower = lstm("") + "weight_ih_l0_reverse:8x3 weight_hh_l0_reverse:8x2 ";
        Network network = found(lower + "weight_ih_l1_reverse:8x4 weight_hh_l1_reverse:8x2 weight_ih_l1:8x4"
                        + " weight_hh_l1:8x2")
                .network();
        assertThat(network.layers()).extracting(Layer::directions).containsOnly(Layer.Directions.BOTH);
        assertThat(network.inputs()).isEqualTo(3);
        assertThat(refusal(lower + "weight_ih_l1:8x2 weight_hh_l1:8x2"))
                .is(saying("format:torch.missing", "weight_hh_l1_reverse"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "lstm.", "module.", "_orig_mod.", "module._orig_mod.model.encoder.rnn.", "lstm/", "rnn_"})
    void prefixesOfAnyKind(String prefix) throws IOException, FormatException {
        String tables = lstm(prefix) + "embedding.weight:5x3 fc.weight:4x2 fc.bias:4";
        assertThat(prefix(tables)).isEqualTo(prefix);
        assertThat(found(tables).tensors()).hasSize(2);
    }

    @Test
    void severalNetworksAreChosenAmong() throws IOException, FormatException {
        String both = lstm("encoder.") + lstm("decoder.");
        assertThat(refusal(both)).is(saying("format:found.several", 2, "“decoder.”, “encoder.”"));
        assertThat(chosen(both, Optional.of("encoder")).prefix()).isEqualTo("encoder.");
        assertThat(chosen(both, Optional.of("encoder.")).prefix()).isEqualTo("encoder.");
        assertThat(catchThrowableOfType(FormatException.class, () -> chosen(both, Optional.of("middle")))
                        .getMessage())
                .is(saying("format:found.prefix", "middle", "“decoder.”, “encoder.”"));
    }

    @Test
    void whatIsReadMayStandBesideWhatIsNot() throws IOException, FormatException {
        String normed = "b.weight_hh_l0_g:1x2 b.weight_hh_l0_v:8x2";
        assertThat(prefix(lstm("a.") + normed)).isEqualTo("a.");
        assertThat(refusal(normed)).is(saying("format:torch.norm", "b.weight_hh_l0_g"));
    }

    @ParameterizedTest
    @CsvSource({
        "weight_hh_l0_g, weight_hh_l0_v",
        "parametrizations.weight_hh_l0.original0, parametrizations.weight_hh_l0.original1"
    })
    void weightNormalizationIsUndone(String g, String v) throws IOException, FormatException {
        FoundNetwork found = found("rnn.weight_ih_l0:4x1 rnn.%s:4x1 rnn.%s:4x1".formatted(g, v));
        assertThat(found.parameters())
                .as("g v / |v|, where both are 0 1 2 3")
                .containsEntry("0.forward.Wh.i", Matrix.row(Double.NaN))
                .containsEntry("0.forward.Wh.f", Matrix.row(1))
                .containsEntry("0.forward.Wh.o", Matrix.row(3));
        assertThat(found.notes()).contains(text("format:torch.normed", "rnn.weight_hh_l0"));
    }

    @Test
    void onlyTheTablesThatAreNormedAreUndone() throws IOException, FormatException {
        assertThat(found("weight_ih_l0:4x1 weight_hh_l0_g:4x1 weight_hh_l0_v:4x1")
                        .notes())
                .hasSize(2);
        assertThat(found(lstm("")).notes()).as("blocks and biases alone").hasSize(1);
    }

    @Test
    void cellsInAListAreAStack() throws IOException, FormatException {
        String cell = "weight_ih:8x%d cells.%d.weight_hh:8x2 ";
        String stack = "cells.0." + cell.formatted(3, 0) + "cells.1." + cell.formatted(2, 1);
        assertThat(found(stack).network().layers()).hasSize(2);
        assertThat(prefix("weight_ih:8x3 weight_hh:8x2")).isEmpty();
        String loose = "cells.0." + cell.formatted(3, 0) + "cells.1." + cell.formatted(3, 1);
        assertThat(refusal(loose)).is(saying("format:found.several", 2, "“cells.0.”, “cells.1.”"));
        assertThat(chosen(loose, Optional.of("cells.1")).prefix()).isEqualTo("cells.1.");
    }

    @Test
    void theRawWeightsOfWeightDropoutAreTheWeights() throws IOException, FormatException {
        String awd = ("0.rnns.0.weight_hh_l0_raw:4x1 0.rnns.0.module.weight_ih_l0:4x2"
                + " 0.rnns.0.module.weight_hh_l0:4x1 0.encoder.weight:9x2");
        assertThat(prefix(awd)).isEqualTo("0.rnns.0.module.");
        assertThat(found(awd).tensors()).extracting(NamedTensor::name).contains("0.rnns.0.module.weight_hh_l0");
        assertThat(cells("weight_hh_l0_raw:4x1 weight_ih_l0:4x2")).containsExactly("lstm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weight_ih_l0:6x3 weight_hh_l0:6x1 weight_hr_l0:1x2 | torch.projection | weight_hr_l0",
                "weight_ih_l0:8x3 weight_hh_l0_g:1x2 weight_hh_l0_v:8x2 | torch.norm | weight_hh_l0_g",
                "weight_ih_l0:8x3 parametrizations.weight_hh_l0.original0:8x1 | torch.parametrized |"
                        + " parametrizations.weight_hh_l0.original0",
                "lstm._all_weight_values.0.param:3 | torch.quantized | lstm._all_weight_values.0.param",
                "layers.0.layer_fw.cell.igates._packed_params:8 | torch.quantized |"
                        + " layers.0.layer_fw.cell.igates._packed_params",
                "a.igates.weight:8x3 a.hgates.weight:8x2 a.igates.bias:8 | torch.missing | a.hgates.bias",
                "a.igates.weight:8x3 a.hgates.weight:7x2 | torch.size | a.hgates.weight",
                "to_hidden_and_gate.weight:5x3 | torch.blocks | to_hidden_and_gate.weight",
                "b.0._recurrent_kernel_:4x2x4x2 b.0._bias_:4x4x2 b.1._recurrent_kernel_:4x2x4x2 b.1._bias_:4x4x2 |"
                        + " torch.xlstm | b.0.",
                "m.A_log:8x2 m.D:8 m.x_proj.weight:5x8 | torch.mamba | m.",
                "weight_ih_l0:8x3 | torch.missing | weight_hh_l0",
                "weight_hh_l0:8x2 | torch.missing | weight_ih_l0",
                "weight_ih_l1:8x3 weight_hh_l1:8x2 | torch.missing | weight_hh_l0",
                "weight_ih_l0_reverse:8x3 weight_hh_l0_reverse:8x2 | torch.missing | weight_hh_l0",
                "weight_ih_l0:8x3 weight_hh_l0:8x2 bias_ih_l0:8 | torch.missing | bias_hh_l0",
                "weight_ih_l0:8x3 weight_hh_l0:8x2 bias_ih_l0:7 bias_hh_l0:8 | torch.size | bias_ih_l0",
                "weight_ih_l0:8x3 weight_hh_l0:8x2 bias_ih_l0:8x1 bias_hh_l0:8 | torch.depth | bias_ih_l0",
                "weight_ih_l0:6x3 weight_hh_l0:8x2 | torch.size | weight_ih_l0",
                "weight_ih_l0:8x3x1 weight_hh_l0:8x2 | torch.depth | weight_ih_l0",
                "weight_ih_l0:10x3 weight_hh_l0:10x2 | torch.gates | weight_hh_l0",
                "weight_ih_l0:2x8 weight_hh_l0:2x8 | torch.gates | weight_hh_l0",
                "weight_ih_l0:0x3 weight_hh_l0:0x0 | torch.empty | weight_hh_l0",
                "weight_ih_l0:8x3 weight_hh_l0:8x2 weight_ih_l1:8x3 weight_hh_l1:8x2 | torch.width | weight_ih_l1",
                "weight_ih_l0:8x3 weight_hh_l0:8x2 weight_ih_l1:6x2 weight_hh_l1:6x2 | torch.kinds | weight_ih_l1",
                "weight_ih_l0:4x3 weight_hh_l0:4x1 weight_ih_l0_reverse:8x3 weight_hh_l0_reverse:8x2 |"
                        + " torch.directions | weight_ih_l0_reverse",
                "kernel:3x8 bias:8 | found.none | kernel, bias"
            })
    void whatCannotBeTakenIsNamed(String tables, String key, String name) {
        assertThat(refusal(tables)).is(saying("format:" + key, name));
    }

    @Test
    void wholeNumbersAreNoWeights() throws IOException, FormatException {
        List<NamedTensor> tensors = new ArrayList<>(tensors("weight_ih_l0:4x2"));
        byte[] whole = HostileBytes.zip(Map.of("weight_hh_l0.npy", HostileBytes.npy("|u1", "(4, 1)", new byte[4])));
        tensors.addAll(
                WeightFile.read(Files.write(folder.resolve("b.npz"), whole)).tensors());
        Candidate lstm = TorchModules.candidates(tensors).getFirst();
        assertThat(catchThrowableOfType(FormatException.class, () -> lstm.network(Answers.USUAL))
                        .getMessage())
                .is(saying("format:torch.whole", "weight_hh_l0", "U8"));
    }
}
