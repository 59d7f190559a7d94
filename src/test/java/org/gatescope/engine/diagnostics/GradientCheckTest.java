package org.gatescope.engine.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gatescope.engine.Layer.Directions.BOTH;
import static org.gatescope.engine.Layer.Directions.FORWARD;
import static org.gatescope.engine.Layer.Directions.TIED;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.Truncation;
import org.gatescope.engine.diagnostics.DrawnNetworks.Example;
import org.gatescope.engine.diagnostics.GradientCheck.Verdict;
import org.gatescope.reference.RandomCells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckTest {
    private static final Cell LSTM = BuiltInCells.cell("lstm");
    private static final Cell GRU = BuiltInCells.cell("gru");
    private static final Cell RELU = BuiltInCells.cell("rnn-relu");

    private static GradientCheck check(Example example) {
        return GradientCheck.of(example.network(), example.inputs(), Progress.NONE);
    }

    static Stream<Example> deepNetworks() {
        List<Cell> cells = List.of(LSTM, GRU, BuiltInCells.cell("rnn-tanh"));
        return Stream.of(
                DrawnNetworks.deep(cells, List.of(FORWARD, BOTH, TIED), true, 4, List.of(4, 2)),
                DrawnNetworks.deep(cells, List.of(TIED, FORWARD, BOTH), false, 3, List.of(0, 3)),
                DrawnNetworks.deep(cells.subList(0, 1), List.of(BOTH), true, 1, List.of(1)));
    }

    @ParameterizedTest
    @MethodSource("deepNetworks")
    void everyGradientOfADeepNetworkAgrees(Example example) {
        GradientCheck check = check(example);
        assertThat(check.verdict()).as("%s", check.worst()).isEqualTo(Verdict.AGREES);
        List<String> names = new ArrayList<>(example.network().parameters().keySet());
        names.addAll(example.inputs().initialState().keySet());
        names.add(GradientCheck.INPUT);
        assertThat(check.tables()).extracting(CheckedTable::name).containsExactlyInAnyOrderElementsOf(names);
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyGradientOfARandomCellAgrees(int seed) {
        Cell cell = Cell.parse(RandomCells.text(seed));
        GradientCheck check = check(DrawnNetworks.layer(cell, 2, seed % 2 == 0 ? FORWARD : BOTH, 3, 3, 1));
        assertThat(check.verdict())
                .as("%s of%n%s", check.worst(), cell.source())
                .isEqualTo(Verdict.AGREES);
    }

    @Test
    void aWrongNumberIsFoundWithItsPlace() {
        Matrix right = Matrix.of(new double[][] {{1, 2e3}, {0, -3}});
        CheckedTable table =
                new CheckedTable("W", right.with(1, 1, -3.001), right, Matrix.filled(2, 2, 1e-9), 1e-3, false);
        CheckedTable.Entry worst = table.worst().orElseThrow();
        assertThat(worst.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(List.of(worst.row(), worst.column())).containsExactly(1, 1);
        assertThat(worst.difference()).isCloseTo(0.001 / 3.001, within(1e-12));
        assertThat(new GradientCheck(List.of(table)).verdict()).isEqualTo(Verdict.DIFFERS);
    }

    /** Even where a kink leaves every finite number in doubt. */
    @Test
    void aGradientThatIsNoNumberIsWrongWhereDifferencesAreNumbers() {
        Matrix one = Matrix.row(1);
        Matrix endless = Matrix.row(Double.POSITIVE_INFINITY);
        assertThat(new CheckedTable("W", Matrix.row(Double.NaN), one, endless, 1e-3, false).verdict())
                .isEqualTo(Verdict.DIFFERS);
        assertThat(new CheckedTable("W", Matrix.row(2), one, endless, 1e-3, false).verdict())
                .isEqualTo(Verdict.DOUBTFUL);
        assertThat(new CheckedTable("W", one, Matrix.row(Double.NaN), endless, 1e-3, false).verdict())
                .isEqualTo(Verdict.DOUBTFUL);
    }

    /** All states and pre-activations are 0, where the slope of relu jumps from 0 to 1. */
    @Test
    void aKinkLeavesDoubtAndClaimsNoFailure() {
        Example example = DrawnNetworks.layer(RELU, 2, FORWARD, 2, 2);
        NetworkInputs inputs = example.inputs();
        Example atKink = example.with(
                inputs.withParameters(zeros(inputs.parameters())).withInitialState(zeros(inputs.initialState())));
        GradientCheck check = check(atKink);
        assertThat(check.verdict()).isEqualTo(Verdict.DOUBTFUL);
        assertThat(check.worst().orElseThrow().entry().difference()).isGreaterThan(0.1);
    }

    /** A pre-activation of 1e-5, which the first step reaches over and the second does not. */
    @Test
    void aShorterStepIsTakenBesideAKink() {
        Cell cell = Cell.parse("state h\nh' = relu(h + b)");
        Example example = DrawnNetworks.layer(cell, 1, FORWARD, 1, 1);
        NetworkInputs inputs = example.inputs();
        GradientCheck check = check(example.with(inputs.withParameters(Map.of("0.forward.b", Matrix.row(1e-5)))
                .withInitialState(Map.of("0.forward.h", Matrix.row(0)))));
        assertThat(check.verdict()).as("%s", check.worst()).isEqualTo(Verdict.AGREES);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aCutGradientDiffersOnPurposeSaveAtTheReadOut(int chunk) {
        Example whole = DrawnNetworks.deep(List.of(LSTM), List.of(FORWARD), true, 3, List.of(3, 3));
        Example cut = whole.with(DrawnNetworks.inputs(whole.network(), 3, List.of(3, 3), chunk));
        GradientCheck check = check(cut);
        assertThat(check.verdict()).isEqualTo(Verdict.CUT);
        assertThat(check.worst().orElseThrow().table().isCut()).isTrue();
        for (CheckedTable table : check.tables()) {
            if (table.name().startsWith("dense.")) {
                assertThat(table.isCut()).isFalse();
                assertThat(table.verdict()).isEqualTo(Verdict.AGREES);
            }
        }
    }

    @Test
    void soDoesOneThatGoesBackOverAWindowUnlessThatHoldsAll() {
        Example whole = DrawnNetworks.deep(List.of(GRU), List.of(FORWARD), true, 3, List.of(3, 3));
        assertThat(check(window(whole, 1)).verdict()).isEqualTo(Verdict.CUT);
        assertThat(check(window(whole, 2)).verdict()).isEqualTo(Verdict.AGREES);
    }

    private static Example window(Example whole, int steps) {
        return whole.with(whole.inputs().withTruncation(new Truncation.Window(steps)));
    }

    @Test
    void aChunkThatHoldsAllStepsCutsNothing() {
        Example example = DrawnNetworks.layer(GRU, 2, FORWARD, 3, 3, 2);
        NetworkInputs inputs = DrawnNetworks.inputs(example.network(), 3, List.of(3, 2), 3);
        assertThat(check(example.with(inputs)).verdict()).isEqualTo(Verdict.AGREES);
    }

    @Test
    void whereNothingIsANumberNothingIsClaimed() {
        Example example = DrawnNetworks.layer(LSTM, 1, FORWARD, 1, 1);
        Map<String, Matrix> parameters = new LinkedHashMap<>(example.inputs().parameters());
        parameters.put("0.forward.b.i", Matrix.row(Double.NaN));
        GradientCheck check = check(example.with(example.inputs().withParameters(parameters)));
        assertThat(check.verdict()).isEqualTo(Verdict.DOUBTFUL);
    }

    @Test
    void sizesOfNothingAreCheckedToo() {
        assertThat(check(DrawnNetworks.layer(LSTM, 2, BOTH, 0, 0, 0)).verdict()).isEqualTo(Verdict.AGREES);
        assertThat(check(DrawnNetworks.layer(LSTM, 0, FORWARD, 2, 2)).verdict()).isEqualTo(Verdict.AGREES);
        assertThat(check(DrawnNetworks.layer(LSTM, 1, FORWARD, 0)).verdict()).isEqualTo(Verdict.AGREES);
    }

    @Test
    void itTellsHowFarItIsAndStopsWhenTold() {
        Example example = DrawnNetworks.layer(GRU, 2, FORWARD, 3, 3);
        List<Long> heard = new ArrayList<>();
        Progress stopAtFive = (done, total) -> {
            heard.add(done);
            assertThat(total).isEqualTo(38 + 2 + 9); // parameters of the GRU, its state, three inputs at three steps
            return done < 5;
        };
        assertThatThrownBy(() -> GradientCheck.of(example.network(), example.inputs(), stopAtFive))
                .isInstanceOf(CancellationException.class);
        assertThat(heard).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void onlyWhatIsAskedForIsChecked() {
        Example example = DrawnNetworks.layer(GRU, 2, FORWARD, 3, 3);
        GradientCheck check =
                GradientCheck.of(example.network(), example.inputs(), "0.forward.h"::equals, Progress.NONE);
        assertThat(check.tables()).extracting(CheckedTable::name).containsExactly("0.forward.h");
    }

    private static Map<String, Matrix> zeros(Map<String, Matrix> tables) {
        Map<String, Matrix> zeros = new LinkedHashMap<>();
        tables.forEach((name, table) -> zeros.put(name, Matrix.zeros(table.rows(), table.columns())));
        return zeros;
    }
}
