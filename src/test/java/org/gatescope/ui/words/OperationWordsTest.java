package org.gatescope.ui.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatescope.Wording.saying;

import org.gatescope.Wording;
import org.gatescope.engine.Series;
import org.gatescope.lesson.Example;
import org.gatescope.picture.Digits;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.junit.jupiter.api.Test;

/** The sentence that a screen reader hears. */
class OperationWordsTest {
    private final Run run = Run.of(Example.SENTENCE.session());

    @Test
    void aFunctionIsToldWithItsLargestUnit() {
        assertThat(at(Phase.FORWARD, "f", "sigmoid(f.pre)"))
                .is(saying(
                        "ui.words:operation.words",
                        Wording.text("ui.words:phase.forward"),
                        3,
                        "f",
                        Wording.text("ui.words:operation.function", "sigmoid", "f.pre")
                                + largest(run.trace().part("0.forward").value("f"))));
    }

    @Test
    void anAdjointLineIsToldWithWhereItComesFrom() {
        String words = at(Phase.BACKWARD, "d.f", "d.c' * c");
        assertThat(words).contains("∂L/∂f:").contains("∂L/∂c′").doesNotContain("d.");
        assertThat(words).endsWith(largest(run.trace().part("0.forward").gradient("f")));
    }

    @Test
    void beforeTheFirstOperationItSaysSo() {
        assertThat(OperationWords.of(run, Playhead.atStart(Schedule.of(run.session())), 0))
                .is(saying("ui.words:operation.start"));
    }

    private String at(Phase phase, String quantity, String node) {
        Playhead start = Playhead.atStart(Schedule.of(run.session()));
        var operations = start.schedule().operations(phase, "0.forward");
        for (int i = 0; i < operations.size(); i++) {
            boolean isIt = operations.get(i).quantity().equals(quantity)
                    && operations.get(i).node().toString().equals(node);
            if (isIt) {
                return OperationWords.of(run, start.atOperation(phase, "0.forward", 3, i), 0);
            }
        }
        throw new AssertionError(operations.toString());
    }

    private static String largest(Series series) {
        int largest = 0;
        for (int unit = 1; unit < series.width(); unit++) {
            if (Math.abs(series.at(3, 0, unit)) > Math.abs(series.at(3, 0, largest))) {
                largest = unit;
            }
        }
        return Wording.text("ui.words:operation.largest", Digits.brief(series.at(3, 0, largest)), largest);
    }
}
