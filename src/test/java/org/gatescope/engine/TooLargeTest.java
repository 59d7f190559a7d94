package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.CellException;
import org.gatescope.engine.plan.Plan;
import org.gatescope.reference.RandomCells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What does not fit is refused, with its sizes, before anything is allocated; what does not match is named. */
@Isolated("one of them fills the memory up")
class TooLargeTest {
    private static final int MAX = Integer.MAX_VALUE;

    static Stream<Sizes> tooLarge() {
        return Stream.of(
                new Sizes(1, 10, 3, 100_000_000),
                new Sizes(1, 10, 2_000_000_000, 1),
                new Sizes(1, 2_000_000_000, 1, 1),
                new Sizes(2_000_000_000, 1, 1, 1),
                new Sizes(100_000, 100_000, 1, 1), // T · N is no int
                new Sizes(100_000, 1, 1, 100_000), // N · H is none
                new Sizes(46_341, 46_341, 46_341, 46_341),
                new Sizes(MAX, MAX, MAX, MAX),
                new Sizes(1, MAX, 1, 1),
                new Sizes(1, 1, 1, MAX),
                new Sizes(0, MAX, MAX, MAX),
                new Sizes(MAX, 0, MAX, MAX),
                new Sizes(1, 1_000_000, 64, 512));
    }

    @ParameterizedTest
    @MethodSource("tooLarge")
    void sizesAreRefusedWithTheSizesInTheMessage(Sizes sizes) {
        for (String name : BuiltInCells.names()) {
            assertThatThrownBy(() -> Plan.of(BuiltInCells.cell(name), sizes))
                    .as(name)
                    .isInstanceOf(TooLargeException.class)
                    .hasMessageContaining(sizes.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("tooLarge")
    void whateverTheCell(Sizes sizes) throws CellException {
        for (int seed = 0; seed < 100; seed++) {
            Cell cell = Cell.parse(RandomCells.text(seed));
            try {
                assertThat(Plan.of(cell, sizes).bytes()).isPositive();
            } catch (TooLargeException e) {
                assertThat(e).hasMessageContaining(sizes.toString());
            }
        }
    }

    @Test
    void theMessageSaysWhatIsNeededAndWhatThereIs() {
        assertThatThrownBy(() -> Plan.of(BuiltInCells.cell("lstm"), new Sizes(1, 3, 3, 15_000)))
                .hasMessageMatching(".*N 1 · T 3 · D 3 · H 15000.* needs \\d{4,6} MB.* \\d+ MB are free.*");
    }

    @Test
    void theCountedBytesAreThoseOfTheArrays() {
        Cell cell = Cell.parse("state h\nh' = tanh(x @ Wx + h @ Wh)");
        Sizes sizes = new Sizes(3, 50, 7, 11);
        Plan plan = Plan.of(cell, sizes);
        long leastRecorded = 150 * (2 * 7 + 4 * 11 + 11) * 8L;
        assertThat(plan.bytes()).isBetween(leastRecorded, 3 * leastRecorded);
        plan.run(Inputs.zeros(cell, sizes));
        assertThat(plan.bytes()).isEqualTo(Plan.of(cell, sizes).bytes());
    }

    @Test
    void aNegativeSizeIsNone() {
        assertThatThrownBy(() -> new Sizes(1, -1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wrongShapesAreNamedWithBothShapes() {
        Cell cell = BuiltInCells.cell("lstm");
        Sizes sizes = new Sizes(2, 3, 4, 5);
        LayerInputs good = Inputs.zeros(cell, sizes);
        Matrix wrong = Matrix.zeros(4, 6);
        Map<String, LayerInputs> cases = Map.of(
                "Wx.f is 4 × 6; expected 4 × 5", good.withParameters(with(good.parameters(), "Wx.f", wrong)),
                "b.o is 4 × 6; expected 1 × 5", good.withParameters(with(good.parameters(), "b.o", wrong)),
                "x is 4 × 6; expected 6 × 4", good.withInput(wrong),
                "upstream is 4 × 6; expected 6 × 5", good.withUpstream(wrong),
                "initial c is 4 × 6; expected 2 × 5", good.withInitialState(with(good.initialState(), "c", wrong)),
                "final gradient of h is 4 × 6; expected 2 × 5",
                        good.withFinalState(with(good.finalState(), "h", wrong)),
                "Wx.i is missing; expected 4 × 5", good.withParameters(Map.of()));
        cases.forEach((message, inputs) -> assertThatThrownBy(
                        () -> Plan.of(cell, sizes).run(inputs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message));
    }

    @Test
    void tablesThatTheCellDoesNotKnowAreLeftAlone() {
        Cell cell = BuiltInCells.cell("rnn-tanh");
        Sizes sizes = new Sizes(1, 2, 2, 2);
        LayerInputs good = Inputs.zeros(cell, sizes);
        Matrix other = Matrix.filled(9, 9, Double.NaN);
        LayerInputs more = good.withParameters(with(good.parameters(), "W.other", other))
                .withInitialState(with(good.initialState(), "x", other))
                .withFinalState(with(good.finalState(), "c", other));
        for (String quantity : List.of("h'", "x")) {
            assertThat(Plan.of(cell, sizes).run(more).value(quantity).at(1, 0, 0))
                    .isZero();
        }
    }

    @Test
    void aPlanThatHasBeenFilledUpMeanwhileRefusesToRun() {
        Cell cell = BuiltInCells.cell("rnn-tanh");
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        double free = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
        // eight numbers a step and unit fill six tenths of it; the next Trace alone wants more than what is left
        Sizes sizes = new Sizes(1, (int) (0.6 * free / (64 * 8 * 8)), 1, 64);
        Plan plan = Plan.of(cell, sizes);
        LayerInputs inputs = Inputs.zeros(cell, sizes);
        Trace first = plan.run(inputs);
        assertThatThrownBy(() -> plan.run(inputs)).isInstanceOf(TooLargeException.class);
        assertThat(first.value("h'").at(0, 0, 0)).isZero();
    }

    private static Map<String, Matrix> with(Map<String, Matrix> tables, String name, Matrix table) {
        return Stream.concat(tables.keySet().stream(), Stream.of(name))
                .distinct()
                .collect(java.util.stream.Collectors.toMap(
                        key -> key, key -> key.equals(name) ? table : tables.getOrDefault(key, table)));
    }
}
