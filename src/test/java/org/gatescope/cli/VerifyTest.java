package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.holding;
import static org.gatescope.Wording.saying;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gatescope.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Execution(ExecutionMode.CONCURRENT)
class VerifyTest {
    private static final Path CASES = Path.of("src/test/resources/oracle/cases");

    /** That the window opens without a command, in the program's help alone. */
    private static final String OPENS =
            Wording.text("cli:gatescope.usage.description").substring(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int verify(Object... places) {
        CommandLine gatescope =
                Gatescope.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] arguments = new String[places.length + 1];
        arguments[0] = "verify";
        for (int i = 0; i < places.length; i++) {
            arguments[i + 1] = places[i].toString();
        }
        return gatescope.execute(arguments);
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    /** One sentence about one file that is no case, and nothing on standard error. */
    private String refusal(String json) throws IOException {
        Path file = folder.resolve("case.json");
        Files.writeString(file, json);
        assertThat(verify(file)).isEqualTo(2);
        assertThat(lines()).hasSize(2);
        assertThat(lines().getFirst()).is(saying("cli:verify.unreadable", file)).hasSizeLessThan(400);
        assertThat(lines().getLast()).is(saying("cli:verify.counts", 0, 0, 1));
        assertThat(err.toString()).isEmpty();
        return lines().getFirst();
    }

    private static String lstm() throws IOException {
        return Files.readString(CASES.resolve("one-by-one.json"));
    }

    @Test
    void aFolderOfAgreeingCases() throws IOException {
        assertThat(verify(CASES)).isZero();
        try (var files = Files.list(CASES)) {
            assertThat(lines()).hasSize((int) files.count() + 1);
        }
        assertThat(lines())
                .filteredOn(line -> Wording.says(line, "cli:verify.agrees"))
                .hasSize(lines().size() - 1)
                .isSorted();
        assertThat(lines().getFirst()).contains("cell-gru-chung.json").containsPattern("\\d\\.\\de-\\d\\d");
        assertThat(out.toString()).contains("cell-lstm.json");
        assertThat(lines().getLast()).is(saying("cli:verify.counts", lines().size() - 1, 0, 0));
    }

    @Test
    void aFigureThatIsOffIsNamed() throws IOException {
        String json = Files.readString(CASES.resolve("equations-leaky.json"));
        Path file = folder.resolve("off.json");
        int figure = json.indexOf("0.", json.indexOf("[[[", json.indexOf("\"forward\": {")));
        Files.writeString(file, json.substring(0, figure) + "7" + json.substring(figure));
        assertThat(verify(file)).isEqualTo(1);
        assertThat(lines().getFirst())
                .is(saying("cli:verify.differs", file))
                .contains("7.0e1")
                .contains(" forward");
        assertThat(lines().getLast()).is(saying("cli:verify.counts", 0, 1, 0));
    }

    @Test
    void normsOfJacobiansAreComparedLikeAnyFigure() throws IOException {
        String json = Files.readString(CASES.resolve("cell-lstm.json"));
        Path file = folder.resolve("off.json");
        Files.writeString(file, json.replace("0.32745514", "0.32745524"));
        assertThat(verify(file)).isEqualTo(1);
        assertThat(lines().getFirst()).contains("1.0e-7").contains("jacobianNorms 0.forward[1][0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"1.forward\": [[2]]}", "{\"0.forward\": [[2, 0]]}", "{\"0.forward\": 2}", "[]"})
    void normsOfAnotherNetworksJacobiansAreRefused(String norms) throws IOException {
        assertThat(refusal(lstm().replaceFirst("\\{", "{\"jacobianNorms\": " + norms + ", ")))
                .containsAnyOf("“1.forward”", "jacobianNorms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"optimizer\": {}}",
                "{\"chunks\": []}",
                "{\"network\": {\"inputs\": 1, \"layers\": [{}, {}]}}",
                "{\"network\": {\"inputs\": 1, \"layers\": [{\"cell\": \"gru\", \"hidden\": 1, \"bidirectional\": true}]}}"
            })
    void halfACaseOfAnyKindIsNone(String json) throws IOException {
        Path file = folder.resolve("half.json");
        Files.writeString(file, json);
        assertThat(verify(file)).isEqualTo(2);
        assertThat(lines().getFirst()).is(saying("cli:verify.unreadable", file)).is(holding("format:case.key"));
        assertThat(lines().getLast()).is(saying("cli:verify.counts", 0, 0, 1));
    }

    @Test
    void whatIsNoCaseOutweighsTheRest() throws IOException {
        Files.writeString(folder.resolve("none.json"), "[]");
        assertThat(verify(folder, CASES.resolve("cell-gru.json"))).isEqualTo(2);
        assertThat(lines().getLast()).is(saying("cli:verify.counts", 1, 0, 1));
    }

    @Test
    void foldersMayHaveSpacesAndFolders() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("my cases/größer"));
        Files.copy(CASES.resolve("cell-gru.json"), deep.resolve("a b.json"));
        Files.writeString(deep.resolve("notes.txt"), "not looked at");
        assertThat(verify(folder.resolve("my cases"))).isZero();
        assertThat(lines().getFirst()).contains("a b.json: ");
    }

    @Test
    void anEmptyFolderIsNoCase() throws IOException {
        Files.createDirectories(folder.resolve("looks like.json"));
        assertThat(verify(folder)).isEqualTo(2);
        assertThat(lines().getFirst()).is(saying("cli:verify.unreadable", folder, Wording.text("cli:verify.empty")));
    }

    @Test
    void aMissingFileIsNoCase() {
        Path file = folder.resolve("missing.json");
        assertThat(verify(file)).isEqualTo(2);
        assertThat(lines().getFirst()).is(saying("cli:verify.unreadable", file, Wording.text("format:file.missing")));
    }

    @Test
    void aTrainingWhoseSettingsCannotBeIsNoCase() throws IOException {
        String adam = Files.readString(CASES.resolveSibling("networks").resolve("train-adam.json"));
        Path file = folder.resolve("adam.json");
        Files.writeString(file, adam.replaceFirst("\"beta1\": *[0-9.]+", "\"beta1\": 1.5"));
        assertThat(verify(file)).isEqualTo(2);
        assertThat(lines().getFirst())
                .is(saying("cli:verify.unreadable", file))
                .is(holding("engine.training:setting.share", "β₁", 1.5));
    }

    @Test
    void aReadOutThatIsSolvedInsteadOfTrainedIsRefused() throws IOException {
        String json = Files.readString(CASES.resolveSibling("training").resolve("keras-adam.json"))
                .replaceFirst("\"training\": *\\{", "\"training\": {\"ridge\": {\"penalty\": 1, \"washout\": 0}, ");
        assertThat(refusal(json)).is(holding("format:case.ridge"));
    }

    @Test
    void withoutAnArgumentTheUseIsExplained() {
        assertThat(verify()).isEqualTo(2);
        assertThat(err.toString()).contains("FILE-OR-FOLDER");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void helpTellsOfTheCommandItself() {
        assertThat(verify("--help")).isZero();
        assertThat(out.toString())
                .contains("gatescope verify")
                .contains(Wording.text("cli:gatescope.verify.usage.header"))
                .contains(Wording.text("cli:gatescope.verify.FILE-OR-FOLDER"))
                .contains(Wording.text("cli:gatescope.verify.usage.exitCodeList.1")
                        .substring(3))
                .doesNotContain(OPENS);
    }

    @Test
    void theProgramsHelpTellsWhatTheCommandIsFor() {
        CommandLine gatescope = Gatescope.commandLine().setOut(new PrintWriter(out));
        gatescope.execute("--help");
        assertThat(out.toString()).containsPattern("verify +\\S").contains(OPENS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "garbage",
                "[]",
                "3",
                "null",
                "\"text\"",
                "{",
                "{}",
                "{\"network\": 3}",
                "{\"network\": {}}",
                "{\"network\": {\"layers\": 3}}",
                "{\"network\": {\"layers\": []}}",
                "{\"network\": {\"layers\": [3]}}",
                "{\"network\": {\"layers\": [null]}}",
                "{\"network\": {\"layers\": [{\"cell\": 3}]}}",
                "{\"network\": {\"layers\": [{\"equations\": null}]}}",
                "{\"network\": {\"layers\": [{\"cell\": \"lstm\"}]}}",
                "{\"network\": {\"layers\": [{\"cell\": \"lstm\"}]}, \"input\": {\"a\": 1}}",
                "{\"network\": {\"layers\": [{\"cell\": \"lstm\"}]}, \"input\": [3]}",
                "{\"network\": {\"layers\": [{\"cell\": \"lstm\"}]}, \"input\": [[]]}",
                "{\"a\": 1, \"a\": 2}",
                "{} {}",
                "{\"network\": \u0000}",
                "\uFEFF"
            })
    void whatIsNoCaseIsRefusedInOneSentence(String json) throws IOException {
        assertThat(refusal(json)).isNotBlank();
    }

    @Test
    void nestingWithoutEndIsRefused() throws IOException {
        assertThat(refusal("[".repeat(1_000_000))).is(holding("format:json"));
        out.getBuffer().setLength(0);
        assertThat(refusal("{\"a\":".repeat(100_000))).is(holding("format:json"));
    }

    @Test
    void aKeyTwiceOrTextBehindTheEndIsRefusedWithItsPlace() throws IOException {
        assertThat(refusal("{\"input\": 1,\n\"input\": 2}")).contains("line 2", "input");
        out.getBuffer().setLength(0);
        assertThat(refusal(lstm() + "\n x")).is(holding("format:json.at"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "params",
                "grads",
                "state",
                "stateGrads",
                "input",
                "inputGrads",
                "upstream",
                "forward",
                "backward",
                "output",
                "network"
            })
    void aMissingKeyIsNamed(String key) throws IOException {
        String json = lstm().replaceFirst("\"" + key + "\"", "\"other\"");
        assertThat(refusal(json)).is(holding("format:case.key", key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "backward", "params"})
    void aListWhereNamesAreExpectedIsRefused(String key) throws IOException {
        String json = lstm();
        int open = json.indexOf('{', json.indexOf("\"" + key + "\""));
        int close = json.indexOf('}', open);
        assertThat(refusal(json.substring(0, open) + "[]" + json.substring(close + 1)))
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2000000000", "3000000000", "1.5", "\"2\"", "null", "true", "[2]", "NaN", "1e3"})
    void aSizeThatIsNoneOrNotTheOneOfTheTablesIsRefused(String size) throws IOException {
        for (String key : List.of("hidden", "inputs")) {
            out.getBuffer().setLength(0);
            String json = lstm().replaceFirst("\"" + key + "\": *\\d+", "\"" + key + "\": " + size);
            assertThat(json).isNotEqualTo(lstm());
            assertThat(refusal(json)).isNotBlank();
        }
    }

    @Test
    void aHugeSizeWithoutAnyTableIsRefusedBeforeItIsAllocated() throws IOException {
        String json = """
                {"network": {"inputs": 2000000000, "layers": [{"equations": "state h\\nh' = 0.5 * h", "hidden": 2000000000}]},
                 "input": [], "state": {"0.forward.h": []}, "params": {}, "grads": {}, "stateGrads": {"0.forward.h": []},
                 "upstream": {"output": [], "final": {"0.forward.h": []}}, "forward": {}, "backward": {}, "output": [],
                 "inputGrads": []}
                """;
        assertThat(refusal(json)).contains("H 2000000000");
    }

    @Test
    void textForANumberIsRefusedWithItsPlace() throws IOException {
        String json = lstm();
        int input = json.indexOf("[[[", json.indexOf("\"input\"")) + 3;
        int end = json.indexOf(']', input);
        String changed = json.substring(0, input) + "\"1\"" + json.substring(end);
        assertThat(refusal(changed)).is(holding("format:number.expected", "input[0][0][0]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NaN", "Infinity", "-Infinity", "1e999", "123456789012345678901234567890", "9007199254740993"})
    void numbersBeyondTheUsualOnesAreNumbers(String number) throws IOException {
        String json = lstm();
        int input = json.indexOf("[[[", json.indexOf("\"input\"")) + 3;
        Path file = folder.resolve("case.json");
        Files.writeString(file, json.substring(0, input) + number + json.substring(json.indexOf(']', input)));
        assertThat(verify(file)).isEqualTo(1);
        assertThat(lines().getFirst()).is(saying("cli:verify.differs", file));
    }

    @Test
    void anUnknownCellIsNamed() throws IOException {
        assertThat(refusal(lstm().replaceFirst("\"cell\": *\"[a-z-]+\"", "\"cell\": \"rmm\"")))
                .contains("“rmm”");
    }

    @Test
    void anErrorInTheEquationsIsSaidWithItsPlace() throws IOException {
        String json = Files.readString(CASES.resolve("equations-leaky.json"));
        assertThat(refusal(json.replaceFirst("h' = ", "h' = 2 +* "))).contains("line 3", "column 9");
    }

    @Test
    void aQuantityThatTheCellHasNotIsNamed() throws IOException {
        assertThat(refusal(lstm().replaceFirst("\"0\\.forward\\.h\": \\[\\[\\[", "\"0.forward.hh\": [[[")))
                .contains("“0.forward.hh”");
    }

    /** Bytes changed, doubled, cut out: always a line about the case, never a stack trace. */
    @Test
    void spoiltCasesNeverGiveAStackTrace() throws IOException {
        List<byte[]> cases = List.of(
                Files.readAllBytes(CASES.resolve("one-by-one.json")),
                Files.readAllBytes(CASES.resolve("equations-odd-expressions.json")));
        Path file = folder.resolve("spoilt.json");
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            Files.write(file, spoilt(cases.get(seed % cases.size()), random));
            out.getBuffer().setLength(0);
            assertThat(verify(file)).as("seed %d", seed).isBetween(0, 2);
            assertThat(err.toString()).as("seed %d", seed).isEmpty();
            assertThat(lines()).as("seed %d", seed).hasSize(2);
        }
    }

    private static byte[] spoilt(byte[] valid, Random random) {
        String tokens = "{}[],:\"-.0123456789eE truefalsnNaInity+*/@h\n";
        byte[] bytes = valid.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(random.nextBoolean() ? 3 : 200));
            switch (random.nextInt(5)) {
                case 0 -> bytes[from] = (byte) random.nextInt(256);
                case 1, 2 -> bytes[from] = (byte) tokens.charAt(random.nextInt(tokens.length()));
                case 3 -> bytes = joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
                default -> bytes = joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
            }
            bytes = bytes.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : bytes;
        }
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Values exchanged for others of any kind, the JSON staying whole. */
    @Test
    void casesWithAnyValueExchangedNeverGiveAStackTrace() throws IOException {
        String[] values = {
            "3",
            "-1",
            "1.5",
            "true",
            "null",
            "\"x\"",
            "[]",
            "{}",
            "[[]]",
            "{\"a\": 1}",
            "NaN",
            "1e999",
            "99999999999999999999"
        };
        String json = lstm();
        Path file = folder.resolve("exchanged.json");
        int[] places = java.util.stream.IntStream.range(0, json.length())
                .filter(i -> json.charAt(i) == ':')
                .toArray();
        for (int place : places) {
            int start = place + 1;
            int end = end(json, start);
            for (String value : values) {
                Files.writeString(file, json.substring(0, start) + value + json.substring(end));
                out.getBuffer().setLength(0);
                assertThat(verify(file)).as("%s at %d", value, place).isBetween(0, 2);
                assertThat(err.toString())
                        .as("%s at %d: %s", value, place, json.substring(Math.max(0, place - 20), place))
                        .isEmpty();
            }
        }
    }

    /** Where the value that starts here ends. */
    private static int end(String json, int start) {
        int depth = 0;
        for (int i = start; ; i++) {
            char c = json.charAt(i);
            if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
                return i;
            }
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        }
    }
}
