package org.gatescope.format.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatescope.Wording.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.HostileBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class WeightFileTest {
    private static final Path SAVED = Path.of("src/test/resources/weights");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String refusal(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("weights.pt"), content);
        return String.valueOf(catchThrowableOfType(FormatException.class, () -> WeightFile.read(file))
                .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm.pt", "lstm.npz", "lstm.safetensors"})
    void theNameOfAFileSaysNothing(String name) throws IOException, FormatException {
        Path swapped = Files.copy(SAVED.resolve(name), folder.resolve("weights.h5"));
        assertThat(WeightFile.read(swapped).tensors()).hasSize(4);
    }

    static Stream<Arguments> starts() {
        return Stream.of(
                Arguments.of("\u0089HDF\r\n\u001a\n", "hdf.broken"),
                Arguments.of("\u0093NUMPY", "weights.npy"),
                Arguments.of("\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019", "torch.old"),
                Arguments.of("\u0080\u0004}", "weights.pickle"),
                Arguments.of("{\"a\": 1}", "weights.json"),
                Arguments.of("", "weights.unknown"));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void otherKindsOfFilesHaveSentencesOfTheirOwn(String start, String key) throws IOException {
        assertThat(refusal(HostileBytes.latin(start))).isEqualTo(text("format:" + key));
    }

    /** A header of 128 bytes begins with the byte that a pickle begins with. */
    @Test
    void aSafetensorsFileIsNotTakenForAPickle() throws IOException, FormatException {
        String header = "{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}}";
        byte[] content = HostileBytes.latin("\u0080\0\0\0\0\0\0\0" + header + " ".repeat(128 - header.length()) + "\7");
        Path file = Files.write(folder.resolve("weights.safetensors"), content);
        assertThat(WeightFile.read(file).tensors()).hasSize(1);
    }

    @Test
    void archivesOfOtherKinds() throws IOException {
        assertThat(refusal(HostileBytes.zip(Map.of("word/document.xml", new byte[1]))))
                .isEqualTo(text("format:weights.zip"));
        assertThat(refusal(HostileBytes.zip(Map.of("model.weights.h5", new byte[1], "config.json", new byte[1]))))
                .isEqualTo(text("format:keras.config"));
    }
}
