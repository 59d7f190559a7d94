package org.gatescope.picture.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gatescope.picture.Box;
import org.gatescope.picture.EvenMeasure;
import org.gatescope.picture.RecordingPen;
import org.gatescope.picture.RecordingPen.Cornered;
import org.gatescope.picture.RecordingPen.Filled;
import org.gatescope.picture.RecordingPen.Written;
import org.gatescope.picture.Tones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulerPictureTest {
    private static final double HEIGHT = 46;

    @ParameterizedTest
    @CsvSource({"1, 700, -1", "7, 700, 3", "40, 700, 39", "200, 700, 0", "2000, 700, 131", "10000, 333, 9999"})
    void marksNeverOverlapNorReachOut(int steps, int width, int current) {
        for (TimeAxis axis :
                List.of(TimeAxis.of(steps, width), TimeAxis.of(steps, width).fitAll())) {
            List<Written> numbers = draw(axis, tokens(steps), current).all(Written.class).stream()
                    .filter(mark -> mark.baseline() < HEIGHT / 2)
                    .filter(mark -> mark.x() >= 0 && mark.x() <= width)
                    .sorted(Comparator.comparingDouble(Written::x))
                    .toList();
            assertThat(numbers).isNotEmpty();
            for (int i = 1; i < numbers.size(); i++) {
                assertThat(left(numbers.get(i))).isGreaterThan(right(numbers.get(i - 1)));
            }
        }
    }

    @Test
    void theCurrentColumnIsMarked() {
        TimeAxis axis = TimeAxis.of(7, 700);
        RecordingPen pen = draw(axis, tokens(7), 3);
        assertThat(pen.all(Filled.class).getFirst().box().x()).isEqualTo(axis.left(3));
        assertThat(pen.all(Cornered.class)).hasSize(1);
        assertThat(pen.texts()).contains("t = 3", "word3");
    }

    @Test
    void withoutAPlayheadNoColumnIsMarked() {
        assertThat(draw(TimeAxis.of(7, 700), tokens(7), -1).all(Filled.class)).isEmpty();
    }

    @Test
    void longTokensAreCutOff() {
        RecordingPen pen = draw(
                TimeAxis.of(20, 700),
                Stream.generate(() -> "extraordinary").limit(20).toList(),
                0);
        assertThat(pen.texts()).anyMatch(text -> text.endsWith("…")).doesNotContain("extraordinary");
    }

    @Test
    void stepsAfterTheSequencesEndAreCovered() {
        TimeAxis axis = TimeAxis.of(7, 700);
        assertThat(draw(axis, tokens(7), -1, 5, 0).all(Filled.class))
                .extracting(Filled::box)
                .containsExactly(new Box(axis.left(5), 0, axis.left(7) - axis.left(5), HEIGHT));
        assertThat(draw(axis, tokens(7), -1, 0, 0).all(Filled.class))
                .as("nothing of it is left")
                .extracting(Filled::box)
                .containsExactly(new Box(axis.left(0), 0, axis.left(7) - axis.left(0), HEIGHT));
    }

    @ParameterizedTest
    @CsvSource({"3, 3 6", "2, 2 4 6", "6, 6", "7, ''", "1000000000, ''"})
    void whereTheGradientIsCutABarStandsBetweenTheSteps(int chunk, String steps) {
        TimeAxis axis = TimeAxis.of(7, 700);
        List<Double> expected = Stream.of(steps.split(" "))
                .filter(step -> !step.isEmpty())
                .map(step -> axis.left(Integer.parseInt(step)))
                .toList();
        assertThat(draw(axis, tokens(7), -1, 7, chunk).all(Filled.class))
                .extracting(bar -> bar.box().x() + bar.box().width() / 2)
                .isEqualTo(expected);
    }

    @Test
    void cutsTooCloseToBeToldApartAreLeftOut() {
        TimeAxis axis = TimeAxis.of(10_000, 333).fitAll();
        assertThat(draw(axis, List.of(), -1, 10_000, 2).all(Filled.class)).isEmpty();
    }

    private static RecordingPen draw(TimeAxis axis, List<String> tokens, int current) {
        return draw(axis, tokens, current, axis.steps(), 0);
    }

    private static RecordingPen draw(TimeAxis axis, List<String> tokens, int current, int length, int chunk) {
        RecordingPen pen = new RecordingPen();
        new RulerPicture(
                        axis, tokens, current, length, Set.of(), chunk, Map.of(), -1, Tones.LIGHT, axis.width(), HEIGHT)
                .draw(pen);
        return pen;
    }

    private static List<String> tokens(int steps) {
        return Stream.iterate(0, t -> t + 1).limit(steps).map(t -> "word" + t).toList();
    }

    private static double left(Written mark) {
        return mark.x() - new EvenMeasure().width(mark.text(), mark.lettering()) / 2;
    }

    private static double right(Written mark) {
        return mark.x() + new EvenMeasure().width(mark.text(), mark.lettering()) / 2;
    }
}
