package org.gatescope.format.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatescope.Wording.saying;
import static org.gatescope.Wording.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gatescope.format.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class JsonTensorsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private List<NamedTensor> read(String json) throws IOException, FormatException {
        return JsonTensors.read(Files.writeString(folder.resolve("a.json"), json));
    }

    private String refusal(String json) {
        return String.valueOf(
                catchThrowableOfType(FormatException.class, () -> read(json)).getMessage());
    }

    @Test
    void listsOfNumbersAreTensors() throws IOException, FormatException {
        List<NamedTensor> tensors =
                read("{\"state_dict\": {\"a.w\": [[1, 2.5, -3e2], [4, 5, 6]], \"b\": [7]}, \"c\": {\"d\": [[[8]]]}}");
        assertThat(tensors).extracting(NamedTensor::name).containsExactly("a.w", "b", "c.d");
        assertThat(tensors)
                .extracting(tensor -> tensor.dimensions().toString())
                .containsExactly("2 × 3", "1", "1 × 1 × 1");
        assertThat(tensors.getFirst().values()).containsExactly(1, 2.5, -300, 4, 5, 6);
    }

    @Test
    void manyNumbersComeThroughInOrder() throws IOException, FormatException {
        StringBuilder json = new StringBuilder("{\"w\": [0");
        for (int i = 1; i < 5000; i++) {
            json.append(',').append(i);
        }
        double[] values = read(json + "]}").getFirst().values();
        assertThat(values).hasSize(5000);
        assertThat(values[4999]).isEqualTo(4999);
        assertThat(values[1024]).isEqualTo(1024);
    }

    @Test
    void whatPythonWritesForNaN() throws IOException, FormatException {
        assertThat(read("{\"a\": [NaN, Infinity, -Infinity]}").getFirst().values())
                .containsExactly(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[1, 2], [3]]",
                "[1, [2]]",
                "[[1], 2]",
                "[[1], []]",
                "[]",
                "[[]]",
                "[1, null]",
                "[1, \"2\"]",
                "[true]",
                "[{\"x\": [1]}]",
                "[[[1], [2]], [[3]]]",
                "[[[1]], [2]]"
            })
    void listsOfAnythingElseAreLeftAside(String list) throws IOException, FormatException {
        assertThat(read("{\"a\": " + list + ", \"b\": [1]}")).singleElement().returns("b", NamedTensor::name);
        assertThat(refusal("{\"a\": " + list + "}")).isEqualTo(text("format:weights.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": [1,", "{\"a\": [1]", "{", "{\"a\": [1]} x", "{\"a\": [1], \"a\": [2]}", "{a: 1}"})
    void whatIsNoJson(String json) {
        assertThat(refusal(json)).startsWith("not valid JSON");
    }

    @Test
    void bombs() {
        assertThat(refusal("{\"a\": " + "[".repeat(100_000))).startsWith("not valid JSON");
        assertThat(refusal("{\"a\":".repeat(100_000))).startsWith("not valid JSON");
        assertThat(refusal("{\"" + "x".repeat(5_000_000) + "\": [1]}")).startsWith("not valid JSON");
        assertThat(refusal("{\"state_dict\": {\"a\": [1]}, \"a\": [2]}")).is(saying("format:tensor.twice", "a"));
    }
}
