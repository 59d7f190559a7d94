package org.gatescope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.gatescope.engine.Matrix;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.number.RidgeReadOut;
import org.junit.jupiter.api.Test;

class ReservoirTest {
    private static final int WASHOUT = 16;
    /** Of numbers drawn uniformly within ±½. */
    private static final double VARIANCE = 1.0 / 12;

    @Test
    void onceSolvedItRemembersWhatItReadAShortTimeAgo() {
        Session session = Example.ECHO_STATE.session();
        assertThat(RidgeReadOut.refusal(session)).isEmpty();
        assertThat(session.training().ridge().washout()).isEqualTo(WASHOUT);
        Map<String, Matrix> parameters = new HashMap<>(session.numbers().parameters());
        parameters.putAll(new RidgeReadOut(session.training().ridge()).of(Run.of(session)));
        Run solved = Run.of(session.withNumbers(numbers -> numbers.withParameters(parameters)));
        int unseen = 1;
        assertThat(solved.session().objective().orElseThrow().split().tested(2).get(unseen))
                .isTrue();
        assertThat(error(solved, unseen, 0)).as("1 step ago").isLessThan(0.02 * VARIANCE);
        assertThat(error(solved, unseen, 1)).as("2 steps ago").isLessThan(0.1 * VARIANCE);
        assertThat(error(solved, unseen, 2)).as("4 steps ago").isLessThan(0.4 * VARIANCE);
        assertThat(error(solved, unseen, 3))
                .as("8 steps ago, which are forgotten in part")
                .isBetween(0.1 * VARIANCE, 1.5 * VARIANCE);
    }

    /** The mean square over the steps that count. */
    private static double error(Run run, int sequence, int output) {
        Session session = run.session();
        Matrix targets = session.objective().orElseThrow().targets();
        double sum = 0;
        for (int t = WASHOUT; t < session.steps(); t++) {
            double made = run.trace().readOut().orElseThrow().outputs().at(t, sequence, output);
            double wanted = targets.get(t * session.batch() + sequence, output);
            sum += (made - wanted) * (made - wanted);
        }
        return sum / (session.steps() - WASHOUT);
    }
}
