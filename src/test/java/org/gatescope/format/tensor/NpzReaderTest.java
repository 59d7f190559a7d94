package org.gatescope.format.tensor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatescope.Wording.saying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.format.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class NpzReaderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private List<NamedTensor> read(byte[] content) throws IOException, FormatException {
        return NpzReader.read(ZipArchive.of(Files.write(folder.resolve("a.npz"), content)));
    }

    private String refusal(byte[] content) {
        FormatException refused = catchThrowableOfType(FormatException.class, () -> {
            for (NamedTensor tensor : read(content)) {
                tensor.values();
            }
        });
        return String.valueOf(refused.getMessage());
    }

    @Test
    void whatIsWrittenIsRead() throws IOException, FormatException {
        Path file = folder.resolve("b.npz");
        try (NpzWriter out = new NpzWriter(Files.newOutputStream(file))) {
            out.add("grad/0.forward.h", new NpyArray(Dimensions.of(1, 2), new double[] {0.1, Double.NaN}));
            out.add("loss", new NpyArray(Dimensions.of(), new double[] {2}));
        }
        List<NamedTensor> read = NpzReader.read(ZipArchive.of(file));
        assertThat(read).extracting(NamedTensor::name).containsExactly("grad/0.forward.h", "loss");
        assertThat(read.getFirst().values()).containsExactly(0.1, Double.NaN);
        assertThat(read.getLast().dimensions()).isEqualTo(Dimensions.of());
    }

    @Test
    void textBesideNumbersIsLeftOut() throws IOException, FormatException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("kind.npy", HostileBytes.npy("<U1", "()", new byte[4]));
        files.put("epoch.npy", HostileBytes.npy("|u1", "()", (byte) 3));
        assertThat(read(HostileBytes.zip(files))).extracting(NamedTensor::name).containsExactly("epoch");
    }

    @Test
    void theSameArraysGiveTheSameBytes() throws IOException {
        Path[] files = {folder.resolve("c.npz"), folder.resolve("d.npz")};
        for (Path file : files) {
            try (NpzWriter out = new NpzWriter(Files.newOutputStream(file))) {
                out.add("a", new NpyArray(Dimensions.of(1), new double[] {0.5}));
            }
        }
        assertThat(files[0]).hasSameBinaryContentAs(files[1]);
    }

    /** A name that leads out of the folder is only a name: nothing is unpacked. */
    @Test
    void namesAreNoPaths() throws IOException, FormatException {
        byte[] file = HostileBytes.zip(Map.of("../../evil.npy", HostileBytes.npy("|u1", "(1,)", (byte) 1)));
        assertThat(read(file).getFirst().name()).isEqualTo("../../evil");
        assertThat(folder.resolve("../../evil.npy")).doesNotExist();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    /** 64 MB of zeros in 64 KB: read only as far as the header says, which is nowhere. */
    @Test
    void aBombIsNotUnpacked() {
        byte[] zeros = Arrays.copyOf(HostileBytes.npy("|u1", "(1,)"), 64 << 20);
        assertThat(refusal(HostileBytes.zip(Map.of("bomb.npy", zeros)))).is(saying("format:npy.long", "bomb"));
    }

    /** The list says less than there is. */
    @Test
    void aSizeThatLiesIsNoticed() {
        byte[] archive = HostileBytes.zip(Map.of("a.npy", HostileBytes.npy("|u1", "(9,)", new byte[9])));
        int list = new String(archive, ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        archive[list + 24]--; // of the unpacked size
        assertThat(refusal(archive)).is(saying("format:tensor.short", "a"));
        archive[list + 24]++;
        archive[list + 24]++;
        assertThat(refusal(archive)).is(saying("format:npy.long", "a"));
    }

    @Test
    void aChangedNumberIsNoticed() {
        byte[] number = HostileBytes.npy("|u1", "(9,)", new byte[9]);
        byte[] archive = HostileBytes.zip(Map.of("a.npy", number));
        int list = new String(archive, ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        archive[list + 16] ^= 1; // of the checksum
        assertThat(refusal(archive)).is(saying("format:tensor.broken", "a"));
    }

    @Test
    void oneNameForTwoArrays() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.npy", HostileBytes.npy("|u1", "(1,)", (byte) 1));
        files.put("b.npy", HostileBytes.npy("|u1", "(1,)", (byte) 2));
        byte[] archive = HostileBytes.zip(files);
        String text = new String(archive, ISO_8859_1).replace("b.npy", "a.npy");
        assertThat(refusal(HostileBytes.latin(text))).is(saying("format:tensor.twice", "a.npy"));
    }

    @Test
    void whateverIsCutOff() {
        byte[] archive = HostileBytes.zip(Map.of("a.npy", HostileBytes.npy("|u1", "(9,)", new byte[9])));
        for (int length = 0; length < archive.length; length++) {
            assertThat(refusal(Arrays.copyOf(archive, length))).is(saying("format:zip.broken"));
        }
    }
}
