package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.plan.Plan;
import org.gatescope.engine.plan.PlanTest;
import org.gatescope.reference.FigureAgreement;
import org.gatescope.reference.Problem;
import org.gatescope.reference.RandomCells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NaN, infinities, overflow and signed zeros go through as IEEE 754 has them. */
@Execution(ExecutionMode.CONCURRENT)
class IeeeTest {
    private static final double[] UNUSUAL = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.0, Double.MIN_VALUE
    };

    static List<String> builtIn() {
        return BuiltInCells.names();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void unusualNumbersAnywhereInBuiltInCells(String name) {
        Cell cell = BuiltInCells.cell(name);
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int hidden = 1 + random.nextInt(12); // EJML has other kernels for small and for larger ones
            Problem problem = Problem.random(cell, 1 + seed % 3, 1 + seed % 4, 1 + seed % 5, hidden, seed);
            spoil(problem, random);
            FigureAgreement.check(problem);
        }
    }

    @Test
    void unusualNumbersAnywhereInRandomCells() {
        for (int seed = 0; seed < 1000; seed++) {
            Problem problem = PlanTest.random(seed);
            if (problem.steps() > 0) {
                spoil(problem, new Random(seed));
                FigureAgreement.check(problem);
            }
        }
    }

    /** Puts one to three unusual numbers among the parameters, the inputs, the states or the gradients. */
    private static void spoil(Problem problem, Random random) {
        List<double[][]> tables = new ArrayList<>(problem.parameters().values());
        tables.addAll(List.of(problem.input()));
        tables.addAll(List.of(problem.upstream()));
        tables.addAll(problem.initial().values());
        tables.addAll(problem.last().values());
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            double[][] table = tables.get(random.nextInt(tables.size()));
            double[] row = table[random.nextInt(table.length)];
            row[random.nextInt(row.length)] = UNUSUAL[random.nextInt(UNUSUAL.length)];
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 7, 40, 150})
    void zeroTimesInfinityIsNotLostInAMatrixProduct(int size) {
        for (double unusual : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN}) {
            for (int batch : List.of(1, 2, 5)) {
                Cell cell = Cell.parse("state h\nh' = x @ W + 0 * h");
                Sizes sizes = new Sizes(batch, 2, size, size);
                LayerInputs zeros = Inputs.zeros(cell, sizes);
                Matrix weights = Matrix.zeros(size, size).with(size - 1, size / 2, unusual);
                Trace trace = Plan.of(cell, sizes).run(zeros.withParameters(Map.of("W", weights)));
                Series output = trace.value("h'");
                assertThat(output.at(1, batch - 1, size / 2)).isNaN();
                if (size > 1) {
                    assertThat(output.at(1, batch - 1, size / 2 == 0 ? 1 : 0)).isZero();
                }
                // d.x = 0 @ Wᵀ
                assertThat(trace.gradient("x").at(0, 0, size - 1)).isNaN();
                // dW = xᵀ @ dh'
                Trace back = Plan.of(cell, sizes)
                        .run(zeros.withUpstream(Matrix.zeros(2 * batch, size).with(batch, 0, unusual)));
                assertThat(back.parameterGradient("W").get(size - 1, 0)).isNaN();
            }
        }
    }

    @Test
    void statesThatOverflowBecomeInfiniteAndTheirGradientToo() {
        Cell cell = BuiltInCells.cell("rnn-identity");
        Sizes sizes = new Sizes(1, 4, 1, 1);
        LayerInputs inputs = Inputs.zeros(cell, sizes)
                .withParameters(Map.of("Wx.h", Matrix.row(0), "Wh.h", Matrix.row(-1e200), "b.h", Matrix.row(0)))
                .withInitialState(Map.of("h", Matrix.row(1)))
                .withFinalState(Map.of("h", Matrix.row(1)));
        Trace trace = Plan.of(cell, sizes).run(inputs);
        Series state = trace.value("h'");
        assertThat(state.at(0, 0, 0)).isEqualTo(-1e200);
        assertThat(state.at(1, 0, 0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(state.at(2, 0, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(trace.initialStateGradient("h").get(0, 0)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void zeroKeepsItsSign() {
        Cell cell = Cell.parse("state h, c\na = -c\nc' = c\nh' = 1 / a");
        Sizes sizes = new Sizes(2, 2, 1, 2);
        Matrix zeros = Matrix.of(new double[][] {{0.0, -0.0}, {-0.0, 0.0}});
        LayerInputs inputs = Inputs.zeros(cell, sizes).withInitialState(Map.of("h", zeros, "c", zeros));
        Series output = Plan.of(cell, sizes).run(inputs).value("h'");
        assertThat(output.at(1, 0, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(output.at(1, 0, 1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(output.at(1, 1, 0)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void functionsAtTheEdges() {
        Map<String, double[]> expected = Map.of(
                "sigmoid(h)", new double[] {0, 0.5, 1},
                "tanh(h)", new double[] {-1, 0, 1},
                "exp(h)", new double[] {0, 1, Double.POSITIVE_INFINITY},
                "softplus(h)", new double[] {0, Math.log(2), Double.POSITIVE_INFINITY},
                "relu(h)", new double[] {0, 0, Double.POSITIVE_INFINITY},
                "sin(h)", new double[] {Double.NaN, 0, Double.NaN},
                "log(h)", new double[] {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY},
                "h ^ 2", new double[] {Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY},
                "h ^ -1", new double[] {-0.0, Double.POSITIVE_INFINITY, 0});
        Matrix edges = Matrix.row(Double.NEGATIVE_INFINITY, 0, Double.POSITIVE_INFINITY, Double.NaN);
        Sizes sizes = new Sizes(1, 1, 1, 4);
        expected.forEach((expression, values) -> {
            Cell cell = Cell.parse("state h\nh' = " + expression);
            LayerInputs inputs = Inputs.zeros(cell, sizes).withInitialState(Map.of("h", edges));
            Series output = Plan.of(cell, sizes).run(inputs).value("h'");
            for (int i = 0; i < 3; i++) {
                assertThat(output.at(0, 0, i)).as(expression + " " + i).isEqualTo(Double.valueOf(values[i]));
            }
            assertThat(output.at(0, 0, 3)).as(expression).isNaN();
        });
    }

    @Test
    void cellsThatDivideByZeroAreNoException() {
        Cell cell = Cell.parse(RandomCells.text(3) + "q9 = 1 / 0 + sqrt(-1)");
        Sizes sizes = new Sizes(1, 2, 2, 2);
        assertThat(Plan.of(cell, sizes)
                        .run(Inputs.zeros(cell, sizes))
                        .value("q9")
                        .at(0, 0, 0))
                .isNaN();
    }
}
