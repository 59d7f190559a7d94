package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gatescope.cli.WeightCases.WeightCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ONNX models give PyTorch's outputs and gradients, or those of ONNX's equations; what cannot be taken is named. */
@Execution(ExecutionMode.CONCURRENT)
class TraceOnnxTest {
    private static final Path FOLDER = Path.of("src/test/resources/onnx");
    private static final double TOLERANCE = 1e-12;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path scratch;

    static Stream<WeightCase> saved() throws IOException {
        return WeightCases.in(FOLDER);
    }

    static Stream<String> refused() throws IOException {
        return Files.readAllLines(FOLDER.resolve("refused.txt")).stream();
    }

    @ParameterizedTest
    @MethodSource("saved")
    void theTraceIsWhatTheModelComputes(WeightCase model) throws IOException {
        WeightCases.check(model, scratch, TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeTakenIsNamed(String line) {
        String[] nameAndSentence = line.split(" ", 2);
        StringWriter said = new StringWriter();
        Path file = FOLDER.resolve("refused").resolve(nameAndSentence[0] + ".onnx");
        int status = Gatescope.commandLine()
                .setErr(new PrintWriter(said))
                .execute(
                        "trace",
                        "--weights",
                        file.toString(),
                        "--out",
                        scratch.resolve("a.npz").toString());
        assertThat(said.toString()).contains(nameAndSentence[1]).hasLineCount(1);
        assertThat(status).isEqualTo(2);
    }

    @Test
    void soAreModelsThatPyTorchExportsNow() throws IOException, InterruptedException {
        assumeTrue(TraceWeightsTest.python("-c", "import torch, numpy, onnx") == 0);
        String script = FOLDER.resolve("make_onnx.py").toString();
        assertThat(TraceWeightsTest.python(script, scratch.toString(), "5", "12"))
                .isZero();
        for (WeightCase model : WeightCases.in(scratch).toList()) {
            WeightCases.check(model, scratch, TOLERANCE);
        }
    }
}
