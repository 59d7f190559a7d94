package org.gatescope.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.gatescope.engine.Fill;
import org.gatescope.engine.diagnostics.GradientCheck;
import org.gatescope.engine.diagnostics.GradientCheck.Verdict;
import org.gatescope.engine.mistakes.Mistake;
import org.gatescope.lesson.Example;
import org.gatescope.lesson.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Execution(ExecutionMode.CONCURRENT)
class CheckingTest {
    /** Of one sequence: what is wrong from the second update or sequence on, or makes no number at all. */
    private static final Set<Mistake> UNSEEN =
            EnumSet.of(Mistake.GRADIENTS_NOT_ZEROED, Mistake.STATE_NOT_RESET, Mistake.FIRST_STEP_ONLY);

    private static Verdict verdict(Session session) {
        return Checking.check(session, (done, total) -> true).verdict();
    }

    @Test
    void rightGradientsAgree() {
        assertThat(verdict(Example.SMALL_SEQUENCE.session())).isEqualTo(Verdict.AGREES);
        assertThat(verdict(Example.SENTENCE.session())).isEqualTo(Verdict.AGREES);
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void eachMistakeIsSeenThatCanBe(Mistake mistake) {
        Session session = Example.SMALL_SEQUENCE
                .session()
                .edit(new TableId.Upstream(0), table -> table.map(value -> value * 70))
                .edit(new TableId.Parameter("0.forward.Wx.h"), table -> new Fill.Normal(0.5, 2).matrix(2, 4))
                .edit(new TableId.Parameter("0.forward.Wh.h"), table -> new Fill.Normal(0.5, 3).matrix(4, 4))
                .withMistake(mistake, true);
        Verdict verdict = verdict(session);
        if (UNSEEN.contains(mistake)) {
            assertThat(verdict).isNotEqualTo(Verdict.DIFFERS);
        } else {
            assertThat(verdict).isEqualTo(Verdict.DIFFERS);
        }
    }

    @Test
    void aStateThatIsNotResetIsSeenOnceThereIsASequenceAfterIt() {
        Session three = Example.THREE_SENTENCES.session().withMistake(Mistake.STATE_NOT_RESET, true);
        assertThat(verdict(three)).isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void theNotebookAsWrittenIsWrong() {
        assertThat(verdict(Example.SMALL_SEQUENCE_AS_WRITTEN.session())).isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void itReportsEachNumberAndCanBeStopped() {
        long[] last = new long[2];
        GradientCheck check = Checking.check(Example.SMALL_SEQUENCE.session(), (done, total) -> {
            last[0] = done;
            last[1] = total;
            return true;
        });
        assertThat(last[0]).isEqualTo(last[1]);
        long numbers = check.tables().stream()
                .mapToLong(table ->
                        (long) table.computed().rows() * table.computed().columns())
                .sum();
        assertThat(last[1]).isEqualTo(numbers);
        assertThatThrownBy(() -> Checking.check(Task.SINE.session(1), (done, total) -> done < 3))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void workGrowsWithStepsAndUnits() {
        double small = Checking.work(Example.SMALL_SEQUENCE.session());
        assertThat(Checking.work(Example.SENTENCE.session())).isGreaterThan(small);
        assertThat(Checking.work(Example.SMALL_SEQUENCE.session().withMistake(Mistake.FIRST_STEP_ONLY, true)))
                .isGreaterThan(small);
    }
}
