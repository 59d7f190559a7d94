package org.gatescope.format.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatescope.Wording.holding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gatescope.format.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.CONCURRENT)
class SafetensorsReaderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private List<NamedTensor> read(byte[] content) throws IOException, FormatException {
        return SafetensorsReader.read(Files.write(folder.resolve("a.safetensors"), content));
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
    void halfNumbersOfBothKinds() throws IOException, FormatException {
        String header = """
            {"__metadata__": {"format": "pt"},
             "b": {"dtype": "BF16", "shape": [2], "data_offsets": [4, 8]},
             "a": {"dtype": "F16", "shape": [2, 1], "data_offsets": [0, 4]}}\
            """;
        byte[] file = HostileBytes.safetensors(header, 8);
        byte[] numbers = {0, 0x3c, 0, (byte) 0xc0, (byte) 0x80, 0x3f, 0, (byte) 0xc0};
        System.arraycopy(numbers, 0, file, file.length - 8, 8);
        List<NamedTensor> read = read(file);
        assertThat(read).extracting(NamedTensor::name).containsExactly("a", "b");
        assertThat(read.getFirst().values()).containsExactly(1, -2);
        assertThat(read.getLast().values()).containsExactly(1, -2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 4]}, \"a\": {}} |"
                        + " safetensors.header",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 4]}} {} | safetensors.header",
                "[1] | safetensors.header",
                "{\"a\": | safetensors.header",
                "{\"a\": 1} | safetensors.entry",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [1.5], \"data_offsets\": [0, 4]}} | safetensors.entry",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0]}} | safetensors.entry",
                "{\"a\": {\"dtype\": \"F8_E4M3\", \"shape\": [4], \"data_offsets\": [0, 4]}} | tensor.type",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [-1], \"data_offsets\": [0, 4]}} | tensor.negative",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [99999, 99999], \"data_offsets\": [0, 4]}} | tensor.large",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 4]}} | safetensors.offsets",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [4, 0]}} | safetensors.offsets",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [-4, 0]}} | safetensors.offsets",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [1, 5]}} | safetensors.hole",
                "{\"a\": {\"dtype\": \"U8\", \"shape\": [2], \"data_offsets\": [0, 2]}} | safetensors.end",
                "{\"a\": {\"dtype\": \"U8\", \"shape\": [8], \"data_offsets\": [0, 8]}} | safetensors.end",
                "{} | safetensors.end"
            })
    void headersThatLie(String header, String key) {
        assertThat(refusal(HostileBytes.safetensors(header, 4))).is(holding("format:" + key));
    }

    @Test
    void oneNumberInTwoArrays() {
        String header = """
            {"a": {"dtype": "U8", "shape": [3], "data_offsets": [0, 3]},
             "b": {"dtype": "U8", "shape": [2], "data_offsets": [2, 4]}}\
            """;
        assertThat(refusal(HostileBytes.safetensors(header, 4))).is(holding("format:safetensors.hole", "b", 2L, 3L));
    }

    @Test
    void aLengthThatIsNone() {
        byte[] file = HostileBytes.safetensors("{}", 0);
        for (byte size : new byte[] {3, 127, -1}) {
            file[7] = size;
            assertThat(refusal(file)).is(holding("format:safetensors.length"));
        }
    }

    @Test
    void braces() {
        assertThat(refusal(HostileBytes.safetensors("{\"a\":".repeat(100_000), 0)))
                .is(holding("format:safetensors.header"));
    }

    @Test
    void whateverIsCutOff() {
        byte[] file =
                HostileBytes.safetensors("{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 4]}}", 4);
        for (int length = 0; length < file.length; length++) {
            assertThat(refusal(Arrays.copyOf(file, length))).isNotEmpty();
        }
    }
}
