package org.gatescope.engine.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gatescope.engine.Layer.Directions.FORWARD;

import java.util.List;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Series;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.diagnostics.DrawnNetworks.Example;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
    private static final double CLOSE = 1e-12;
    /** Hands its input on, so that points can be chosen. */
    private static final Cell COPY = Cell.parse("state h\nq = x + 0\nh' = tanh(q @ W + h @ U)");

    /** The points as a quantity over time: row {@code t · N + n}. */
    private static Series series(double[][] points, Integer... lengths) {
        Example drawn = DrawnNetworks.layer(COPY, 1, FORWARD, points.length / lengths.length, lengths);
        return drawn.with(drawn.inputs().withInput(Matrix.of(points, 3)))
                .run()
                .part("0.forward")
                .value("q");
    }

    /** Points along the components, one a row, (rows, K). */
    private static Matrix projected(PrincipalComponents found, Matrix points) {
        double[][] places = new double[points.rows()][found.components().rows()];
        for (int row = 0; row < points.rows(); row++) {
            for (int k = 0; k < places[row].length; k++) {
                for (int unit = 0; unit < points.columns(); unit++) {
                    double from = points.get(row, unit) - found.mean().get(0, unit);
                    places[row][k] += from * found.components().get(k, unit);
                }
            }
        }
        return Matrix.of(places, found.components().rows());
    }

    /** Points (±3a ± b) of a plane that is spanned by two orthonormal directions, around (1, 2, 3). */
    @Test
    void aTurnedPlaneIsFound() {
        double[] a = {2 / 3.0, -2 / 3.0, 1 / 3.0};
        double[] b = {1 / 3.0, 2 / 3.0, 2 / 3.0};
        double[][] places = {{3, 1}, {3, -1}, {-3, 1}, {-3, -1}};
        double[][] points = new double[4][3];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 3; j++) {
                points[i][j] = 1 + j + places[i][0] * a[j] + places[i][1] * b[j];
            }
        }
        PrincipalComponents found = PrincipalComponents.of(series(points, 4), new StepMask(List.of(4)));
        assertClose(found.mean(), Matrix.row(1, 2, 3));
        assertClose(found.shares(), Matrix.row(0.9, 0.1, 0));
        assertClose(found.components().rows(0, 1, 2), Matrix.of(new double[][] {a, b}));
        assertClose(projected(found, Matrix.of(points)).resized(4, 2), Matrix.of(places));
    }

    @Test
    void stepsAtWhichASequenceIsOverAreLeftOut() {
        double[][] points = {{1, 0, 0}, {0, 5, 0}, {2, 0, 0}, {9, 9, 9}, {3, 0, 0}, {9, 9, 9}};
        PrincipalComponents found = PrincipalComponents.of(series(points, 3, 1), new StepMask(List.of(3, 1)));
        assertClose(found.mean(), Matrix.row(1.5, 1.25, 0));
        assertThat(found.components().rows()).isEqualTo(3);
    }

    /** Mean plus places times components gives the points again; components are orthonormal. */
    @Test
    void nothingIsLostOfAnLstmsStates() {
        Example example = DrawnNetworks.layer(BuiltInCells.cell("lstm"), 5, FORWARD, 6, 6, 2, 4);
        Series states = example.run().part("0.forward").value("h'");
        List<Integer> lengths = example.inputs().lengths();
        PrincipalComponents found = PrincipalComponents.of(states, new StepMask(lengths));
        assertThat(found.shares().rows()).isEqualTo(1);
        for (int n = 0; n < 3; n++) {
            for (int t = 0; t < lengths.get(n); t++) {
                for (int unit = 0; unit < 5; unit++) {
                    double sum = found.mean().get(0, unit);
                    Matrix place = projected(found, Matrix.row(states.row(t, n)));
                    for (int k = 0; k < 5; k++) {
                        sum += place.get(0, k) * found.components().get(k, unit);
                    }
                    assertThat(sum).isCloseTo(states.at(t, n, unit), within(CLOSE));
                }
            }
        }
    }

    @Test
    void directionsDoNotDependOnTheSignsOfThePoints() {
        double[][] points = new Fill.Normal(1, 5).matrix(7, 3).toArray();
        Matrix mirrored = Matrix.of(points).map(value -> -value);
        assertClose(
                PrincipalComponents.of(series(points, 7), new StepMask(List.of(7)))
                        .components(),
                PrincipalComponents.of(series(mirrored.toArray(), 7), new StepMask(List.of(7)))
                        .components());
    }

    @Test
    void pointsThatStandStillHaveNoDirections() {
        double[][] points = {{0.1, 0.2, 0.3}, {0.1, 0.2, 0.3}, {0.1, 0.2, 0.3}};
        PrincipalComponents found = PrincipalComponents.of(series(points, 3), new StepMask(List.of(3)));
        assertThat(found.shares()).isEqualTo(Matrix.row(0, 0, 0));
        assertClose(projected(found, Matrix.of(points)), Matrix.zeros(3, 3));
    }

    @Test
    void fewerPointsThanUnitsHaveFewerComponents() {
        PrincipalComponents one =
                PrincipalComponents.of(series(new double[][] {{1, 2, 3}}, 1), new StepMask(List.of(1)));
        assertThat(one.components().rows()).isEqualTo(1);
        PrincipalComponents two =
                PrincipalComponents.of(series(new double[][] {{1, 2, 3}, {1, 0, 3}}, 2), new StepMask(List.of(2)));
        assertThat(two.components().rows()).isEqualTo(2);
        assertClose(two.components().rows(0, 1, 1), Matrix.row(0, 1, 0));
        PrincipalComponents none = PrincipalComponents.of(series(new double[0][], 0, 0), new StepMask(List.of(0, 0)));
        assertThat(none.components().rows()).isZero();
    }

    @Test
    void whatIsNotFiniteIsRefusedUnlessItIsOver() {
        double[][] points = {{1, 2, 3}, {Double.NaN, 0, 3}, {1, 1, 1}};
        assertThatThrownBy(() -> PrincipalComponents.of(series(points, 3), new StepMask(List.of(3))))
                .isInstanceOf(UnfitMatrixException.class);
        assertThat(PrincipalComponents.of(series(points, 1), new StepMask(List.of(1)))
                        .mean())
                .isEqualTo(Matrix.row(1, 2, 3));
    }

    private static void assertClose(Matrix computed, Matrix expected) {
        assertThat(computed.rows()).isEqualTo(expected.rows());
        assertThat(computed.columns()).isEqualTo(expected.columns());
        assertThat(Math.sqrt(computed.combine(expected, (a, b) -> a - b).sumOfSquares()))
                .as("%s, expected %s", computed, expected)
                .isLessThan(CLOSE);
    }
}
