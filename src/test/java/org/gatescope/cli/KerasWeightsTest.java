package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatescope.Wording.saying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.cli.WeightCases.WeightCase;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.weights.WeightFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of all versions of Keras give what its equations come to: every gate, the output and all gradients. */
@Execution(ExecutionMode.CONCURRENT)
class KerasWeightsTest {
    private static final Path FOLDER = WeightCases.FOLDER.resolve("keras");
    private static final double TOLERANCE = 1e-12;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path scratch;

    static Stream<WeightCase> saved() throws IOException {
        return WeightCases.in(FOLDER);
    }

    @ParameterizedTest
    @MethodSource("saved")
    void theTraceIsKeras(WeightCase weights) throws IOException {
        WeightCases.check(weights, scratch, TOLERANCE);
    }

    static Stream<String> refused() throws IOException {
        return Files.readAllLines(FOLDER.resolve("refused.txt")).stream();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeTakenIsSaid(String line) {
        Path file = FOLDER.resolve(line.split(" ")[0]);
        FormatException refusal = catchThrowableOfType(
                FormatException.class,
                () -> WeightFile.read(file)
                        .chosen(Optional.empty())
                        .network(Answers.USUAL)
                        .parameters());
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.getMessage()).is(saying("format:" + line.split(" ")[1]));
    }
}
