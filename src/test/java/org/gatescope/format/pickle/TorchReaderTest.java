package org.gatescope.format.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.HostileBytes;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.ZipArchive;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles are written here letter by letter, as Python's pickletools names them. */
@Execution(ExecutionMode.CONCURRENT)
class TorchReaderTest {
    /** A storage of 4 bytes, of which each is a number. */
    private static final String STORAGE = "(U\u0007storagectorch\nByteStorage\nU\u00010U\u0003cpuK\u0004tQ";

    private static final String REBUILD = "ctorch._utils\n_rebuild_tensor_v2\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private List<NamedTensor> read(Map<String, byte[]> files) throws IOException, FormatException {
        return TorchReader.read(ZipArchive.of(Files.write(folder.resolve("a.pt"), HostileBytes.zip(files))));
    }

    private static Map<String, byte[]> archive(String pickle) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("archive/data.pkl", HostileBytes.latin(pickle));
        files.put("archive/data/0", new byte[] {1, 2, 3, 4});
        return files;
    }

    private List<NamedTensor> read(String pickle) throws IOException, FormatException {
        return read(archive(pickle));
    }

    private String refusal(Map<String, byte[]> files) {
        return String.valueOf(
                catchThrowableOfType(FormatException.class, () -> read(files)).getMessage());
    }

    private String refusal(String pickle) {
        return refusal(archive(pickle));
    }

    /**
     * {@code {"w": tensor}}.
     *
     * @param view offset, sizes and strides, as they are pickled
     */
    private static String tensor(String view) {
        return "\u0080\u0002}U\u0001w" + REBUILD + "(" + STORAGE + view + "\u0089}tRs.";
    }

    @Test
    void aTensor() throws IOException, FormatException {
        NamedTensor tensor =
                read(tensor("K\u0000K\u0002K\u0002\u0086K\u0001K\u0002\u0086")).getFirst();
        assertThat(tensor.name()).isEqualTo("w");
        assertThat(tensor.dimensions()).isEqualTo(Dimensions.of(2, 2));
        assertThat(tensor.values()).containsExactly(1, 3, 2, 4);
    }

    @Test
    void theOrderOfBytesIsStatedBesideThem() throws IOException, FormatException {
        String shorts = tensor("K\u0000K\u0002\u0085K\u0001\u0085").replace("ByteStorage", "ShortStorage");
        Map<String, byte[]> files = archive(shorts.replace("K\u0004", "K\u0002"));
        assertThat(read(files).getFirst().values()).containsExactly(0x0201, 0x0403);
        files.put("archive/byteorder", HostileBytes.latin("big"));
        assertThat(read(files).getFirst().values()).containsExactly(0x0102, 0x0304);
    }

    /** Of version 3, whose storages are bytes and whose type stands with the view. */
    @Test
    void aTensorOfUntypedBytes() throws IOException, FormatException {
        String id = STORAGE.replace("torch\nByteStorage", "torch.storage\nUntypedStorage");
        String view = "K\u0001K\u0001\u0085K\u0001\u0085\u0089}ctorch\nint16\n";
        String pickle = "\u0080\u0002}U\u0001w" + REBUILD.replace("v2", "v3") + "(" + id + view + "tRs.";
        assertThat(read(pickle).getFirst().values()).containsExactly(0x0403);
    }

    @ParameterizedTest
    @CsvSource({
        "posix, system",
        "os, system",
        "builtins, eval",
        "__builtin__, exec",
        "subprocess, Popen",
        "__main__, Model",
        "torch.hub, load",
        "torch, load",
        "collections, namedtuple"
    })
    void whatWouldBeCalledIsRefusedByName(String module, String name) {
        String global = "c" + module + "\n" + name + "\n";
        String arguments = "U\u0004true\u0085";
        String stacked = "\u008c" + (char) module.length() + module + "\u008c" + (char) name.length() + name + "\u0093";
        for (String start : List.of(global, stacked)) {
            for (String call : List.of("R", "\u0081", "b")) {
                assertThat(refusal("\u0080\u0004" + start + arguments + call + "."))
                        .is(saying("format:torch.call", module + "." + name));
            }
        }
    }

    @Test
    void wholeModulesAndQuantizedOnesHaveAdviceOfTheirOwn() {
        assertThat(refusal("\u0080\u0002ctorch.nn.modules.rnn\nLSTM\n)\u0081."))
                .is(saying("format:torch.module", "torch.nn.modules.rnn.LSTM"));
        assertThat(refusal("\u0080\u0002ctorch._utils\n_rebuild_qtensor\n."))
                .is(saying("format:torch.quantized", "torch._utils._rebuild_qtensor"));
        Map<String, byte[]> script = archive("\u0080\u0002}.");
        script.put("archive/code/__torch__.py", new byte[0]);
        assertThat(refusal(script)).is(saying("format:torch.script"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"i", "o", "\u0082", "\u0092", "P", "I", "F", "V", "\u008b", "\u0096", "\u0000"})
    void instructionsThatTorchNeverWrites(String opcode) {
        assertThat(refusal("\u0080\u0002(" + opcode + "os\nsystem\n.")).is(holding("format:pickle.opcode"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "\u0080\u0002",
                "0.",
                "t.",
                "a.",
                "(s.",
                "}K\u0001s.",
                "}(K\u0001u.",
                "h\u0001.",
                "R.",
                "}}R.",
                "Q.",
                "}Q.",
                "\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f.",
                "B\u00ff\u00ff\u00ff\u00ff.",
                "T\u00ff\u00ff\u00ff\u00ff.",
                "X\u00ff\u00ff\u00ff\u007f.",
                "\u008a\u00ff.",
                "]K\u0001s.",
                "K\u0001(K\u0001e.",
                "c",
                "\u0093."
            })
    void picklesThatAreNone(String pickle) {
        assertThat(refusal(pickle)).is(holding("format:pickle.broken"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K\u0000K\u0005\u0085K\u0001\u0085",
                "K\u0001K\u0002K\u0002\u0086K\u0002K\u0001\u0086",
                "K\u0004K\u0001\u0085K\u0001\u0085",
                "J\u00ff\u00ff\u00ff\u00ffK\u0001\u0085K\u0001\u0085",
                "K\u0003K\u0002\u0085J\u00ff\u00ff\u00ff\u00ff\u0085",
                "K\u0000K\u0002\u0085\u008a\u0008\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f\u0085",
                "K\u0000K\u0003\u0085\u008a\u0008\u0000\u0000\u0000\u0000\u0000\u0000\u0000@\u0085",
                "K\u0000K\u0002\u0085K\u0001K\u0001\u0086"
            })
    void viewsThatReachOutOfTheirStorage(String view) {
        assertThat(refusal(tensor(view))).is(saying("format:tensor.outside", "0"));
    }

    @Test
    void viewsThatAreNone() {
        assertThat(refusal(tensor("K\u0000NK\u0001\u0085"))).is(saying("format:torch.tensor"));
        assertThat(refusal(tensor("K\u0000N\u0085K\u0001\u0085"))).is(saying("format:torch.tensor"));
        assertThat(refusal("\u0080\u0002" + REBUILD + ")R.")).is(saying("format:torch.tensor"));
        assertThat(refusal(tensor("K\u0000J\u00ff\u00ff\u00ff\u00ff\u0085K\u0001\u0085")))
                .is(saying("format:tensor.negative", "0", -1L));
        String itself = "\u0080\u0002ctorch._tensor\n_rebuild_from_type_v2\nq\u0001(h\u0001Nh\u0001tR.";
        assertThat(refusal(itself)).is(saying("format:torch.tensor"));
    }

    /** One number that stands for two thousand million: named, but never made. */
    @Test
    void aViewLargerThanTheMemory() throws IOException, FormatException {
        NamedTensor tensor = read(tensor("K\u0000J\u00ff\u00ff\u00ff\u007f\u0085K\u0000\u0085"))
                .getFirst();
        assertThat(catchThrowableOfType(FormatException.class, tensor::values).getMessage())
                .is(saying("format:tensor.memory", "w"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K\u0005",
                "K\u0003",
                "J\u00ff\u00ff\u00ff\u00ff",
                "\u008a\u0008\u0004\u0000\u0000\u0000\u0000\u0000\u0000\u0001"
            })
    void storagesOfAnotherSizeThanStated(String count) {
        assertThat(refusal("\u0080\u0002" + STORAGE.replace("K\u0004", count) + "."))
                .is(saying("format:torch.storage", "0"));
    }

    @Test
    void storagesThatLieElsewhere() {
        String elsewhere = "../../../../etc/passwd";
        String id = STORAGE.replace("U\u00010", "U" + (char) elsewhere.length() + elsewhere);
        assertThat(refusal("\u0080\u0002" + id + ".")).is(saying("format:torch.storage", elsewhere));
    }

    @Test
    void twoListsOfTensors() {
        Map<String, byte[]> files = archive("}.");
        files.put("other/data.pkl", HostileBytes.latin("}."));
        assertThat(refusal(files)).is(saying("format:torch.pickles", 2));
    }

    /** Lists of the list before, twice: 2⁶⁰ ways to the innermost. Then a list and a dictionary that hold themselves. */
    @Test
    void whatIsSharedIsLookedAtOnce() {
        StringBuilder laughs = new StringBuilder("]q\u0000");
        for (char i = 0; i < 40; i++) {
            laughs.append("](h").append(i).append('h').append(i).append("eq").append((char) (i + 1));
        }
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(read(laughs + ".")).isEmpty();
            assertThat(read("]q\u0001h\u0001a.")).isEmpty();
            assertThat(read("}q\u0001U\u0001ah\u0001s.")).isEmpty();
        });
    }

    @Test
    void whatGoesOnTooLong() {
        assertThat(refusal("(".repeat(2_000_001))).is(saying("format:pickle.long"));
        assertThat(refusal("}".repeat(2_000_001))).is(saying("format:pickle.long"));
    }

    @Test
    void aListOfTensorsThatIsABomb() {
        Map<String, byte[]> files = archive("");
        files.put("archive/data.pkl", new byte[65 << 20]);
        assertThat(refusal(files)).is(saying("format:pickle.large", "archive/data.pkl", 64L));
    }

    @Test
    void namesOfAnyLength() {
        String key = "X" + "\u0000\u0010\u0000\u0000" + "k".repeat(4096);
        assertThat(refusal("}" + key + "K\u0001s.")).is(saying("format:torch.names"));
        assertThat(refusal("c" + "m".repeat(5000) + "\nn\n.")).is(holding("format:pickle.broken"));
    }

    @Test
    void whateverIsCutOff() {
        String whole = tensor("K\u0000K\u0002\u0085K\u0001\u0085");
        for (int length = 0; length < whole.length() - 1; length++) {
            assertThat(refusal(whole.substring(0, length))).isNotEmpty();
        }
    }

    @Test
    void whatTrainingsLeaveBesideWeightsIsReadOver() throws IOException, FormatException {
        String settings =
                "U\u0001acargparse\nNamespace\n)\u0081}U\u0001rG?\u00f0\u0000\u0000\u0000\u0000\u0000\u0000sbs";
        String optimizer = "U\u0009optimizer}U\u0001m" + REBUILD + "(" + STORAGE + "K\u0000)" + ")" + "\u0089}tRss";
        String weights = "U\u0005model}U\u0001w" + REBUILD + "(" + STORAGE + "K\u0003)" + ")" + "\u0089}tRss";
        List<NamedTensor> read = read("\u0080\u0002}" + settings + optimizer + weights + ".");
        assertThat(read).extracting(NamedTensor::name).containsExactly("w");
        assertThat(read.getFirst().values()).containsExactly(4);
    }
}
