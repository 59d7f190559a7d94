package org.gatescope.format.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Network;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.found.Maker;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.weights.WeightFile;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class OnnxFileTest {
    private static final Path FOLDER = Path.of("src/test/resources/onnx");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static FoundNetwork found(String name) throws FormatException {
        return WeightFile.read(FOLDER.resolve(name + ".onnx"))
                .chosen(Optional.empty())
                .network(Answers.USUAL);
    }

    private static Cell cell(String name) throws FormatException {
        return found(name).network().layers().getFirst().cell();
    }

    @Nested
    class WhatIsFound {
        @ParameterizedTest
        @CsvSource({
            "rnn-tanh, rnn-tanh",
            "rnn-relu-deep, rnn-relu",
            "lstm, lstm",
            "lstm-peephole, lstm-peephole",
            "lstm-coupled, lstm-coupled",
            "lstm-clip-far, lstm",
            "gru-after, gru",
            "gru-before, gru-reset-before"
        })
        void aUsualNodeIsABuiltInCell(String file, String builtIn) throws FormatException {
            assertThat(cell(file)).isEqualTo(BuiltInCells.cell(builtIn));
        }

        @Test
        void otherFunctionsAndBoundsStandInItsEquations() throws FormatException {
            assertThat(cell("lstm-clip").source())
                    .contains("i.pre = x @ Wx.i + h @ Wh.i + b.i")
                    .contains("i.clip = relu(i.pre + 0.5) - relu(i.pre - 0.5) - 0.5")
                    .contains("h' = o * tanh(c.clip)");
            assertThat(cell("gru-leaky").source()).contains("n  = relu(n.pre) - 0.125 * relu(-n.pre)");
            assertThat(cell("lstm-coupled-peephole").source())
                    .contains("f  = 1 - i")
                    .contains("p.o * c'");
        }

        @Test
        void layersStandOnOneAnother() throws FormatException {
            Network deep = found("lstm-deep").network();
            assertThat(deep.layers()).hasSize(2).allMatch(layer -> layer.directions() == Directions.BOTH);
            Network pair = found("pair").network();
            assertThat(pair.layers())
                    .extracting(layer -> layer.directions())
                    .containsExactly(Directions.BOTH, Directions.FORWARD);
            assertThat(found("gru-deep").network().layers()).hasSize(3);
        }

        @Test
        void theFirstNodeNamesIt() throws FormatException {
            WeightFile file = WeightFile.read(FOLDER.resolve("pair.onnx"));
            Candidate only = file.candidates().getFirst();
            assertThat(only.prefix()).isEqualTo("fw");
            assertThat(only.maker()).isEqualTo(Maker.ONNX);
            assertThat(only.unstated()).isEmpty();
            assertThat(file.tensors()).extracting(NamedTensor::name).contains("fw.W", "bw.R", "upper.B");
        }

        @Test
        void howItWasReadIsTold() throws FormatException {
            assertThat(found("pair").notes()).hasSize(3).element(2).asString().contains("“upper”", "after the product");
            assertThat(found("lengths").notes())
                    .anySatisfy(note -> assertThat(note).contains("lengths of its sequences"));
            assertThat(found("gru-before").notes()).singleElement().asString().contains("before the product");
        }

        @Test
        void oneOfSeveralIsChosenByItsNode() throws FormatException {
            WeightFile file = WeightFile.read(FOLDER.resolve("refused/several.onnx"));
            Network second =
                    file.chosen(Optional.of("two")).network(Answers.USUAL).network();
            assertThat(second.layers()).hasSize(1);
        }

        @Test
        void whatTheFileSaysIsNotToldOtherwise() throws FormatException {
            Candidate lstm =
                    WeightFile.read(FOLDER.resolve("lstm.onnx")).candidates().getFirst();
            Answers other = Answers.USUAL.withForgetBias(1);
            assertThatThrownBy(() -> lstm.network(other)).isInstanceOf(FormatException.class);
        }
    }

    @Nested
    class WhatIsForged {
        private Path file(byte... content) throws IOException {
            return Files.write(folder.resolve("forged.onnx"), content);
        }

        private void refused(byte[] content, String sentence) throws IOException {
            Path file = file(content);
            assertThatThrownBy(() -> {
                        for (NamedTensor tensor : WeightFile.read(file).tensors()) {
                            tensor.values();
                        }
                    })
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining(sentence);
        }

        private byte[] tensor(String name, int type, long... sizes) {
            ProtoBytes tensor = new ProtoBytes().text(8, name).integer(2, type);
            Arrays.stream(sizes).forEach(size -> tensor.integer(1, size));
            return tensor.bytes();
        }

        private byte[] stored(byte[] tensor, byte... more) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(tensor);
            all.writeBytes(more);
            return ProtoBytes.model(new ProtoBytes().block(5, all.toByteArray()).bytes());
        }

        @ParameterizedTest
        @ValueSource(strings = {"lstm", "folded", "within"})
        void aFileThatIsCutOff(String name) throws IOException {
            byte[] whole = Files.readAllBytes(FOLDER.resolve(name + ".onnx"));
            for (int length = 3; length < whole.length; length += 7) {
                Path cut = file(Arrays.copyOf(whole, length));
                assertThatThrownBy(() -> WeightFile.read(cut)
                                .chosen(Optional.empty())
                                .network(Answers.USUAL)
                                .parameters())
                        .as("%d bytes", length)
                        .isInstanceOf(FormatException.class);
            }
        }

        @Test
        void lengthsBeyondTheFile() throws IOException {
            refused(new ProtoBytes().integer(1, 8).block(7, Integer.MAX_VALUE).bytes(), "damaged near byte");
            refused(new ProtoBytes().integer(1, 8).block(7, -1L).bytes(), "damaged near byte");
            refused(
                    stored(
                            tensor("a", 1, 3),
                            new ProtoBytes().block(9, 1L << 31).bytes()),
                    "damaged near byte");
            refused(
                    ProtoBytes.model(new ProtoBytes()
                            .block(1, new ProtoBytes().block(1, 100L).bytes())
                            .bytes()),
                    "damaged");
        }

        @Test
        void sizesThatTheNumbersDoNotHave() throws IOException {
            byte[] twelve = new ProtoBytes().block(9, new byte[12]).bytes();
            refused(stored(tensor("a", 1, 4), twelve), "another number of bytes");
            refused(stored(tensor("a", 1, 1L << 40), twelve), "too large");
            refused(stored(tensor("a", 1, 1 << 20, 1 << 20), twelve), "too large");
            refused(stored(tensor("a", 1, -3), twelve), "below zero");
            refused(stored(tensor("a", 1, 3)), "the file ends before");
            refused(
                    stored(
                            tensor("a", 1, 3),
                            new ProtoBytes()
                                    .block(9, new byte[12])
                                    .block(9, new byte[12])
                                    .bytes()),
                    "damaged");
        }

        @Test
        void wholeNumbersOfVariableWidthThatAreTooFew() throws IOException {
            byte[] three = new ProtoBytes()
                    .block(5, new ProtoBytes().varint(1).varint(-1).varint(300).bytes())
                    .bytes();
            Path sound = file(stored(tensor("a", 6, 3), three));
            try {
                assertThat(WeightFile.read(sound).tensors().getFirst().values()).containsExactly(1, -1, 300);
            } catch (FormatException e) {
                throw new AssertionError(e);
            }
            refused(stored(tensor("a", 6, 4), three), "the file ends before");
            refused(stored(tensor("a", 6, 1 << 30), three), "“a”");
            refused(
                    stored(
                            tensor("a", 6, 2),
                            new ProtoBytes().block(5, (byte) -1, (byte) -1).bytes()),
                    "“a”");
        }

        @Test
        void moreSizesThanAnArrayHas() throws IOException {
            long[] sizes = new long[500];
            Arrays.fill(sizes, 1);
            refused(stored(tensor("a", 1, sizes)), "dimensions");
            byte[] packed = new byte[1 << 16];
            Arrays.fill(packed, (byte) 1);
            refused(stored(new ProtoBytes().text(8, "a").block(1, packed).bytes()), "dimensions");
        }

        @Test
        void graphsWithinGraphs() throws IOException {
            byte[] graph = {};
            for (int i = 0; i < 2000; i++) {
                byte[] attribute = new ProtoBytes().block(6, graph).bytes();
                graph = new ProtoBytes()
                        .block(1, new ProtoBytes().block(5, attribute).bytes())
                        .bytes();
            }
            refused(ProtoBytes.model(graph), "nested more than");
        }

        @Test
        void groupsWithinGroups() throws IOException {
            byte[] groups = new byte[100_000];
            Arrays.fill(groups, (byte) 0x73); // field 14 begins as a group, and never ends
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(new byte[] {8, 8, 0x42, 0});
            all.writeBytes(groups);
            refused(all.toByteArray(), "damaged near byte");
        }

        @Test
        void moreNodesThanAnyModelHas() throws IOException {
            byte[] nodes = new byte[4 << 20];
            for (int i = 0; i < nodes.length; i += 2) {
                nodes[i] = 1 << 3 | 2; // a node of no bytes
            }
            refused(ProtoBytes.model(nodes), "more than 1,048,576 entries");
        }

        @Test
        void aNameLikeABook() throws IOException {
            String book = "a".repeat(5000);
            refused(
                    ProtoBytes.model(new ProtoBytes()
                            .block(1, new ProtoBytes().text(3, book).bytes())
                            .bytes()),
                    "longer than");
        }

        @Test
        void twoTensorsOfOneName() throws IOException {
            byte[] tensor = tensor("a", 1, 0);
            refused(
                    ProtoBytes.model(
                            new ProtoBytes().block(5, tensor).block(5, tensor).bytes()),
                    "twice");
        }

        /** Values that are made of themselves, and doubled sixty times. */
        @Test
        void nodesThatNeverEnd() throws IOException, FormatException {
            ProtoBytes graph = new ProtoBytes();
            graph.block(5, tensor("w0", 1, 0, 16, 3));
            for (int i = 0; i < 60; i++) {
                graph.block(1, node("Concat", "w" + (i + 1), "w" + i, "w" + i));
                graph.block(1, node("Concat", "y" + (i + 1), "y" + i, "y" + i));
            }
            graph.block(1, node("Identity", "round", "round"));
            graph.block(1, node("Concat", "circle", "circle", "circle"));
            graph.block(1, node("LSTM", "y0", "y60", "w60", "circle", "round"));
            graph.block(1, node("LSTM", "y", "y", "w60", "w60", "", "", "circle"));
            WeightFile file = WeightFile.read(file(ProtoBytes.model(graph.bytes())));
            for (Candidate candidate : file.candidates()) {
                assertThatThrownBy(() -> candidate.network(Answers.USUAL)).isInstanceOf(FormatException.class);
            }
        }

        private byte[] node(String type, String output, String... inputs) {
            ProtoBytes node = new ProtoBytes().text(4, type).text(2, output);
            List.of(inputs).forEach(input -> node.text(1, input));
            return node.bytes();
        }
    }
}
