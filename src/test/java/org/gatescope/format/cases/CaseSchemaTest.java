package org.gatescope.format.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gatescope.format.FormatException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reference cases are what docs/verify.schema.json says, and what it refuses is refused. */
class CaseSchemaTest {
    private static final Path ORACLE = Path.of("src/test/resources/oracle");
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("docs", "verify.schema.json")), InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Error> faults(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }

    /** All but a few whose tables are long and alike. */
    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.walk(ORACLE, 2)) {
            return files
                    .filter(file -> file.toString().endsWith(".json") && !ORACLE.equals(file.getParent()))
                    .filter(file -> file.toFile().length() < 100_000)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holds(Path file) throws IOException {
        assertThat(faults(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            truncation/lstm-lengths | "lengths": [5, 3, 1] | "lengths": [5, 3, -1]
            truncation/lstm-lengths | "lengths": [5, 3, 1] | "lengths": 5
            truncation/lstm-lengths | "window": 2 | "window": 0.5
            truncation/lstm-lengths | "window": 2 | "windows": 2
            truncation/lstm-lengths | "window": 2 | "window": 2, "chunk": 2
            truncation/lstm-lengths | "hidden": 2 | "hidden": "2"
            truncation/lstm-lengths | "cell": "lstm" | "name": "lstm"
            truncation/lstm-lengths | "output": | "outputs":
            truncation/both-ways | "bidirectional": true | "bidirectional": "yes"
            merging/product-below-average | "merging": "product" | "merging": "max"
            merging/product-below-average | "grads": | "gradients":
            dropout/two-lstms | "rate": 0.5 | "rate": 1
            dropout/two-lstms | "rate": 0.5 | "share": 0.5
            dropout/two-lstms | "dropout": {"1": | "dropout": {"top":
            shortcuts/residual-two-layers | "shortcut": "added" | "shortcut": "sum"
            losses/hinge-identity | "activation": "identity" | "activation": "linear"
            losses/hinge-identity | "loss": "hinge" | "loss": "huge"
            losses/hinge-identity | "targets": | "target":
            training/keras-adam | "trained": | "after":
            training/keras-adam | "training": { | "training": 3, "x": {
            training/keras-adam | "training": { | "training": {"ridge": {"penalty": 1, "washout": 0},
            networks/truncated-gru | "chunks": [ | "chunks": [3,
            networks/train-adam | "optimizer": "adam" | "optimizer": "adamax"
            """)
    void isAsStrictAsTheReader(String name, String right, String wrong, @TempDir Path folder) throws IOException {
        String json = Files.readString(ORACLE.resolve(name + ".json")).replaceAll("(?<=[:,])(?=[\\[{\"\\d])", " ");
        String spaced = json.replaceAll("([:,])\\s+", "$1 ");
        assertThat(spaced).contains(right);
        String changed = spaced.replace(right, wrong);
        assertThat(faults(changed)).isNotEmpty();
        Path file = Files.writeString(folder.resolve("wrong.json"), changed);
        assertThatThrownBy(() -> CaseFile.read(file)).isInstanceOf(FormatException.class);
    }
}
