package org.gatescope.engine.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;
import org.gatescope.engine.NetworkPlan;
import org.gatescope.reference.RandomNetworks;
import org.gatescope.reference.RandomNetworks.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without mistakes the interpreter and the compiled engine, which share no line of a layer's passes, agree. */
class MistakenRunTest {
    private static final double TOLERANCE = 1e-12;
    private static final int NETWORKS = 600;
    private static final MistakenRun PLAIN = new MistakenRun(Set.of(), new StepUpdate(0.1, false));

    @Test
    void itAgreesWithTheEngineOnRandomNetworks() {
        long figures = LongStream.range(0, NETWORKS).map(seed -> assertAgrees(RandomNetworks.of(seed))).sum();
        assertThat(figures).isGreaterThan(100L * NETWORKS);
    }

    static Iterable<String> builtIn() {
        return BuiltInCells.names();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void itAgreesWithTheEngineOnEveryBuiltInCell(String name) {
        LongStream.range(0, 20).forEach(seed ->
                assertThat(assertAgrees(RandomNetworks.of(BuiltInCells.cell(name), seed))).isPositive());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void emptySizesAreSizes(int steps) {
        Case one = RandomNetworks.of(BuiltInCells.cell("gru"), 4);
        Network network = new Network(0, one.network().layers(), one.network().readOut());
        NetworkInputs inputs = Numbers.zeros(network, 2, steps);
        assertAgrees(new Case(network, 2, steps, inputs));
        assertAgrees(new Case(network, 0, steps, Numbers.zeros(network, 0, steps)));
    }

    @Test
    void parametersStayAsTheyWere() {
        Case one = RandomNetworks.of(3);
        MistakenTrace run = PLAIN.of(one.network(), one.batch(), one.steps(), one.inputs());
        assertThat(run.parametersAfter()).isEqualTo(one.inputs().parameters());
    }

    @Test
    void aSingleNumberIsRepeatedOverAllUnits() {
        Case one = RandomNetworks.of(Cell.parse("state h\na = 0.5\nb = v\nh' = h * a + b * x @ W"), 1);
        assertThat(assertAgrees(one)).isPositive();
    }

    private static long assertAgrees(Case one) {
        Map<String, Double> expected =
                Figures.of(NetworkPlan.of(one.network(), one.batch(), one.steps()).run(one.inputs()));
        Map<String, Double> actual =
                Figures.of(PLAIN.of(one.network(), one.batch(), one.steps(), one.inputs()).trace());
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        assertThat(Figures.differing(actual, expected, TOLERANCE))
                .as("%s", one.network())
                .isEmpty();
        return expected.size();
    }
}
