package org.gatescope.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Series;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
    private static final Path RESOURCE = Path.of("resources/org/gatescope/lesson/agreement.txt");
    /** Other machines may add up in another order, and a training carries that on. */
    private static final double ROUNDING = 1e-8;

    /** {@code -Dlesson.write=true} writes the resource anew. */
    @Test
    void trainingAgainFromItsSeedGivesTheNumbersInTheResources() throws IOException {
        Map<String, Matrix> trained = Agreement.trained("").numbers().parameters();
        if (Boolean.getBoolean("lesson.write")) {
            Files.writeString(RESOURCE, ParameterText.of(trained));
        }
        Map<String, Matrix> kept = Example.AGREEMENT.session().numbers().parameters();
        assertThat(kept.keySet()).isEqualTo(trained.keySet());
        kept.forEach((name, matrix) -> {
            double[][] rows = Objects.requireNonNull(trained.get(name)).toArray();
            for (int i = 0; i < matrix.rows(); i++) {
                for (int j = 0; j < matrix.columns(); j++) {
                    assertThat(matrix.get(i, j)).as(name).isCloseTo(rows[i][j], within(ROUNDING));
                }
            }
        });
    }

    /** The verb follows the first noun, whatever the one before it is. */
    @ParameterizedTest
    @CsvSource({"0,cats,barks,bark", "1,cat,bark,barks", "2,cat,barks,bark", "3,cats,bark,barks"})
    void theVerbAgreesWithTheFirstNoun(int sentence, String nearest, String right, String wrong) {
        Session session = Example.AGREEMENT.session();
        int beforeVerb = 4;
        assertThat(session.token(sentence, beforeVerb)).isEqualTo(nearest);
        assertThat(session.token(sentence, beforeVerb + 1)).isEqualTo(right);
        double[] told = told(Run.of(session), sentence, beforeVerb);
        assertThat(told[Agreement.WORDS.indexOf(right)]).isGreaterThan(0.9);
        assertThat(told[Agreement.WORDS.indexOf(wrong)]).isLessThan(0.1);
        assertThat(Arrays.stream(told).sum()).isCloseTo(1, within(1e-12));
    }

    private static double[] told(Run run, int sentence, int step) {
        Series outputs = run.trace().readOut().orElseThrow().outputs();
        return outputs.row(step, sentence);
    }

    @Test
    void itOpensInTheMiddleOfTheSentenceWithStepsBeforeAndAfter() {
        Session session = Example.AGREEMENT.session();
        Playhead opened = Example.AGREEMENT.placed(Playhead.atStart(Schedule.of(session)));
        assertThat(opened.moment().orElseThrow().step()).isBetween(1, session.steps() - 2);
        assertThat(opened.isAtEnd()).isFalse();
    }
}
