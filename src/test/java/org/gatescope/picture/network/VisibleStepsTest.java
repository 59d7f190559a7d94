package org.gatescope.picture.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatescope.picture.lane.TimeAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which steps are drawn in full: those of the axis, or a lens about the playhead. */
class VisibleStepsTest {
    static Stream<Arguments> axes() {
        Random random = new Random(4);
        return IntStream.range(0, 300).mapToObj(i -> {
            int steps = 1 + random.nextInt(i % 2 == 0 ? 12 : 3000);
            TimeAxis axis = TimeAxis.of(steps, 30 + random.nextInt(1800));
            if (random.nextBoolean()) {
                axis = axis.zoomed(1 + 9 * random.nextDouble(), axis.width() * random.nextDouble());
            }
            return Arguments.of(axis.panned(300 * random.nextDouble()), (double) random.nextInt(steps));
        });
    }

    @ParameterizedTest
    @MethodSource("axes")
    void theStepInFocusIsInTheLensAndTheLensWithinTheSteps(TimeAxis axis, double focus) {
        VisibleSteps steps = VisibleSteps.of(axis, focus);
        assertThat(steps.from()).isBetween(0, axis.steps());
        assertThat(steps.to()).isBetween(steps.from(), axis.steps());
        assertThat(steps.isLens()).isEqualTo(axis.column() < VisibleSteps.LEAST_COLUMN);
        if (steps.isLens()) {
            assertThat(steps.shows((int) focus)).isTrue();
            assertThat(steps.column()).isGreaterThanOrEqualTo(VisibleSteps.LEAST_COLUMN);
            int room = Math.max(1, (int) (axis.width() / VisibleSteps.LENS_COLUMN));
            assertThat(steps.to() - steps.from()).isLessThanOrEqualTo(room);
            assertThat(steps.to() - steps.from()).isGreaterThanOrEqualTo(Math.min(axis.steps(), room - 1));
        } else {
            assertThat(steps.column()).isEqualTo(axis.column());
        }
    }

    @ParameterizedTest
    @MethodSource("axes")
    void theLensIsInView(TimeAxis axis, double focus) {
        VisibleSteps steps = VisibleSteps.of(axis, focus);
        if (steps.isLens() && axis.width() >= VisibleSteps.LENS_COLUMN) {
            assertThat(steps.left(steps.from())).isGreaterThanOrEqualTo(-1e-9);
            assertThat(steps.left(steps.to())).isLessThanOrEqualTo(axis.width() + 1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("axes")
    void columnsLieSideBySideAboutTheirMiddles(TimeAxis axis, double focus) {
        VisibleSteps steps = VisibleSteps.of(axis, focus);
        for (int t = steps.from(); t < steps.to(); t++) {
            assertThat(steps.left(t + 1) - steps.left(t)).isCloseTo(steps.column(), within(1e-9));
            assertThat(steps.centre(t)).isCloseTo((steps.left(t) + steps.left(t + 1)) / 2, within(1e-9));
        }
        assertThat(steps.shows(steps.from() - 1)).isFalse();
        assertThat(steps.shows(steps.to())).isFalse();
    }

    /** As many steps on either side, away from the ends. */
    @Test
    void theStepInFocusIsInTheMiddle() {
        VisibleSteps steps = VisibleSteps.of(TimeAxis.of(500, 700), 100);
        assertThat(100 - steps.from()).isEqualTo(steps.to() - 1 - 100);
    }

    /** Between two steps the lens shows both of them. */
    @Test
    void halfWayBetweenTwoStepsBothAreThere() {
        VisibleSteps steps = VisibleSteps.of(TimeAxis.of(500, 700), 100.5);
        assertThat(steps.shows(100)).isTrue();
        assertThat(steps.shows(101)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e9, -1, 1e9})
    void aFocusBeyondTheEndsIsTheNearest(double focus) {
        VisibleSteps steps = VisibleSteps.of(TimeAxis.of(500, 700), focus);
        assertThat(steps.shows(focus < 0 ? 0 : 499)).isTrue();
    }

    @Test
    void withoutStepsNoneIsShown() {
        VisibleSteps none = VisibleSteps.of(TimeAxis.of(0, 300), 0);
        assertThat(none.from()).isEqualTo(none.to());
        assertThat(none.isLens()).isFalse();
    }
}
