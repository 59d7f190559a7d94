package org.gatescope.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gatescope.picture.RecordingPen.Cornered;
import org.gatescope.picture.RecordingPen.Traced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line with a head at one end. */
class ArrowHeadTest {
    private static RecordingPen drawn(boolean back, double width, double... points) {
        RecordingPen pen = new RecordingPen();
        ArrowHead.draw(pen, points, Rgb.BLACK, width, back);
        return pen;
    }

    private static List<Double> head(RecordingPen pen) {
        return pen.all(Cornered.class).getFirst().corners();
    }

    @ParameterizedTest
    @CsvSource({"30, 0", "-30, 0", "0, 30", "0, -30", "18, 24", "-5, 12"})
    void theTipIsAtTheEndAndTheHeadStandsAcrossTheLine(double dx, double dy) {
        List<Double> head = head(drawn(false, 1, 10, 20, 10 + dx, 20 + dy));
        assertThat(head.subList(0, 2)).containsExactly(10 + dx, 20 + dy);
        double acrossX = head.get(4) - head.get(2);
        double acrossY = head.get(5) - head.get(3);
        assertThat(acrossX * dx + acrossY * dy).isCloseTo(0, within(1e-9));
        double behindX = 10 + dx - (head.get(2) + head.get(4)) / 2;
        double behindY = 20 + dy - (head.get(3) + head.get(5)) / 2;
        assertThat(behindX * dx + behindY * dy).as("the base is behind the tip").isPositive();
        assertThat(behindX * dy - behindY * dx).as("and on the line").isCloseTo(0, within(1e-9));
    }

    @Test
    void backwardsTheTipIsAtTheBeginning() {
        double[] points = {10, 20, 40, 20, 40, 60};
        assertThat(head(drawn(true, 1, points)).subList(0, 2)).containsExactly(10.0, 20.0);
        assertThat(points).as("left as given").containsExactly(10, 20, 40, 20, 40, 60);
        RecordingPen other = drawn(false, 1, 40, 60, 40, 20, 10, 20);
        assertThat(drawn(true, 1, points).marks).isEqualTo(other.marks);
    }

    @Test
    void theLineEndsWithinTheHead() {
        List<Double> line =
                drawn(false, 2, 0, 0, 0, 50).all(Traced.class).getFirst().points();
        assertThat(line.subList(0, 3)).containsExactly(0.0, 0.0, 0.0);
        assertThat(line.get(3)).isBetween(43.0, 49.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 4, 9, 100})
    void theHeadIsNoLongerThanAShortLineAllows(double length) {
        List<Double> head = head(drawn(false, 1, 0, 0, length, 0));
        assertThat(head).allSatisfy(corner -> assertThat(corner).isFinite());
        assertThat(length - head.get(2)).isLessThanOrEqualTo(Math.max(3, length * 0.7));
    }

    @Test
    void aThickerLineHasALargerHead() {
        assertThat(head(drawn(false, 6, 0, 0, 90, 0)).get(2))
                .isLessThan(head(drawn(false, 1, 0, 0, 90, 0)).get(2));
    }
}
