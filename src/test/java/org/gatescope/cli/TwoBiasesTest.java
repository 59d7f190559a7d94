package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.found.Unstated;
import org.gatescope.format.found.Unstated.Subject;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.weights.WeightFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PyTorch's modules with both biases of each gate: summed, or as they are. */
class TwoBiasesTest {
    private static final Path WEIGHTS = Path.of("src/test/resources/weights");

    @ParameterizedTest
    @CsvSource({
        "lstm.safetensors, lstm-two-biases",
        "gru-deep.safetensors, gru-two-biases",
        "rnn-tanh.safetensors, rnn-tanh-two-biases"
    })
    void areAskedForAndWrittenBackAsTheyWere(String name, String builtIn, @TempDir Path folder) throws Exception {
        Path file = WEIGHTS.resolve(name);
        Candidate candidate = WeightFile.read(file).chosen(Optional.empty());
        assertThat(candidate.unstated()).extracting(Unstated::subject).contains(Subject.BIASES_APART);
        FoundNetwork apart = candidate.network(Answers.USUAL.withBiasesApart(true));
        Cell cell = apart.network().layers().getFirst().cell();
        assertThat(cell.lines()).isEqualTo(BuiltInCells.cell(builtIn).lines());

        Path out = folder.resolve("back.safetensors");
        StringWriter said = new StringWriter();
        int status = Gatescope.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute("convert", file.toString(), out.toString(), "--names", "torch", "--two-biases", "true");
        assertThat(status).as(said.toString()).isZero();
        List<NamedTensor> before = WeightFile.read(file).tensors();
        List<NamedTensor> after = WeightFile.read(out).tensors();
        assertThat(after)
                .extracting(NamedTensor::name)
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().map(NamedTensor::name).toList());
        for (NamedTensor tensor : before) {
            NamedTensor same = after.stream()
                    .filter(other -> other.name().equals(tensor.name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(same.values()).as(tensor.name()).isEqualTo(tensor.values());
        }
    }
}
