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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names and layouts of other libraries give what those libraries compute: every gate, the output and all gradients. */
@Execution(ExecutionMode.CONCURRENT)
class WildWeightsTest {
    private static final Path FOLDER = WeightCases.FOLDER.resolve("wild");
    private static final double TOLERANCE = 1e-12;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path scratch;

    static Stream<WeightCase> saved() throws IOException {
        return WeightCases.in(FOLDER);
    }

    @ParameterizedTest
    @MethodSource("saved")
    void theTraceIsTheLibrarys(WeightCase weights) throws IOException {
        WeightCases.check(weights, scratch, TOLERANCE);
    }

    @Test
    void gatesAndStatesAreAmongWhatIsCompared() throws IOException {
        assertThat(saved())
                .allSatisfy(
                        weights -> assertThat(weights.expected()).containsKeys("0.forward.h", "output", "inputGrads"));
    }

    static Stream<String> refused() throws IOException {
        return Files.readAllLines(FOLDER.resolve("refused/refused.txt")).stream();
    }

    /** Lines have a file, the key of a sentence, and what the sentence names. */
    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeTakenIsNamed(String line) {
        String[] parts = line.split("\\|");
        Path file = FOLDER.resolve("refused").resolve(parts[0]);
        FormatException refusal = catchThrowableOfType(
                FormatException.class,
                () -> WeightFile.read(file).chosen(Optional.empty()).network(Answers.USUAL));
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.getMessage())
                .is(parts.length == 2 ? saying("format:" + parts[1]) : saying("format:" + parts[1], parts[2]));
    }
}
