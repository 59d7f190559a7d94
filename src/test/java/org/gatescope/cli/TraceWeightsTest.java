package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gatescope.cli.WeightCases.WeightCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What PyTorch saved gives PyTorch's outputs and gradients. */
@Execution(ExecutionMode.CONCURRENT)
class TraceWeightsTest {
    private static final double TOLERANCE = 1e-12;
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path scratch;

    static Stream<WeightCase> saved() throws IOException {
        return WeightCases.in(WeightCases.FOLDER);
    }

    @ParameterizedTest
    @MethodSource("saved")
    void theTraceIsPyTorchs(WeightCase weights) throws IOException {
        WeightCases.check(weights, scratch, TOLERANCE);
    }

    @Test
    void soIsThatOfNetworksThatPyTorchMakesNow() throws IOException, InterruptedException {
        assumeTrue(python("-c", "import torch, numpy") == 0);
        Path script = WeightCases.FOLDER.resolve("make_weights.py");
        assertThat(python(script.toString(), scratch.toString(), "7", "12")).isZero();
        for (WeightCase weights : WeightCases.in(scratch).toList()) {
            WeightCases.check(weights, scratch, TOLERANCE);
        }
    }

    static int python(String... arguments) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(PYTHON))) {
            return -1;
        }
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(PYTHON), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }
}
