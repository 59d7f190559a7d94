package org.gatescope.picture.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gatescope.picture.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a diagram of 400 by 200 pixels is seen in places of any size. */
class SightTest {
    private static final DiagramLayout LAYOUT =
            new DiagramLayout(400, 200, List.of(), List.of(), new Wiring(List.of(), List.of()));

    @ParameterizedTest
    @CsvSource({"400, 200", "800, 400", "600, 1000", "1200, 600", "290, 5000"})
    void itFillsItsPlace(double width, double height) {
        Sight sight = Sight.fitting(LAYOUT, width, height);
        assertThat(sight.scale()).isCloseTo(Math.min(width / 400, height / 200), within(1e-12));
        assertThat(sight.hides(LAYOUT)).isFalse();
        Box all = sight.placed(new Box(0, 0, 400, 200));
        assertThat(all.centreX()).isCloseTo(width / 2, within(1.0));
        assertThat(all.centreY()).isCloseTo(height / 2, within(1.0));
    }

    @Test
    void itIsNotDrawnLargerThanItsLargest() {
        assertThat(Sight.fitting(LAYOUT, 9000, 9000).scale()).isEqualTo(Sight.LARGEST);
    }

    @Test
    void whereItWouldBeTooSmallToReadItsBeginningIsSeen() {
        Sight sight = Sight.fitting(LAYOUT, 100, 100);
        assertThat(sight.scale()).isEqualTo(Sight.SMALLEST);
        assertThat(sight.hides(LAYOUT)).isTrue();
        assertThat(sight.diagramX(0)).isZero();
    }

    @Test
    void thePointThatIsZoomedAtKeepsItsPlace() {
        Sight sight = Sight.fitting(LAYOUT, 500, 300);
        Sight closer = sight.zoomed(2, 120, 90);
        assertThat(closer.scale()).isEqualTo(2 * sight.scale());
        assertThat(closer.diagramX(120)).isCloseTo(sight.diagramX(120), within(1e-9));
        assertThat(closer.diagramY(90)).isCloseTo(sight.diagramY(90), within(1e-9));
    }

    @Test
    void whatIsOutOfViewIsBroughtIntoItAndWhatIsInViewStays() {
        Sight closer = Sight.fitting(LAYOUT, 400, 200).zoomed(4, 0, 0).within(LAYOUT);
        Box node = new Box(300, 150, 40, 36);
        Box seen = closer.showing(node, 10).within(LAYOUT).placed(node);
        assertThat(seen.x()).isGreaterThanOrEqualTo(0);
        assertThat(seen.right()).isLessThanOrEqualTo(400);
        assertThat(seen.bottom()).isLessThanOrEqualTo(200);
        assertThat(closer.showing(new Box(10, 10, 40, 36), 10)).isEqualTo(closer);
    }

    @Test
    void itCannotBeMovedOutOfView() {
        Sight closer = Sight.fitting(LAYOUT, 400, 200).zoomed(2, 200, 100);
        assertThat(closer.panned(5000, 5000).within(LAYOUT).diagramX(0)).isZero();
        assertThat(closer.panned(-5000, 0).within(LAYOUT).diagramX(400)).isEqualTo(400);
    }
}
