package org.gatescope.format.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatescope.Wording.saying;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.DoubleStream;
import org.gatescope.Wording;
import org.gatescope.format.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class NpyReaderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private NamedTensor read(byte[] content) throws IOException, FormatException {
        return NpyReader.read(Files.write(folder.resolve("a.npy"), content));
    }

    private String refusal(byte[] content) {
        return String.valueOf(
                catchThrowableOfType(FormatException.class, () -> read(content).values())
                        .getMessage());
    }

    @Test
    void whatIsWrittenIsReadToTheBit() throws IOException, FormatException {
        double[] values =
                DoubleStream.iterate(-1.1, value -> value * -1.7).limit(24).toArray();
        values[5] = Double.NaN;
        values[6] = Double.NEGATIVE_INFINITY;
        values[7] = -0.0;
        Path file = folder.resolve("b.npy");
        try (OutputStream out = Files.newOutputStream(file)) {
            new NpyArray(Dimensions.of(2, 3, 4), values).writeTo(out);
        }
        NamedTensor tensor = NpyReader.read(file);
        assertThat(tensor.dimensions()).isEqualTo(Dimensions.of(2, 3, 4));
        assertThat(tensor.values()).containsExactly(values);
        assertThat(Files.size(file)).isEqualTo(128 + 24 * 8);
    }

    @ParameterizedTest
    @CsvSource({"<f2, 00 3c 00 c0", ">f2, 3c 00 c0 00", "<i2, 01 00 fe ff", ">i2, 00 01 ff fe", "|i1, 01 fe"})
    void typesAndByteOrders(String type, String hex) throws IOException, FormatException {
        byte[] numbers = HexFormat.ofDelimiter(" ").parseHex(hex);
        assertThat(read(HostileBytes.npy(type, "(2,)", numbers)).values()).containsExactly(1, -2);
    }

    @ParameterizedTest
    @CsvSource({"<u8, 1.8446744073709552E19", "<u4, 4294967295", "<u2, 65535", "|u1, 255", "<i8, -1"})
    void allBitsSet(String type, double value) throws IOException, FormatException {
        byte[] bits = new byte[type.charAt(2) - '0'];
        Arrays.fill(bits, (byte) -1);
        assertThat(read(HostileBytes.npy(type, "(1,)", bits)).values()).containsExactly(value);
    }

    @Test
    void columnsFirst() throws IOException, FormatException {
        byte[] file = HostileBytes.npy(
                "{'shape': (2L, 3L), 'fortran_order': True, 'descr': '|u1'}", new byte[] {1, 4, 2, 5, 3, 6});
        assertThat(read(file).values()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aSingleNumberAndNoneAtAll() throws IOException, FormatException {
        assertThat(read(HostileBytes.npy("|u1", "()", (byte) 7)).values()).containsExactly(7);
        assertThat(read(HostileBytes.npy("<f8", "(3, 0)")).values()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(400000000,)", "(70000, 30000)", "(2,)", "(1, 2, 1)"})
    void aHeaderThatPromisesMoreThanThereIsTakesNoMemory(String shape) {
        assertThat(refusal(HostileBytes.npy("<f8", shape, new byte[8]))).is(saying("format:tensor.short", "a.npy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(70000, 70000)", "(9999999999999,)", "(65536, 65536, 65536, 65536)"})
    void sizesThatNoArrayHas(String shape) {
        assertThat(refusal(HostileBytes.npy("<f8", shape))).is(saying("format:tensor.large", "a.npy"));
    }

    @Test
    void otherSizesThatCannotBe() {
        assertThat(refusal(HostileBytes.npy("<f8", "(-1,)"))).is(saying("format:tensor.negative", "a.npy", -1));
        assertThat(refusal(HostileBytes.npy("<f8", "(" + "1,".repeat(65) + ")", new byte[8])))
                .is(saying("format:tensor.deep", "a.npy", 65));
        assertThat(refusal(HostileBytes.npy("<f8", "(1,)", new byte[9]))).is(saying("format:npy.long", "a.npy", 1L));
    }

    @ParameterizedTest
    @CsvSource({
        "|O, npy.objects",
        "<U4, tensor.type",
        "<c16, tensor.type",
        "|V2, tensor.type",
        "'', tensor.type",
        "<, tensor.type"
    })
    void typesThatAreNoNumbers(String type, String key) {
        assertThat(refusal(HostileBytes.npy(type, "(1,)", new byte[16]))).is(saying("format:" + key, "a.npy"));
    }

    @Test
    void fieldsAreNamed() {
        assertThat(refusal(HostileBytes.npy("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }")))
                .is(saying("format:npy.structured", "a.npy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{'descr': '<f8', 'fortran_order': False}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), 'more': 1}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1 2,)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (L,)}",
                "{'descr': '<f8', 'fortran_order': 'False', 'shape': (1,)}",
                "{'descr': (1,), 'fortran_order': False, 'shape': (1,)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': __import__('os').system('true')}"
            })
    void headersThatAreNone(String header) {
        assertThat(refusal(HostileBytes.npy(header, new byte[8]))).is(saying("format:npy.header", "a.npy"));
    }

    @Test
    void whateverIsCutOff() throws IOException {
        byte[] whole = HostileBytes.npy("<f8", "(2,)", new byte[16]);
        for (int length = 0; length < whole.length; length++) {
            assertThat(refusal(Arrays.copyOf(whole, length))).isNotEmpty();
        }
    }

    @Test
    void whatIsNoFile() {
        assertThat(catchThrowableOfType(FormatException.class, () -> NpyReader.read(folder)))
                .hasMessage(Wording.text("format:file.folder"));
        assertThat(catchThrowableOfType(FormatException.class, () -> NpyReader.read(folder.resolve("none"))))
                .hasMessage(Wording.text("format:file.missing"));
        assertThat(catchThrowableOfType(FormatException.class, () -> NpyReader.read(Path.of("/dev/zero"))))
                .isNotNull();
    }
}
