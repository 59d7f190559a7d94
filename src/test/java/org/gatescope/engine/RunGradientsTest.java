package org.gatescope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.plan.Plan;
import org.gatescope.reference.FigureAgreement;
import org.gatescope.reference.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gradient that a run hands out against central differences of runs. */
class RunGradientsTest {
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-7;
    private static final Sizes SIZES = new Sizes(2, 4, 3, 2);

    static Stream<Cell> cells() {
        List<String> typed = List.of(
                "state h\na = tanh((x @ U) @ V + b)\nh' = a * h + (h @ (W * W)) / (1 + h ^ 2)",
                "state h, c\nc' = sin(c @ W + x @ U) + s * c\nh' = c' @ W - exp(-(c' * h))",
                "state h\na = x @ U + b\nz = sigmoid(a @ W)\nh' = z * (h @ W + b) + (1 - z) * h");
        return Stream.concat(
                BuiltInCells.names().stream()
                        .filter(name -> !name.equals("rnn-relu"))
                        .map(BuiltInCells::cell),
                typed.stream().map(Cell::parse));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void gradientsAreSlopes(Cell cell) {
        LayerInputs inputs = FigureAgreement.inputs(
                Problem.random(cell, SIZES.batch(), SIZES.steps(), SIZES.inputs(), SIZES.hidden(), 11));
        Plan plan = Plan.of(cell, SIZES);
        Trace trace = plan.run(inputs);
        inputs.parameters()
                .forEach((name, table) -> compare(
                        name,
                        plan,
                        table,
                        trace.parameterGradient(name),
                        changed -> inputs.withParameters(replaced(inputs.parameters(), name, changed))));
        inputs.initialState()
                .forEach((name, table) -> compare(
                        "first " + name,
                        plan,
                        table,
                        trace.initialStateGradient(name),
                        changed -> inputs.withInitialState(replaced(inputs.initialState(), name, changed))));
        compare("x", plan, inputs.input(), inputGradient(trace), inputs::withInput);
    }

    private static void compare(
            String name, Plan plan, Matrix table, Matrix gradient, Function<Matrix, LayerInputs> with) {
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                double value = table.get(row, column);
                double up = loss(plan, with.apply(table.with(row, column, value + STEP)));
                double down = loss(plan, with.apply(table.with(row, column, value - STEP)));
                double slope = (up - down) / (2 * STEP);
                assertThat(Math.abs(gradient.get(row, column) - slope))
                        .as("%s[%d, %d] of%n%s", name, row, column, plan.cell().source())
                        .isLessThan(TOLERANCE * (1 + Math.abs(slope)));
            }
        }
    }

    /** All outputs and last states, each times the gradient that was put on it. */
    private static double loss(Plan plan, LayerInputs inputs) {
        Trace trace = plan.run(inputs);
        double loss = 0;
        for (int t = 0; t < SIZES.steps(); t++) {
            for (int n = 0; n < SIZES.batch(); n++) {
                for (int unit = 0; unit < SIZES.hidden(); unit++) {
                    double upstream = inputs.upstream().get(t * SIZES.batch() + n, unit);
                    loss += upstream
                            * trace.value(Cell.after(plan.cell().output())).at(t, n, unit);
                }
            }
        }
        for (Map.Entry<String, Matrix> state : inputs.finalState().entrySet()) {
            Series values = trace.value(Cell.after(state.getKey()));
            for (int n = 0; n < SIZES.batch(); n++) {
                for (int unit = 0; unit < SIZES.hidden(); unit++) {
                    loss += state.getValue().get(n, unit) * values.at(SIZES.steps() - 1, n, unit);
                }
            }
        }
        return loss;
    }

    private static Matrix inputGradient(Trace trace) {
        double[][] rows = new double[SIZES.timeRows()][SIZES.inputs()];
        for (int row = 0; row < rows.length; row++) {
            for (int j = 0; j < SIZES.inputs(); j++) {
                rows[row][j] = trace.gradient("x").at(row / SIZES.batch(), row % SIZES.batch(), j);
            }
        }
        return Matrix.of(rows);
    }

    private static Map<String, Matrix> replaced(Map<String, Matrix> tables, String name, Matrix table) {
        Map<String, Matrix> changed = new HashMap<>(tables);
        changed.put(name, table);
        return changed;
    }
}
