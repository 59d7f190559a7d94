package org.gatescope.ui.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gatescope.lesson.Task;
import org.gatescope.session.Feature;
import org.gatescope.session.Features;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;

/** Outputs are read in the numbers that their targets had before they were scaled. */
class UnscaledPredictionsTest {
    private static final Session PLAIN = Task.SINE.session(4);
    private static final Session SCALED =
            PLAIN.withFeatures(new Features(List.of(), List.of(new Feature("level", 100, 2))));

    @Test
    void targetsAndOutputsAreOfTheirFile() {
        Predictions plain = Predictions.of(Run.of(PLAIN));
        Predictions scaled = Predictions.of(Run.of(SCALED));
        for (int t = 0; t < plain.steps(); t++) {
            assertThat(scaled.target(1, t, 0)).isCloseTo(100 + 2 * plain.target(1, t, 0), within(1e-12));
            assertThat(scaled.output(1, t, 0)).isCloseTo(100 + 2 * plain.output(1, t, 0), within(1e-12));
        }
    }

    @Test
    void howFarOutputsAreOffIsToo() {
        Predictions plain = Predictions.of(Run.of(PLAIN));
        Predictions scaled = Predictions.of(Run.of(SCALED));
        double sum = 0;
        int count = 0;
        for (int n = 8; n < plain.sequences(); n++) { // the first eight are trained on
            for (int t = 4; t < plain.steps(); t++) {
                sum += Math.abs(plain.output(n, t, 0) - plain.target(n, t, 0));
                count++;
            }
        }
        assertThat(scaled.off(0, true)).isCloseTo(2 * sum / count, within(1e-12));
        assertThat(scaled.off(0, false)).isCloseTo(2 * plain.off(0, false), within(1e-12));
        Session all = PLAIN.withObjective(wanted -> wanted.withSplit(org.gatescope.session.Split.NONE));
        assertThat(Predictions.of(Run.of(all)).off(0, true)).isNaN();
    }

    @Test
    void aClassIsCalledAsInItsFile() {
        Session session = Task.HELLO.session(1);
        Session named = session.withFeatures(new Features(
                List.of(),
                List.of(
                        new Feature("H", 0, 1),
                        new Feature("E", 0, 1),
                        new Feature("L", 0, 1),
                        new Feature("O", 0, 1))));
        assertThat(Predictions.of(Run.of(session)).word(2)).isEqualTo("l");
        assertThat(Predictions.of(Run.of(named)).word(2)).isEqualTo("L");
    }
}
