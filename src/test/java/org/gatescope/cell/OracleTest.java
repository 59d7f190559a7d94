package org.gatescope.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gatescope.reference.OracleCase;
import org.gatescope.reference.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines and adjoint lines, evaluated literally, against PyTorch's autograd. */
class OracleTest {
    private static final double VALUES = 1e-12;
    private static final double GRADIENTS = 1e-10;
    private static final double LARGE_GRADIENTS = 1e-9;

    static List<String> cases() {
        return OracleCase.names();
    }

    @Test
    void everyBuiltInCellHasACase() {
        assertThat(cases().stream()
                        .map(name -> OracleCase.read(name).problem().cell().lines()))
                .containsAll(BuiltInCells.names().stream()
                        .map(name -> BuiltInCells.cell(name).lines())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLinesAndTheirAdjointsAgreeWithAutograd(String name) {
        OracleCase oracle = OracleCase.read(name);
        Reference.Result actual = Reference.run(oracle.problem());
        Reference.Result expected = oracle.expected();
        assertThat(actual.values().keySet()).containsAll(expected.values().keySet());
        cubes(actual.values(), expected.values(), false);
        cubes(actual.gradients(), expected.gradients(), true);
        matrices(actual.parameterGradients(), expected.parameterGradients());
        matrices(actual.initialGradients(), expected.initialGradients());
        cube("x", actual.inputGradient(), expected.inputGradient(), true);
        assertThat(actual.parameterGradients()).hasSameSizeAs(expected.parameterGradients());
    }

    private static void cubes(Map<String, double[][][]> actual, Map<String, double[][][]> expected, boolean gradients) {
        expected.forEach((name, value) -> cube(name, actual.getOrDefault(name, new double[0][0][0]), value, gradients));
    }

    private static void matrices(Map<String, double[][]> actual, Map<String, double[][]> expected) {
        expected.forEach((name, value) -> matrix(name, actual.getOrDefault(name, new double[0][0]), value, true));
    }

    private static void cube(String name, double[][][] actual, double[][][] expected, boolean gradients) {
        assertThat(actual).as(name).hasNumberOfRows(expected.length);
        for (int n = 0; n < expected.length; n++) {
            matrix(name + " of sequence " + n, actual[n], expected[n], gradients);
        }
    }

    private static void matrix(String name, double[][] actual, double[][] expected, boolean gradients) {
        assertThat(actual).as(name).hasDimensions(expected.length, expected[0].length);
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                double size = Math.abs(expected[i][j]);
                double tolerance = !gradients ? VALUES : size > 1 ? LARGE_GRADIENTS * size : GRADIENTS;
                assertThat(Math.abs(actual[i][j] - expected[i][j]))
                        .as("%s [%d, %d]: %s, expected %s", name, i, j, actual[i][j], expected[i][j])
                        .isLessThanOrEqualTo(tolerance);
            }
        }
    }
}
