package org.gatescope.engine.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.TooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without mistakes the interpreter and the compiled engine, which share no line of a layer's passes, agree. */
@Execution(ExecutionMode.CONCURRENT)
class MistakenRunTest {
    private static final double TOLERANCE = 1e-12;
    private static final int NETWORKS = 600;

    @Test
    void itAgreesWithTheEngineOnRandomNetworks() {
        long figures = LongStream.range(0, NETWORKS)
                .map(seed -> assertAgrees(DrawnNetwork.of(seed)))
                .sum();
        assertThat(figures).isGreaterThan(100L * NETWORKS);
    }

    static Iterable<String> builtIn() {
        return BuiltInCells.names();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void itAgreesWithTheEngineOnEveryBuiltInCell(String name) {
        LongStream.range(0, 20)
                .forEach(seed -> assertThat(assertAgrees(DrawnNetwork.of(BuiltInCells.cell(name), seed)))
                        .isPositive());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void emptySizesAreSizes(int steps) {
        DrawnNetwork one = DrawnNetwork.of(BuiltInCells.cell("gru"), 4);
        Network network = new Network(0, one.network().layers(), one.network().readOut());
        NetworkInputs inputs = NetworkNumbers.zeros(network, 2, steps);
        assertAgrees(new DrawnNetwork(network, 2, steps, inputs));
        assertAgrees(new DrawnNetwork(network, 0, steps, NetworkNumbers.zeros(network, 0, steps)));
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeItIsAllocated() {
        Network network = DrawnNetwork.oneLayer(BuiltInCells.cell("lstm"), 1, 1).network();
        MistakenRun run = new MistakenRun(Set.of(), DrawnNetwork.UPDATE);
        assertThatExceptionOfType(TooLargeException.class)
                .isThrownBy(() -> run.of(network, 1_000_000, 1_000_000, NetworkNumbers.zeros(network, 1, 1)))
                .withMessageContaining("N 1000000 · T 1000000");
    }

    @Test
    void parametersStayAsTheyWere() {
        DrawnNetwork one = DrawnNetwork.of(3);
        assertThat(one.run().parametersAfter()).isEqualTo(one.inputs().parameters());
    }

    @Test
    void aSingleNumberIsRepeatedOverAllUnits() {
        DrawnNetwork one = DrawnNetwork.of(Cell.parse("state h\na = 0.5\nb = v\nh' = h * a + b * x @ W"), 1);
        assertThat(assertAgrees(one)).isPositive();
    }

    private static long assertAgrees(DrawnNetwork one) {
        Map<String, Double> expected = Figures.of(one.right());
        Map<String, Double> actual = Figures.of(one.run().trace());
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        assertThat(Figures.differing(actual, expected, TOLERANCE))
                .as("%s", one.network())
                .isEmpty();
        return expected.size();
    }
}
