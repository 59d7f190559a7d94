package org.gatescope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatescope.engine.LayerInputs;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Series;
import org.gatescope.engine.Sizes;
import org.gatescope.engine.Trace;
import org.gatescope.engine.plan.Plan;

/** Holds a Trace against what the scalar reference computed from the same numbers. */
public final class FigureAgreement {
    private static final double VALUES = 1e-12;
    private static final double GRADIENTS = 1e-10;
    private static final double LARGE_GRADIENTS = 1e-9;

    private final String cell;
    private int figures;

    private FigureAgreement(String cell) {
        this.cell = cell;
    }

    /** Runs a problem both ways and compares every figure. @return how many there were */
    public static int check(Problem problem) {
        return check(problem, Plan.of(problem.cell(), sizes(problem)).run(inputs(problem)));
    }

    /** Compares every figure of a run. @return how many there were */
    public static int check(Problem problem, Trace trace) {
        FigureAgreement agreement = new FigureAgreement(problem.cell().source());
        agreement.compare(problem, trace);
        return agreement.figures;
    }

    public static Sizes sizes(Problem problem) {
        return problem.sizes();
    }

    /** The engine's form of a problem's numbers. */
    public static LayerInputs inputs(Problem problem) {
        return new LayerInputs(
                matrices(problem.parameters()),
                timeMajor(problem.input(), problem.inputs()),
                matrices(problem.initial()),
                timeMajor(problem.upstream(), problem.size(problem.cell().outputWidth())),
                matrices(problem.last()));
    }

    private static Map<String, Matrix> matrices(Map<String, double[][]> tables) {
        Map<String, Matrix> matrices = new HashMap<>();
        tables.forEach((name, table) -> matrices.put(name, Matrix.of(table)));
        return matrices;
    }

    private static Matrix timeMajor(double[][][] series, int width) {
        int batch = series.length;
        int steps = series[0].length;
        double[][] rows = new double[steps * batch][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = series[row % batch][row / batch];
        }
        return rows.length == 0 ? Matrix.zeros(0, width) : Matrix.of(rows);
    }

    private void compare(Problem problem, Trace trace) {
        Reference.Result expected = Reference.run(problem);
        Map<String, double[][][]> gradients = new LinkedHashMap<>(expected.gradients());
        gradients.put("x", expected.inputGradient());
        expected.values().forEach((name, values) -> series(name, trace.value(name), values, false));
        gradients.forEach((name, values) -> series("d." + name, trace.gradient(name), values, true));
        expected.parameterGradients()
                .forEach((name, values) -> table("d." + name, trace.parameterGradient(name), values));
        expected.initialGradients()
                .forEach((state, values) ->
                        table("d." + state + " at first", trace.initialStateGradient(state), values));
    }

    private void series(String name, Series actual, double[][][] expected, boolean isGradient) {
        assertThat(actual.batch()).as(name).isEqualTo(expected.length);
        assertThat(actual.steps()).as(name).isEqualTo(expected[0].length);
        for (int n = 0; n < expected.length; n++) {
            for (int t = 0; t < expected[n].length; t++) {
                assertThat(actual.width()).as(name).isEqualTo(expected[n][t].length);
                for (int unit = 0; unit < expected[n][t].length; unit++) {
                    number(
                            name + "[n=" + n + ", t=" + t + ", " + unit + "]",
                            actual.at(t, n, unit),
                            expected[n][t][unit],
                            isGradient);
                }
            }
        }
    }

    private void table(String name, Matrix actual, double[][] expected) {
        assertThat(actual.rows()).as(name).isEqualTo(expected.length);
        for (int row = 0; row < expected.length; row++) {
            assertThat(actual.columns()).as(name).isEqualTo(expected[row].length);
            for (int column = 0; column < expected[row].length; column++) {
                number(name + "[" + row + ", " + column + "]", actual.get(row, column), expected[row][column], true);
            }
        }
    }

    /** NaN agrees with NaN alone, an infinity with itself alone. */
    private void number(String place, double actual, double expected, boolean isGradient) {
        figures++;
        boolean same = Double.compare(actual, expected) == 0 || actual == expected;
        if (!same && !(Math.abs(actual - expected) <= tolerance(expected, isGradient))) {
            throw new AssertionError(place + " is " + actual + ", expected " + expected + " in\n" + cell);
        }
    }

    static double tolerance(double expected, boolean isGradient) {
        double size = Math.abs(expected);
        if (Double.isInfinite(size)) {
            return -1;
        }
        if (!isGradient) {
            return VALUES * Math.max(1, size);
        }
        return size > 1 ? LARGE_GRADIENTS * size : GRADIENTS;
    }
}
