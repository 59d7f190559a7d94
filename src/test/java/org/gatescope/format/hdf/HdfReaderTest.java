package org.gatescope.format.hdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatescope.Wording.text;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.HeapPart;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.PlainFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HdfReaderTest {
    private static final Path SAVED = Path.of("src/test/resources/weights/keras");
    /** Of a group’s tree: signature, type, level, number of entries, two neighbours. */
    private static final int TREE_HEADER = 24;

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(SAVED.resolve(name));
    }

    private static HdfContent read(byte[] bytes) throws FormatException {
        return HdfReader.read(new HeapPart(bytes, 0, bytes.length));
    }

    @Test
    void arraysHaveTheirPathsAndTextsTheirPlaces() throws FormatException {
        HdfContent content = HdfReader.read(PlainFile.whole(SAVED.resolve("lstm.h5")));
        assertThat(content.tensors())
                .extracting(NamedTensor::name)
                .contains(
                        "model_weights/lstm/lstm/lstm_cell/kernel:0", "model_weights/embedding/embedding/embeddings:0");
        assertThat(content.texts("model_weights", "layer_names"))
                .containsExactly("embedding", "lstm", "dropout", "dense");
        assertThat(content.text("", "keras_version")).contains("2.11.0");
        assertThat(content.text("", "model_config").orElse("")).startsWith("{\"class_name\"");
        assertThat(content.text("nowhere", "name")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm.h5", "later.h5", "pieces.h5"})
    void inMemoryItIsTheSame(String name) throws IOException, FormatException {
        HdfContent onDisk = HdfReader.read(PlainFile.whole(SAVED.resolve(name)));
        HdfContent inMemory = read(bytes(name));
        assertThat(inMemory.texts()).isEqualTo(onDisk.texts());
        for (int i = 0; i < onDisk.tensors().size(); i++) {
            assertThat(inMemory.tensors().get(i).values())
                    .isEqualTo(onDisk.tensors().get(i).values());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stack-weights.h5", "later.h5", "third-own.weights.h5"})
    void cutOffAnywhere(String name) throws IOException {
        byte[] whole = bytes(name);
        for (int length = 0; length < whole.length; length += 13) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                for (NamedTensor tensor : read(cut).tensors()) {
                    tensor.values();
                }
            } catch (FormatException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    /** Each node of the tree leads to the next one many times over: walked along every branch it would never end. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void treesWhoseBranchesGrowTogether(boolean isLoop) throws IOException {
        byte[] small = bytes("third-own.weights.h5");
        int root = new String(small, StandardCharsets.ISO_8859_1).indexOf("TREE");
        int entries = 200;
        int size = TREE_HEADER + 16 * entries + 8;
        int depth = 12;
        int start = (small.length + 7) / 8 * 8;
        byte[] large = Arrays.copyOf(small, start + depth * size);
        ByteBuffer file = ByteBuffer.wrap(large).order(ByteOrder.LITTLE_ENDIAN);
        for (int level = depth; level > 0; level--) {
            int at = start + (depth - level) * size;
            int next = isLoop ? at : level == 1 ? root : at + size;
            file.position(at).put("TREE".getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
            file.put((byte) level)
                    .putShort((short) entries)
                    .putLong(-1)
                    .putLong(-1)
                    .putLong(0);
            for (int i = 0; i < entries; i++) {
                file.putLong(next).putLong(0);
            }
        }
        byte[] address = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(root)
                .array();
        int places = 0;
        for (int i = 0; i + 8 <= small.length; i += 8) {
            if (Arrays.equals(large, i, i + 8, address, 0, 8)) {
                file.putLong(i, start);
                places++;
            }
        }
        assertThat(places).isPositive();
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThatThrownBy(() -> read(large))
                        .isInstanceOf(FormatException.class)
                        .hasMessage(text("format:hdf.broken")));
    }

    @Test
    void groupsThatHoldOneAnotherAreWalkedThroughOnce() throws FormatException {
        HdfContent content = HdfReader.read(PlainFile.whole(SAVED.resolve("refused-links.h5")));
        assertThat(content.tensors()).isEmpty();
    }
}
