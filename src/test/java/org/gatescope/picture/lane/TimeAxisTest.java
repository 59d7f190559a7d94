package org.gatescope.picture.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimeAxisTest {
    @ParameterizedTest
    @MethodSource("randomAxes")
    void everyPixelBelongsToAStepThatIsDrawnThere(TimeAxis axis) {
        for (double x = 0; x < axis.width() && axis.covers(x); x++) {
            int t = axis.stepAt(x);
            assertThat(axis.left(t)).isLessThanOrEqualTo(x);
            assertThat(axis.column() < 1 ? axis.left(t) + 1 : axis.right(t)).isGreaterThan(x);
        }
    }

    @ParameterizedTest
    @MethodSource("randomAxes")
    void columnsAreWholePixelsSideBySide(TimeAxis axis) {
        for (int t = 0; t < axis.steps(); t++) {
            assertThat(axis.left(t) % 1).isZero();
            assertThat(axis.right(t)).isEqualTo(axis.left(t + 1));
            assertThat(axis.firstFrom(axis.left(t))).isLessThanOrEqualTo(t);
            assertThat(axis.left(axis.firstFrom(axis.left(t)))).isEqualTo(axis.left(t));
        }
    }

    @ParameterizedTest
    @MethodSource("randomAxes")
    void theVisibleStepsAreThoseWithPixelsInView(TimeAxis axis) {
        int first = axis.firstVisible();
        int end = axis.endVisible();
        assertThat(axis.left(first)).isLessThanOrEqualTo(0);
        assertThat(first == 0 || axis.left(first - 1) < 0 || axis.column() < 1).isTrue();
        assertThat(axis.left(end - 1)).isLessThan(axis.width());
        assertThat(end == axis.steps() || axis.left(end) >= axis.width()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("randomAxes")
    void zoomingKeepsWhatIsUnderTheMouseAndStaysWithinTheEnds(TimeAxis axis) {
        double x = axis.width() * 0.4;
        TimeAxis wide = axis.zoomed(1.3, x);
        assertThat(wide.offset()).isBetween(0.0, Math.max(0, wide.length() - wide.width()));
        assertThat(wide.column()).isGreaterThanOrEqualTo(axis.column());
        double before = (axis.offset() + x) / axis.column();
        double after = (wide.offset() + x) / wide.column();
        boolean free = wide.offset() > 0 && wide.offset() < wide.length() - wide.width() - 1;
        assertThat(!free || Math.abs(before - after) * wide.column() <= 1).isTrue();
    }

    @ParameterizedTest
    @MethodSource("randomAxes")
    void showingAStepBringsItIntoView(TimeAxis axis) {
        int t = axis.steps() * 2 / 3;
        TimeAxis showing = axis.showing(t);
        assertThat(showing.left(t)).isGreaterThanOrEqualTo(0);
        assertThat(showing.right(t)).isLessThanOrEqualTo(Math.max(showing.width(), axis.right(t) - axis.left(t)));
        assertThat(showing.showing(t)).isEqualTo(showing);
    }

    @Test
    void stepsFillTheWidthOneAloneIsNoWallAndManyOpenWideEnoughToTellApart() {
        assertThat(TimeAxis.of(1, 800).column()).isEqualTo(TimeAxis.WIDEST_ALONE);
        assertThat(TimeAxis.of(2, 1300).column()).isEqualTo(650);
        assertThat(TimeAxis.of(7, 700).column()).isEqualTo(100);
        assertThat(TimeAxis.of(10_000, 700).column()).isEqualTo(3);
        assertThat(TimeAxis.of(10_000, 700).fitAll().length()).isLessThanOrEqualTo(700);
    }

    @Test
    void whatShowsAllGoesOnToDoSoInAnotherWidth() {
        assertThat(TimeAxis.of(7, 700).withWidth(350).column()).isEqualTo(50);
        TimeAxis zoomed = TimeAxis.of(200, 700).zoomed(2, 0);
        assertThat(zoomed.withWidth(350).column()).isEqualTo(zoomed.column());
        assertThat(TimeAxis.of(7, 0).withWidth(700)).isEqualTo(TimeAxis.of(7, 700));
    }

    @Test
    void noStepsAtAllAreNoTrouble() {
        TimeAxis none = TimeAxis.of(0, 500);
        assertThat(none.firstVisible()).isZero();
        assertThat(none.endVisible()).isZero();
        assertThat(none.covers(0)).isFalse();
        assertThat(none.zoomed(2, 10).panned(5).fitAll().steps()).isZero();
    }

    static Stream<TimeAxis> randomAxes() {
        Random random = new Random(11);
        return Stream.generate(() -> {
                    int steps = 1 + (int) Math.pow(10, random.nextDouble() * 3.7);
                    TimeAxis axis = TimeAxis.of(steps, 50 + random.nextInt(900));
                    return axis.fitAll()
                            .zoomed(Math.exp(4 * random.nextDouble()), random.nextInt(500))
                            .panned(random.nextInt(3000));
                })
                .limit(40);
    }
}
