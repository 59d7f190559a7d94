package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.format.FormatException;
import org.gatescope.format.cases.CaseFile;
import org.gatescope.format.cases.ReferenceCase;
import org.gatescope.format.cases.ReferenceCase.Figures;
import org.gatescope.format.cases.ReferenceCase.OverTime;
import org.gatescope.format.cases.ReferenceCase.StateGradient;
import org.gatescope.reference.OracleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CaseComparisonTest {
    private static final Cell COPY = Cell.parse("state h, c\nc' = c\nh' = c");

    static List<String> cases() {
        return OracleCase.names();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theEngineAgreesWithAutograd(String name) throws FormatException {
        assertAgrees(CaseFile.read(Path.of("src/test/resources/oracle/cases", name + ".json")));
    }

    static Stream<Path> networks() throws IOException {
        return Files.list(Path.of("src/test/resources/oracle/networks")).sorted();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void soItDoesForSeveralLayersBothDirectionsChunksAndTrainings(Path file) throws FormatException {
        assertAgrees(CaseFile.read(file));
    }

    static Stream<Path> losses() throws IOException {
        return Files.list(Path.of("src/test/resources/oracle/losses"))
                .filter(file -> file.toString().endsWith(".json"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void soItDoesForLossesWithAReadOutAndOnTheStatesThemselves(Path file) throws FormatException {
        assertAgrees(CaseFile.read(file));
    }

    static Stream<Path> truncations() throws IOException {
        return Stream.concat(
                        Files.list(Path.of("src/test/resources/oracle/truncation")),
                        Files.list(Path.of("src/test/resources/oracle/forms")))
                .filter(file -> file.toString().endsWith(".json"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("truncations")
    void soItDoesForTruncatedGradientsAndAllThatACaseCanSay(Path file) throws FormatException {
        assertAgrees(CaseFile.read(file));
    }

    static Stream<Path> trainings() throws IOException {
        return Stream.concat(
                        Files.list(Path.of("src/test/resources/oracle/training")),
                        Files.list(Path.of("src/test/resources/oracle/published")))
                .filter(file -> file.toString().endsWith(".json"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void soItDoesForTrainingsAsPyTorchAndKerasDefineThem(Path file) throws FormatException {
        CaseComparison comparison = CaseComparison.of(CaseFile.read(file));
        assertThat(comparison.agrees())
                .as("%s off by %s", comparison.place(), comparison.difference())
                .isTrue();
        assertThat(comparison.figures()).isPositive();
    }

    static Stream<Path> words() throws IOException {
        return Files.list(Path.of("src/test/resources/oracle/words"))
                .filter(file -> file.toString().endsWith(".json"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("words")
    void soItDoesForWordsWithKinksAndTransposesAtTiesToo(Path file) throws FormatException {
        assertAgrees(CaseFile.read(file));
    }

    static Stream<Path> masks() throws IOException {
        return Files.list(Path.of("src/test/resources/oracle/masks"))
                .filter(file -> file.toString().endsWith(".json"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("masks")
    void soItDoesWhereStepsAreSkipped(Path file) throws FormatException {
        assertAgrees(CaseFile.read(file));
    }

    static Stream<Path> dropout() throws IOException {
        return Files.list(Path.of("src/test/resources/oracle/dropout"))
                .filter(file -> file.toString().endsWith(".json"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("dropout")
    void soItDoesWhereSomeOfWhatLayersReadIsDropped(Path file) throws FormatException {
        assertAgrees(CaseFile.read(file));
    }

    static Stream<Path> merging() throws IOException {
        return Files.list(Path.of("src/test/resources/oracle/merging"))
                .filter(file -> file.toString().endsWith(".json"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("merging")
    void soItDoesForDirectionsThatAreMerged(Path file) throws FormatException {
        assertAgrees(CaseFile.read(file));
    }

    static Stream<Path> shortcuts() throws IOException {
        return Files.list(Path.of("src/test/resources/oracle/shortcuts"))
                .filter(file -> file.toString().endsWith(".json"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("shortcuts")
    void soItDoesWhereWhatLayersReadIsCarriedPastThem(Path file) throws FormatException {
        assertAgrees(CaseFile.read(file));
    }

    private static void assertAgrees(ReferenceCase read) {
        CaseComparison comparison = CaseComparison.of(read);
        assertThat(comparison.agrees())
                .as("%s off by %s", comparison.place(), comparison.difference())
                .isTrue();
        assertThat(comparison.figures()).isGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource({
        // expected, computed, agrees
        "1, 1, true",
        "1, 1.0000000000009, true",
        "1, 1.0000000000011, false",
        "1000, 1000.0000000009, true",
        "1000, 1000.0000000011, false",
        "NaN, NaN, true",
        "NaN, 1, false",
        "1, NaN, false",
        "Infinity, Infinity, true",
        "Infinity, -Infinity, false",
        "Infinity, 1, false",
        "1, Infinity, false",
        "0, -0.0, true"
    })
    void aValueAgreesWithinItsTolerance(double expected, double computed, boolean agrees) {
        assertThat(CaseComparison.of(value(expected, computed)).agrees()).isEqualTo(agrees);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.50000000009, true",
        "0.5, 0.50000000011, false",
        "1000, 1000.0000009, true",
        "1000, 1000.0000011, false",
        "Infinity, 1, false",
        "NaN, NaN, true"
    })
    void soDoesAGradient(double expected, double computed, boolean agrees) {
        assertThat(CaseComparison.of(gradient(expected, computed)).agrees()).isEqualTo(agrees);
    }

    @Test
    void theFigureThatIsFarthestOffIsNamed() {
        CaseComparison comparison = CaseComparison.of(value(0.25, 0.75));
        assertThat(comparison.place()).isEqualTo("forward 0.forward.h[0][0][0]");
        assertThat(comparison.difference()).isEqualTo(0.5);
        assertThat(comparison.figures()).isEqualTo(2);
    }

    @Test
    void aWrongInfinityIsNotForgottenOverLaterFigures() {
        CaseComparison comparison = CaseComparison.of(value(Double.NEGATIVE_INFINITY, 1));
        assertThat(comparison.agrees()).isFalse();
        assertThat(comparison.place()).contains("[0][0][0]");
    }

    /** The cell copies c to h; behind the figure stands one that agrees. */
    private static ReferenceCase value(double expected, double computed) {
        double[][][] figures = {{{expected, 2}}};
        return run(
                Matrix.row(computed, 2),
                Matrix.row(0, 0),
                new OverTime("forward 0.forward.h", "0.forward", "h'", false, figures));
    }

    /** What is put on c at last comes out as the gradient of c at first. */
    private static ReferenceCase gradient(double expected, double computed) {
        return run(
                Matrix.row(0, 0),
                Matrix.row(computed, 2),
                new StateGradient("stateGrads 0.forward.c", "0.forward", "c", Matrix.row(expected, 2)));
    }

    private static ReferenceCase run(Matrix first, Matrix last, Figures figures) {
        Matrix zeros = Matrix.row(0, 0);
        NetworkInputs inputs = new NetworkInputs(
                Map.of(),
                Matrix.row(0),
                List.of(1),
                0,
                Map.of("0.forward.h", zeros, "0.forward.c", first),
                zeros,
                Map.of("0.forward.h", zeros, "0.forward.c", last),
                Optional.empty());
        Layer layer = new Layer(COPY, 2, Layer.Directions.FORWARD);
        Network network = new Network(1, List.of(layer), Optional.empty());
        return new ReferenceCase.SingleRun(network, 1, 1, inputs, List.of(figures));
    }
}
