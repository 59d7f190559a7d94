package org.gatescope.picture.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Series;
import org.gatescope.engine.StepMask;
import org.gatescope.engine.diagnostics.PrincipalComponents;
import org.gatescope.picture.chart.Plane.Place;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Planes through the space of states: a place is a state and a state is a place. */
class PlaneTest {
    private static Matrix drawn(Random random, int rows, int columns) {
        double[][] table = new double[rows][columns];
        for (double[] row : table) {
            for (int i = 0; i < columns; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return Matrix.of(table, columns);
    }

    private static PrincipalComponents components(Matrix states) {
        double[] flat = new double[states.rows() * states.columns()];
        for (int row = 0; row < states.rows(); row++) {
            for (int unit = 0; unit < states.columns(); unit++) {
                flat[row * states.columns() + unit] = states.get(row, unit);
            }
        }
        Series series = new Series(flat, 0, states.rows(), 1, states.columns());
        return PrincipalComponents.of(series, new StepMask(List.of(states.rows())));
    }

    private static double[] state(Plane plane, double x, double y) {
        double[] state = new double[plane.origin().columns()];
        plane.state(x, y, state);
        return state;
    }

    private static void assertBackAndForth(Plane plane, boolean isLine) {
        for (double x : new double[] {0, 1, -2.5}) {
            for (double y : new double[] {0, 1, 3}) {
                Place place = plane.place(Matrix.row(state(plane, x, y)), 0);
                assertThat(place.x()).isCloseTo(x, within(1e-12));
                assertThat(place.y()).isCloseTo(isLine ? 0 : y, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "2, 0", "3, 1"})
    void ofTwoUnitsAPlaceIsTheirValues(int first, int second) {
        Matrix at = Matrix.row(5, 6, 7, 8);
        Plane plane = Plane.of(at, first, second, "right", "up");
        assertThat(plane.place(at, 0)).isEqualTo(new Place(at.get(0, first), at.get(0, second)));
        double[] state = state(plane, -1, -2);
        for (int unit = 0; unit < 4; unit++) {
            double expected = unit == first ? -1 : unit == second ? -2 : at.get(0, unit);
            assertThat(state[unit]).isEqualTo(expected);
        }
        assertBackAndForth(plane, false);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "2, 3"})
    void ofOneUnitItIsALine(int unit, int units) {
        Matrix at = Matrix.filled(1, units, 4);
        Plane line = Plane.of(at, unit, unit, "right", "up");
        assertThat(line.place(at, 0)).isEqualTo(new Place(4, 0));
        assertBackAndForth(line, true);
    }

    @Test
    void manyStatesAreTakenByTheirRow() {
        Plane plane = Plane.of(Matrix.zeros(1, 2), 0, 1, "", "");
        Matrix states = Matrix.of(new double[][] {{1, 2}, {3, 4}});
        assertThat(plane.place(states, 1)).isEqualTo(new Place(3, 4));
    }

    @Test
    void whatIsNoNumberStaysNone() {
        Place place = Plane.of(Matrix.zeros(1, 2), 0, 1, "", "").place(Matrix.row(Double.NaN, 1), 0);
        assertThat(place.x()).isNaN();
    }

    /** The plane holds as much of the states as any two axes of theirs do. */
    @RepeatedTest(10)
    void ofPrincipalComponentsItIsThatOfTheLargestSpread(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int units = 2 + random.nextInt(4);
        Matrix states = drawn(random, 30, units);
        Plane plane = Plane.of(components(states), "1", "2");
        assertBackAndForth(plane, false);
        double within = spread(plane, states);
        for (int first = 0; first < units; first++) {
            for (int second = 0; second < first; second++) {
                Plane axes = Plane.of(plane.origin(), first, second, "", "");
                assertThat(spread(axes, states)).isLessThanOrEqualTo(within + 1e-9);
            }
        }
    }

    private static double spread(Plane plane, Matrix states) {
        double x = 0;
        double y = 0;
        double squares = 0;
        for (int row = 0; row < states.rows(); row++) {
            Place place = plane.place(states, row);
            x += place.x() / states.rows();
            y += place.y() / states.rows();
            squares += (place.x() * place.x() + place.y() * place.y()) / states.rows();
        }
        return squares - x * x - y * y;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 3", "5, 1"})
    void ofFewStatesOrUnitsItMayBeALineOrAPoint(int states, int units) {
        Matrix drawn = drawn(new Random(1), states, units);
        Plane plane = Plane.of(components(drawn), "1", "2");
        assertThat(plane.right().columns()).isEqualTo(units);
        assertThat(plane.up().columns()).isEqualTo(units);
        Place place = plane.place(drawn, 0);
        assertThat(place.x()).isFinite();
        assertThat(place.y()).isFinite();
    }
}
