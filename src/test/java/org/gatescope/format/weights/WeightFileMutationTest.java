package org.gatescope.format.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.ZipFile;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.tensor.HostileBytes;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.NpyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real files, changed at random: the readers give a result or their checked exception, and nothing else. */
@Execution(ExecutionMode.CONCURRENT)
class WeightFileMutationTest {
    private static final Path SAVED = Path.of("src/test/resources/weights");
    private static final Path EXPORTED = Path.of("src/test/resources/onnx");
    private static final int CHANGED = 600;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gru.npz",
                "gru.pt",
                "gru.safetensors",
                "views.pt",
                "checkpoint.pt",
                "lstm-half.npz",
                "keras/lstm.h5",
                "keras/both.h5",
                "keras/first-lstm.h5",
                "keras/pieces.h5",
                "keras/later.h5",
                "keras/third-bfloat16.weights.h5",
                "keras/third-both.keras",
                "wild/guitar.json",
                "wild/tf-multi.safetensors",
                "wild/flax-lstm.npz",
                "wild/torch-norm.npz"
            })
    void filesOfWeights(String name) throws IOException {
        byte[] whole = Files.readAllBytes(SAVED.resolve(name));
        SplittableRandom random = new SplittableRandom(name.hashCode());
        for (int i = 0; i < CHANGED; i++) {
            read(HostileBytes.mutated(whole, random));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm-unfolded.onnx", "folded.onnx", "pair.onnx", "lstm-functions.onnx", "within.onnx"})
    void modelsOfOnnx(String name) throws IOException {
        byte[] whole = Files.readAllBytes(EXPORTED.resolve(name));
        SplittableRandom random = new SplittableRandom(name.hashCode());
        int readable = 0;
        for (int i = 0; i < CHANGED; i++) {
            readable += read(HostileBytes.mutated(whole, random)) ? 1 : 0;
        }
        assertThat(readable).as("some changes do not matter").isPositive();
    }

    /** In an archive a changed byte is mostly noticed by its checksum; here it is not. */
    @ParameterizedTest
    @ValueSource(strings = {"gru.pt", "views.pt", "checkpoint.pt"})
    void picklesWithinSoundArchives(String name) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(SAVED.resolve(name).toFile())) {
            for (var entry : zip.stream().toList()) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        String pickle = files.keySet().stream()
                .filter(file -> file.endsWith("data.pkl"))
                .findFirst()
                .orElseThrow();
        byte[] whole = Optional.ofNullable(files.get(pickle)).orElseThrow();
        SplittableRandom random = new SplittableRandom(name.hashCode());
        int readable = 0;
        for (int i = 0; i < CHANGED; i++) {
            files.put(pickle, HostileBytes.mutated(whole, random));
            readable += read(HostileBytes.zip(files)) ? 1 : 0;
        }
        assertThat(readable).as("some changes do not matter").isPositive();
    }

    @Test
    void weightsOfKerasWithinSoundArchives() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(SAVED.resolve("keras/third-lstm.keras").toFile())) {
            for (var entry : zip.stream().toList()) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        SplittableRandom random = new SplittableRandom(5);
        for (String name : List.copyOf(files.keySet())) {
            byte[] whole = Optional.ofNullable(files.get(name)).orElseThrow();
            for (int i = 0; i < CHANGED; i++) {
                files.put(name, HostileBytes.mutated(whole, random));
                read(HostileBytes.zip(files));
            }
            files.put(name, whole);
        }
        assertThat(read(HostileBytes.zip(files))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<f8", ">i2", "<f2"})
    void singleArrays(String type) throws IOException {
        byte[] whole = HostileBytes.npy(type, "(2, 3)", new byte[6 * (type.charAt(2) - '0')]);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < CHANGED; i++) {
            Path file = Files.write(folder.resolve("a.npy"), HostileBytes.mutated(whole, random));
            try {
                assertThat(NpyReader.read(file).values()).isNotNull();
            } catch (FormatException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private boolean read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("weights"), content);
        try {
            for (NamedTensor tensor : WeightFile.read(file).tensors()) {
                tensor.values();
            }
            WeightFile.read(file)
                    .chosen(Optional.empty())
                    .network(Answers.USUAL)
                    .parameters();
            return true;
        } catch (FormatException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            return false;
        }
    }
}
